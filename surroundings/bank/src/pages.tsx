/** The pages of Sundby Bank. */
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  formatAmount,
  formatDateTime,
  Notice,
  PageFrame,
  Summary,
  Table,
  type Language,
} from '@open-mitid/ui'
import { renderDocument } from '@open-mitid/ui/document'
import { inLanguages } from '@open-mitid/ui/site'
import type { ComponentChildren } from 'preact'
import type { Posting } from './bank.ts'
import type { LoggedOn } from './mitid.ts'
import { displayOf, type TransferProblem } from './transfer.ts'
import { words, type Message } from './words.ts'

type Account = {
  readonly customer: LoggedOn
  readonly balance: number
  readonly postings: readonly Posting[]
}

export function frontPage(language: Language): string {
  const text = words[language]
  return frame(
    language,
    text.name,
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Actions>
        <ButtonLink href="/login">{text.login}</ButtonLink>
      </Actions>
    </>,
  )
}

/** The field that each problem is about. */
const fields: Readonly<Record<TransferProblem, string>> = {
  amount: 'amount',
  funds: 'amount',
  account: 'account',
  message: 'message',
}

export function accountPage(
  { customer, balance, postings }: Account,
  typed: Readonly<Record<string, unknown>>,
  problems: readonly TransferProblem[],
  language: Language,
): string {
  const text = words[language]
  const title = customer.name === undefined ? text.helloNameless : text.hello(customer.name)
  const errorOf = (field: string) => {
    const problem = problems.find((one) => fields[one] === field)
    return problem && text.problems[problem]
  }
  const valueOf = (field: string, otherwise: string) =>
    typeof typed[field] === 'string' ? typed[field] : otherwise
  return frame(
    language,
    title,
    <>
      <ErrorSummary
        language={language}
        errors={problems.map((one) => ({ id: fields[one], text: text.problems[one] }))}
      />
      <h1>{title}</h1>
      <Summary lines={[{ label: text.balance, value: formatAmount(balance, language) }]} />
      <h2>{text.transfer}</h2>
      <form method="post" action="/transfer" class="stack" novalidate>
        <Field
          name="amount"
          label={text.amount}
          hint={text.amountHint}
          error={errorOf('amount')}
          value={valueOf('amount', text.amountValue)}
          inputmode="decimal"
          autocomplete="off"
          width="middle"
        />
        <Field
          name="account"
          label={text.account}
          hint={text.accountHint}
          error={errorOf('account')}
          value={valueOf('account', '9978 000123456')}
          inputmode="numeric"
          autocomplete="off"
          width="middle"
        />
        <Field
          name="message"
          label={text.message}
          error={errorOf('message')}
          value={valueOf('message', '')}
          maxLength={40}
          autocomplete="off"
        />
        <p class="small muted">{text.approveHint}</p>
        <Button>{text.approve}</Button>
      </form>
      <h2>{text.made}</h2>
      {postings.length === 0 ? (
        <p class="muted">{text.none}</p>
      ) : (
        <Table
          caption={text.made}
          captionHidden
          columns={[{ head: text.to }, { head: text.when }, { head: text.amount, numeric: true }]}
          rows={postings.map(({ account, amount, at, statement }) => ({
            key: statement.slice(-20),
            cells: [account, formatDateTime(at, language), formatAmount(amount, language)],
          }))}
        />
      )}
      <form method="post" action="/logout">
        <Button look="ghost">{text.logout}</Button>
      </form>
    </>,
  )
}

export function donePage(posting: Posting, language: Language): string {
  const text = words[language]
  const { title = '' } = displayOf(posting, language)
  return frame(
    language,
    text.done,
    <>
      <h1>{text.done}</h1>
      <Notice kind="done">{text.doneText(title)}</Notice>
      <Actions>
        <ButtonLink href="/account">{text.toAccount}</ButtonLink>
      </Actions>
    </>,
  )
}

const grave: ReadonlySet<Message> = new Set([
  'notMe',
  'elsewhere',
  'blocked',
  'doubt',
  'spent',
  'fault',
  'failed',
])

export function messagePage(message: Message, language: Language): string {
  const text = words[language]
  const { title, text: what } = text.messages[message]
  return frame(
    language,
    title,
    <>
      <h1>{title}</h1>
      <Notice kind={grave.has(message) ? 'warn' : 'info'}>{what}</Notice>
      <Actions>
        <ButtonLink href="/account">{text.toAccount}</ButtonLink>
      </Actions>
    </>,
  )
}

function frame(language: Language, title: string, children: ComponentChildren): string {
  const text = words[language]
  return renderDocument({
    language,
    title: title === text.name ? title : `${title} – ${text.name}`,
    hidden: true,
    stylesheets: ['/client/bank.css'],
    icon: '/client/icon.svg',
    body: (
      <PageFrame
        language={language}
        name={text.name}
        homeHref="/"
        mark={<img src="/client/icon.svg" alt="" width={32} height={32} />}
        languageHrefs={inLanguages('/')}
        notice={text.notice}
      >
        {children}
      </PageFrame>
    ),
  })
}
