import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvalType } from './approval-details.ts'
import { askedFor as ask, readLanguage, type RequestParams } from './request-policy.ts'

const askedFor = (params: RequestParams) => ask({ scope: 'openid mitid', ...params })
const details = (...all: unknown[]) => JSON.stringify(all)
const transfer = {
  type: approvalType,
  action: 'approve',
  title: 'Transfer of DKK 2,300',
  lines: [{ label: 'To account', value: '9978 000123456' }],
}
const high = 'https://data.gov.dk/concept/core/nsis/High'
const substantial = 'https://data.gov.dk/concept/core/nsis/Substantial'

describe('what a service may ask for', () => {
  it('RFC 6749 §3.3: a request is OpenID Connect or fails', () => {
    for (const scope of [undefined, '', 'mitid', 'openidx', 'OpenID'])
      expect(ask({ scope })).toMatchObject({ refusal: { error: 'invalid_scope' } })
    expect(ask({ scope: 'profile openid' })).toMatchObject({ ok: true })
  })
  it('a login_hint is a user ID or is passed over; a CPR number never is one', () => {
    const hinted = (login_hint: unknown) => {
      const asked = askedFor({ login_hint })
      return asked.ok ? asked.value.userIdHint : asked
    }
    expect(hinted('Aase80')).toBe('aase80')
    for (const other of ['0101801234', '010180-1234', 'anna 010180 1234', 'a', ' aase80', '<b>', 7])
      expect(hinted(other)).toBeUndefined()
    expect(hinted(undefined)).toBeUndefined()
  })
  it('a request without a text is a log on in the language of ui_locales', () => {
    const asked = askedFor({ ui_locales: 'fr en-GB da' })
    expect(asked).toMatchObject({
      ok: true,
      value: { kind: 'log_on', display: { lang: 'en', lines: [] } },
    })
    expect(readLanguage(undefined)).toBe('da')
    expect(readLanguage('fr de')).toBe('da')
  })
  it('RFC 9396: the text is taken as it came, amount and creditor after it', () => {
    const asked = askedFor({
      ui_locales: 'en',
      authorization_details: details({
        ...transfer,
        instructed_amount: { currency: 'DKK', amount: '2300.00' },
        creditor: { name: 'Jensen & Søn', account: '9978 000123456' },
      }),
    })
    expect(asked).toMatchObject({
      value: {
        kind: 'approve',
        display: {
          lang: 'en',
          title: transfer.title,
          lines: [
            { label: 'To account', value: '9978 000123456' },
            { label: 'Amount', value: 'DKK 2300.00' },
            { label: 'Recipient', value: 'Jensen & Søn' },
            { label: 'Account', value: '9978 000123456' },
          ],
        },
      },
    })
  })
  it('reference_text is one line without a label', () => {
    const asked = askedFor({ reference_text: 'Godkend køb' })
    const display = { lang: 'da', lines: [{ value: 'Godkend køb' }] }
    expect(asked).toMatchObject({ value: { kind: 'approve', display } })
  })
  it('protocols §7.5: any text is taken letter by letter or refused, never changed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 140 }), (text) => {
        const asked = askedFor({
          authorization_details: details({ ...transfer, lines: [{ value: text }] }),
        })
        if (asked.ok) expect(asked.value.display.lines).toEqual([{ value: text }])
        else expect(asked.refusal.error).toBe('invalid_authorization_details')
      }),
    )
  })
  it.each([
    ['no JSON', '{'],
    ['no array', JSON.stringify(transfer)],
    ['two approvals', details(transfer, transfer)],
    ['nothing', details()],
    ['another type', details({ ...transfer, type: 'payment' })],
    ['an unknown action', details({ ...transfer, action: 'pay' })],
    ['an unknown member', details({ ...transfer, html: '<b>' })],
    ['no text', details({ type: approvalType, action: 'sign' })],
    ['documents', details({ ...transfer, documents: [{ name: 'a.pdf', sha256: 'x' }] })],
    ['a control character', details({ ...transfer, title: 'a\u0007b' })],
    ['a bidi override', details({ ...transfer, title: 'a\u202eb' })],
    ['a text that is not NFC', details({ ...transfer, title: 'a\u030a' })],
    ['a line break', details({ ...transfer, lines: [{ value: 'a\nb' }] })],
    ['13 lines', details({ ...transfer, lines: Array(13).fill({ value: 'x' }) })],
    ['131 letters', details({ ...transfer, lines: [{ value: 'x'.repeat(131) }] })],
    [
      'an amount with a comma',
      details({ ...transfer, instructed_amount: { currency: 'DKK', amount: '1,00' } }),
    ],
    ['null', details(null)],
  ])('RFC 9396 §5: authorization_details with %s are refused', (_, text) => {
    expect(askedFor({ authorization_details: text })).toMatchObject({
      refusal: { error: 'invalid_authorization_details' },
    })
  })
  it('what the service is told of a refusal holds nothing of what it sent', () => {
    const asked = askedFor({
      authorization_details: details({ ...transfer, title: 'secret\u0007' }),
    })
    expect(JSON.stringify(asked)).not.toContain('secret')
  })
  it('both kinds of text at once, or a bad reference_text, are invalid_request', () => {
    const both = { reference_text: 'x', authorization_details: details(transfer) }
    for (const params of [both, { reference_text: 'a\u0000' }, { reference_text: '' }])
      expect(askedFor(params)).toMatchObject({ refusal: { error: 'invalid_request' } })
  })
  it('a level that no authenticator reaches is unmet_authentication_requirements', () => {
    for (const params of [{ loa: high }, { acr_values: high }, { loa: 'High' }])
      expect(askedFor(params)).toMatchObject({
        refusal: { error: 'unmet_authentication_requirements' },
      })
  })
  it('any one of acr_values will do, and unknown ones are passed over', () => {
    expect(askedFor({ acr_values: `${high} ${substantial}` })).toMatchObject({
      value: { level: 'Substantial' },
    })
    expect(askedFor({ acr_values: 'urn:other' })).toMatchObject({ value: { level: undefined } })
    expect(askedFor({ loa: 'urn:other' })).toMatchObject({ refusal: { error: 'invalid_request' } })
  })
})
