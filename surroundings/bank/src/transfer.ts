/** A transfer as the customer writes it, and the text that MitID asks them to approve. */
import { refuse, accept, type Result } from '@open-mitid/kernel'
import type { Display } from '@open-mitid/protocol'
import { formatAmount, type Language } from '@open-mitid/ui/wording'

export type Transfer = {
  /** In øre. */
  readonly amount: number
  /** Four digits of registration number and ten of account, as `9978 000123456`. */
  readonly account: string
  readonly message: string | undefined
}

export type TransferProblem = 'amount' | 'account' | 'message' | 'funds'

const mostKroner = 1_000_000
const longestMessage = 40

/** What was typed: spaces, dots and a comma are read as the language writes them. */
export function parseTransfer(
  form: Readonly<Record<string, unknown>>,
  language: Language,
  balance: number,
): Result<Transfer, readonly TransferProblem[]> {
  const amount = parseAmount(textOf(form['amount']), language)
  const account = parseAccount(textOf(form['account']))
  const message = textOf(form['message']).trim().normalize('NFC')
  const problems: TransferProblem[] = []
  if (amount === undefined) problems.push('amount')
  else if (amount > balance) problems.push('funds')
  if (account === undefined) problems.push('account')
  if (message.length > longestMessage || !/^[\p{L}\p{N}\p{P}\p{Zs}\p{S}]*$/u.test(message))
    problems.push('message')
  if (problems.length > 0 || amount === undefined || account === undefined) return refuse(problems)
  return accept({ amount, account, message: message === '' ? undefined : message })
}

export function displayOf({ amount, account, message }: Transfer, language: Language): Display {
  const text = texts[language]
  return {
    lang: language,
    title: text.title(formatAmount(amount, language), account),
    lines: message === undefined ? [] : [{ label: text.message, value: message }],
  }
}

const texts = {
  da: {
    title: (amount: string, account: string) => `Overførsel af ${amount} til konto ${account}`,
    message: 'Besked til modtager',
  },
  en: {
    title: (amount: string, account: string) =>
      `Transfer of ${amount} to account number ${account}`,
    message: 'Message to the recipient',
  },
} as const

/**
 * As each language writes them, and in no other way: `2.300` is two amounts to two languages, and
 * nothing is guessed about money.
 */
const amounts = {
  da: /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/u,
  en: /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/u,
} as const satisfies Record<Language, RegExp>

function parseAmount(text: string, language: Language): number | undefined {
  const match = amounts[language].exec(text.replace(/\s|kr\.?|DKK/giu, ''))
  if (!match) return undefined
  const [, kroner = '', ore = ''] = match
  const amount = Number(kroner.replace(/\D/gu, '')) * 100 + Number(ore.padEnd(2, '0'))
  return amount > 0 && amount <= mostKroner * 100 ? amount : undefined
}

function parseAccount(text: string): string | undefined {
  const digits = text.replace(/[\s-]/gu, '')
  return /^\d{8,14}$/u.test(digits) ? `${digits.slice(0, 4)} ${digits.slice(4)}` : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
