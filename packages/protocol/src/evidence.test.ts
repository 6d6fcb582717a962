import { describe, expect, it } from 'vitest'
import { Instant } from '@open-mitid/kernel'
import { Digest } from './digest.ts'
import { verifyEs256 } from './es256.ts'
import { verifyEvidence, type EvidenceReport } from './evidence.ts'
import { evidenceChecks, type EvidenceCheck } from './evidence-checks.ts'
import { EvidenceKeys } from './evidence-keys.ts'
import type { EvidencePack } from './evidence-pack.ts'
import { completionTime, ProfileId } from './offer.ts'
import { render } from './render.ts'
import {
  circumstances,
  keys,
  madePack,
  offerContent,
  operator,
  receiptContent,
  softKey,
  start,
  steady,
  withPayload,
  type Lies,
} from './testing/exhibits.ts'

const trust = { keys, verify: verifyEs256, now: Instant.plus(start, 60) }
const pack = await madePack()
const late = (seconds: number): Instant => Instant.plus(start, seconds)

function failed(report: EvidenceReport): string[] {
  return report.checks.filter(({ outcome }) => outcome !== 'passed').map(({ check }) => check)
}

describe('a pack as the app saved it', () => {
  it('verifies, check by check, and says what was approved', () => {
    const report = verifyEvidence(pack, trust)
    expect(failed(report)).toEqual([])
    expect(report.checks.map(({ check }) => check)).toEqual(Object.keys(evidenceChecks))
    expect(report.approved).toMatchObject({
      shown: render(offerContent),
      time: receiptContent.time,
      signed_at: circumstances.signed_at,
      uv: 'pin',
      proved_by: 'activation_codes',
    })
  })

  it('says what it does not prove, also where all checks pass', () => {
    expect(verifyEvidence(pack, trust).unproven).toContain('that-the-keys-are-the-persons')
  })

  it('verifies without a clock too, and tells that one check was not done', () => {
    const { checks, verified } = verifyEvidence(pack, { keys, verify: verifyEs256 })
    expect(verified).toBe(true)
    expect(checks.find(({ outcome }) => outcome !== 'passed')?.check).toBe('receipt-not-ahead')
  })

  it('is never trusted for bringing its own keys', () => {
    const own = { ...pack, keys }
    expect(failed(verifyEvidence(own, trust))[0]).toBe('pack-form')
    const none = verifyEvidence(pack, { ...trust, keys: { v: 1, keys: [] } })
    expect(none.verified).toBe(false)
    expect(failed(none)).toContain('binding-key')
  })

  it('holds for an approval of the last second, which is completed within the next minute', async () => {
    const last = { offer: { exp: late(0) }, receipt: { time: late(completionTime - 1) } }
    expect(failed(verifyEvidence(await madePack(last), trust))).toEqual([])
  })

  it('proves nothing without its receipt, and shows nothing as approved', () => {
    const { receipt: _, ...incomplete } = pack
    for (const bad of [incomplete, { ...pack, receipt: '' }, null, [], 'pack', 7]) {
      const report = verifyEvidence(bad, trust)
      expect(report.verified).toBe(false)
      expect(report.approved).toBeUndefined()
    }
  })
})

type Exhibit = Exclude<keyof EvidencePack, 'v'>
const exhibits = ['binding', 'offer', 'approval', 'receipt'] as const
// The signature of each exhibit, which stands over every one of its fields.
const guards: Readonly<Record<Exhibit, readonly EvidenceCheck[]>> = {
  binding: ['binding-form', 'binding-signature'],
  offer: ['offer-form', 'offer-signature'],
  approval: ['approval-form', 'device-signature'],
  receipt: ['receipt-form', 'receipt-signature'],
}

type Path = readonly string[]

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, part]) => leaves(part, [...path, name]))
}

/** The same with one leaf exchanged for another of its kind: the smallest lie there is. */
function changed(value: unknown, [name, ...path]: Path): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') {
    const other = value.endsWith('a') ? 'e' : 'a'
    return `${value.slice(0, -1)}${other}`
  }
  if (name === undefined) return value
  if (Array.isArray(value))
    return value.map((part: unknown, at) => (String(at) === name ? changed(part, path) : part))
  const members = value as Record<string, unknown>
  return { ...members, [name]: changed(members[name], path) }
}

function payloadOf(jws: string): unknown {
  let found: unknown
  withPayload(jws, (payload) => (found = payload))
  return found
}

const fields = exhibits.flatMap((exhibit) =>
  leaves(payloadOf(pack[exhibit])).map((path) => [exhibit, path.join('.'), path] as const),
)

