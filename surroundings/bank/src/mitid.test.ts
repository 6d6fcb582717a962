import { Instant } from '@open-mitid/kernel'
import {
  Digest,
  issueStatement,
  nsisUri,
  PublicJwk,
  type Display,
  type EvidenceKeys,
  type StatementContent,
} from '@open-mitid/protocol'
import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { judge } from './mitid.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const { kty, crv, x, y } = publicKey.export({ format: 'jwk' })
const jwk = PublicJwk.parse({ kty, crv, x, y })
if (!jwk) throw new Error('no key')
const at = Instant.of(1_795_000_000)
const keys: EvidenceKeys = {
  v: 1,
  keys: [{ kid: 'evidence-1', jwk, use_from: Instant.of(at - 60), use_until: null }],
}
const signer = {
  kid: 'evidence-1',
  sign: (bytes: Uint8Array) =>
    new Uint8Array(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
}
const display: Display = {
  lang: 'en',
  title: 'Transfer of DKK 2,300 to account number 9978 000123456',
  lines: [],
}
const content: StatementContent = {
  v: 1,
  client_id: 'sundby-bank',
  sub: 'a-customer',
  transaction_id: 'a-transaction',
  display,
  offer_sha256: Digest.ofText('offer'),
  approval_sha256: Digest.ofText('approval'),
  decision: 'approve',
  evidence: 'person',
  loa: nsisUri('Substantial'),
  phr: true,
  time: at,
}
const judged = async (change: Partial<StatementContent> = {}) =>
  judge(await issueStatement({ ...content, ...change }, signer), keys, {
    sub: 'a-customer',
    display,
  })

it('the money moves on a statement of exactly this text, person and bank', async () => {
  expect(await judged()).toHaveProperty('statement')
})

it.each([
  ['another text', { display: { ...display, title: `${display.title ?? ''}0` } }, 'other-text'],
  ['one more line', { display: { ...display, lines: [{ value: 'more' }] } }, 'other-text'],
  ['another language', { display: { ...display, lang: 'da' as const } }, 'other-text'],
  ['another person', { sub: 'somebody-else' }, 'other-person'],
  ['another bank', { client_id: 'other-bank' }, 'other-service'],
  ['a time when the key was not in use', { time: Instant.of(at - 3600) }, 'bad-signature'],
])('the money stays on a statement with %s', async (_, change, doubt) => {
  expect(await judged(change)).toBe(doubt)
})

it('the money stays on a statement that was changed after it was signed', async () => {
  const statement = await issueStatement(content, signer)
  const changed = statement.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A'))
  expect(judge(changed, keys, { sub: 'a-customer', display })).toBe('bad-signature')
})
