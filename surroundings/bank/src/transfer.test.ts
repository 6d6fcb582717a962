import { describe, expect, it } from 'vitest'
import { displayOf, parseTransfer } from './transfer.ts'

const form = { amount: '2,300', account: '9978000123456', message: '' }

describe('a transfer', () => {
  it('is asked for in the very words that the customer approves', () => {
    const parsed = parseTransfer(form, 'en', 2_500_000)
    if (!parsed.ok) throw new Error('refused')
    expect(displayOf(parsed.value, 'en')).toEqual({
      lang: 'en',
      title: 'Transfer of DKK 2,300 to account number 9978 000123456',
      lines: [],
    })
    expect(displayOf({ ...parsed.value, message: 'Husleje' }, 'da')).toEqual({
      lang: 'da',
      title: 'Overførsel af 2.300 kr. til konto 9978 000123456',
      lines: [{ label: 'Besked til modtager', value: 'Husleje' }],
    })
  })

  it.each([
    ['da', '2.300', 230_000],
    ['da', '2.300,50 kr.', 230_050],
    ['da', '2300,5', 230_050],
    ['en', 'DKK 2,300.50', 230_050],
    ['en', '0.01', 1],
  ] as const)('an amount is read as %s writes it: %s', (language, amount, ore) => {
    const parsed = parseTransfer({ ...form, amount }, language, 100_000_000)
    expect(parsed.ok && parsed.value.amount).toBe(ore)
  })

  it.each([
    ['da', '2300.00'],
    ['da', '2.30'],
    ['da', '.300'],
    ['da', '2,300,5'],
    ['en', '2300,00'],
    ['en', '2,30'],
    ['en', '2,3000'],
    ['en', '2.300,00'],
    ['en', '2.30.00'],
    ['en', '2300.'],
    ['en', '12345,678'],
  ] as const)(
    'an amount that is not written as %s does is not guessed at: %s',
    (language, amount) => {
      const parsed = parseTransfer({ ...form, amount }, language, 100_000_000)
      expect(parsed.ok ? parsed.value.amount : parsed.refusal).toEqual(['amount'])
    },
  )

  it.each([
    [{ ...form, amount: '0' }, ['amount']],
    [{ ...form, amount: '-5' }, ['amount']],
    [{ ...form, amount: '25,001' }, ['funds']],
    [{ ...form, amount: '1e6', account: 'abc' }, ['amount', 'account']],
    [{ ...form, message: 'a\u202eb' }, ['message']],
    [{}, ['amount', 'account']],
  ])('what cannot be carried out is refused, each thing by its name: %j', (typed, problems) => {
    const parsed = parseTransfer(typed, 'en', 2_500_000)
    expect(parsed.ok ? [] : parsed.refusal).toEqual(problems)
  })
})