describe('a pack in which one thing was changed', () => {
  it('has all its fields in the table below', () => {
    expect(fields.length).toBeGreaterThan(55)
    expect(new Set(fields.map(([exhibit]) => exhibit))).toEqual(new Set(exhibits))
  })

  it.each(fields)('RFC 7515 §5.2: fails by the signature of the %s: %s', (exhibit, _, path) => {
    const jws = withPayload(pack[exhibit], (payload) => changed(payload, path))
    expect(jws).not.toBe(pack[exhibit])
    const report = verifyEvidence({ ...pack, [exhibit]: jws }, trust)
    expect(report.verified).toBe(false)
    const [form, signature] = guards[exhibit]
    const found = failed(report)
    expect(found.includes(form ?? '') || found.includes(signature ?? '')).toBe(true)
  })

  it.each(exhibits)('fails for every letter that is changed in the %s', (exhibit) => {
    const text = pack[exhibit]
    for (let at = 0; at < text.length; at += 41) {
      const letter = text[at] === 'A' ? 'B' : 'A'
      const bad = { ...pack, [exhibit]: text.slice(0, at) + letter + text.slice(at + 1) }
      expect(verifyEvidence(bad, trust).verified).toBe(false)
    }
  })

  it.each(exhibits)('fails with the %s of another approval', async (exhibit) => {
    const other = await madePack({
      binding: { pin_epoch: 2 },
      offer: { challenge: Digest.ofText('another') },
      approval: { attempt_id: 'attempt-2' },
    })
    expect(verifyEvidence(other, trust).verified).toBe(true)
    const report = verifyEvidence({ ...pack, [exhibit]: other[exhibit] }, trust)
    expect(report.verified).toBe(false)
    expect(report.checks.some(({ reason }) => reason === 'differs')).toBe(true)
  })
})

const other = Digest.ofText('another')
const lies: readonly [string, Lies, readonly EvidenceCheck[]][] = [
  ['profile', { approval: { profile: ProfileId.make(steady(9)) } }, ['approval-profile']],
  ['addressee', { offer: { aud: ProfileId.make(steady(9)) } }, ['approval-profile']],
  ['binding named', { approval: { binding_sha256: other } }, ['approval-binding']],
  ['offer named', { approval: { offer_sha256: other } }, ['approval-offer']],
  ['challenge', { approval: { challenge: other } }, ['approval-challenge']],
  ['text shown', { approval: { display_sha256: other } }, ['approval-display']],
  ['PIN epoch', { approval: { pin_epoch: 7 } }, ['approval-pin-epoch']],
  ['device key', { binding: { dk_jwk: softKey('x').jwk } }, ['device-signature']],
  ['approval key', { binding: { ak_jwk: softKey('x').jwk } }, ['approval-signature']],
  ['approval received', { receipt: { approval_sha256: other } }, ['receipt-approval']],
  ['binding made after the offer', { binding: { iat: late(1) } }, ['binding-in-time']],
  ['binding that had ended', { binding: { exp: late(21) } }, ['binding-in-time']],
  ['binding before its key', { binding: { iat: late(-2000) } }, ['binding-key-in-use']],
  ['receipt before the offer', { receipt: { time: late(-1) } }, ['receipt-in-time']],
  [
    'receipt longer after the offer than a completion takes',
    { offer: { exp: late(0) }, receipt: { time: late(completionTime) } },
    ['receipt-in-time'],
  ],
  ['receipt from the future', { receipt: { time: late(61) } }, ['receipt-not-ahead']],
  [
    'offer after its key',
    { offer: { iat: late(1000), exp: late(1300) } },
    ['offer-key-in-use', 'receipt-in-time'],
  ],
  [
    'receipt after its key',
    { receipt: { time: late(1000) } },
    ['receipt-key-in-use', 'receipt-in-time', 'receipt-not-ahead'],
  ],
]

describe('a pack in which a right key signed a lie', () => {
  it.each(lies)('fails by a check of its own: %s', async (_, lie, checks) => {
    const report = verifyEvidence(await madePack(lie), trust)
    expect(failed(report)).toEqual(checks)
    expect(report.approved).toBeUndefined()
  })

  it('every check that can fail is failed by some test above', () => {
    const byLie = new Set(lies.flatMap(([, , checks]) => checks))
    const rest = Object.keys(evidenceChecks).filter((check) => !byLie.has(check as EvidenceCheck))
    expect(rest).toEqual([
      ...['pack-form', 'binding-form', 'offer-form', 'approval-form', 'receipt-form'],
      ...['binding-key', 'binding-signature', 'offer-key', 'offer-signature'],
      ...['receipt-key', 'receipt-signature'],
    ])
  })

  it('fails where another key has the name of the operator’s', () => {
    const [key] = keys.keys
    if (!key) throw new Error('no key')
    const impostor = { v: 1 as const, keys: [{ ...key, jwk: softKey('x').jwk }] }
    expect(failed(verifyEvidence(pack, { ...trust, keys: impostor }))).toEqual([
      'binding-signature',
      'offer-signature',
      'receipt-signature',
    ])
  })
})

describe('the list of evidence keys', () => {
  it('is read as it is published; two keys of one name are refused', () => {
    const published: unknown = JSON.parse(JSON.stringify(keys))
    expect(EvidenceKeys.parse(published)).toEqual(keys)
    const [key] = keys.keys
    expect(EvidenceKeys.parse({ v: 1, keys: [key, key] })).toBeUndefined()
    expect(EvidenceKeys.parse({ v: 1, keys: [{ ...key, use_until: null }] })).toBeDefined()
    for (const bad of [{ v: 2, keys: [] }, { v: 1 }, [], null, { v: 1, keys: [operator.jwk] }])
      expect(EvidenceKeys.parse(bad)).toBeUndefined()
  })
})
