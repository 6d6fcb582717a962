import { describe, expect, it } from 'vitest'
import { base64url, Instant, utf8, type Bytes } from '@open-mitid/kernel'
import {
  codeApprovalOf,
  codeProof,
  issueCodeApproval,
  type CodeApprovalContent,
} from './code-approval.ts'
import { codeEvidenceChecks } from './code-evidence-checks.ts'
import { Digest } from './digest.ts'
import { verifyEs256 } from './es256.ts'
import { verifyEvidence, type EvidenceReport } from './evidence.ts'
import type { CodeEvidencePack } from './evidence-pack.ts'
import { OfferId, ProfileId, type OfferContent } from './offer.ts'
import { issueReceipt, type ReceiptContent } from './receipt.ts'
import {
  keys,
  madeOffer,
  offerContent,
  operator,
  receiptContent,
  softKey,
  start,
  steady,
  withPayload,
} from './testing/exhibits.ts'

const trust = { keys, verify: verifyEs256, now: Instant.plus(start, 60) }
const late = (seconds: number): Instant => Instant.plus(start, seconds)
const context = { ...offerContent.context, flow: 'device' } as const

type Lies = {
  readonly offer?: Partial<OfferContent>
  readonly approval?: Partial<CodeApprovalContent>
  readonly receipt?: Partial<ReceiptContent>
}

async function madePack(lies: Lies = {}): Promise<CodeEvidencePack> {
  const offer = await madeOffer({ context, ...lies.offer })
  const content = codeApprovalOf(offer, 'audio-reader', late(20))
  const code_approval = await issueCodeApproval({ ...content, ...lies.approval }, operator)
  const approval_sha256 = Digest.ofText(code_approval)
  const receipt = { ...receiptContent, approval_sha256, ...lies.receipt }
  return { v: 1, offer: offer.jws, code_approval, receipt: await issueReceipt(receipt, operator) }
}

const pack = await madePack()

function failed(report: EvidenceReport): string[] {
  return report.checks.filter(({ outcome }) => outcome !== 'passed').map(({ check }) => check)
}

describe('a pack of an approval by password and code', () => {
  it('verifies, check by check, and is reported as the operator’s word alone', () => {
    const report = verifyEvidence(pack, trust)
    expect(failed(report)).toEqual([])
    expect(report.checks.map(({ check }) => check)).toEqual(Object.keys(codeEvidenceChecks))
    expect(report).toMatchObject({
      verified: true,
      evidence: 'operator',
      approved: { evidence: 'operator', device_kind: 'audio-reader', time: receiptContent.time },
    })
    expect(report.approved?.shown.from.way).toContain('code reader')
  })

  it('says first of what it does not prove that the person approved', () => {
    expect(verifyEvidence(pack, trust).unproven[0]).toBe('that-the-person-approved')
  })

  it('is never taken for evidence by the person’s keys, nor the other way round', () => {
    const asApp = { ...pack, approval: pack.code_approval, binding: pack.offer }
    expect(verifyEvidence(asApp, trust)).toMatchObject({ verified: false })
    const { code_approval: _, ...without } = pack
    expect(verifyEvidence(without, trust)).toMatchObject({ verified: false, evidence: 'person' })
    const statement = { ...pack, code_approval: pack.receipt }
    expect(failed(verifyEvidence(statement, trust))[0]).toBe('approval-form')
  })
})

const other = Digest.ofText('another')
const lies: readonly [string, Lies, readonly string[]][] = [
  ['device', { approval: { device: ProfileId.make(steady(9)) } }, ['approval-device']],
  ['offer', { approval: { offer_sha256: other } }, ['approval-offer']],
  ['challenge', { approval: { challenge: other } }, ['approval-challenge']],
  ['text shown', { approval: { display_sha256: other } }, ['approval-display']],
  ['approval received', { receipt: { approval_sha256: other } }, ['receipt-approval']],
  ['approval before the offer', { approval: { time: late(-1) } }, ['approval-in-time']],
  ['approval after its receipt', { approval: { time: late(22) } }, ['approval-in-time']],
  ['receipt from the future', { receipt: { time: late(61) } }, ['receipt-not-ahead']],
  [
    'approval after its key',
    { approval: { time: late(1000) } },
    ['approval-key-in-use', 'approval-in-time'],
  ],
]

describe('a pack by code in which a right key signed a lie, or something was changed', () => {
  it.each(lies)('fails by a check of its own: %s', async (_, lie, checks) => {
    const report = verifyEvidence(await madePack(lie), trust)
    expect(failed(report)).toEqual(checks)
    expect(report.approved).toBeUndefined()
  })

  it.each(['offer', 'code_approval', 'receipt'] as const)('fails for a changed %s', (exhibit) => {
    const jws = withPayload(pack[exhibit], (content) => {
      const { challenge: _, ...rest } = content as Record<string, unknown>
      return { ...rest, challenge: other, n: 7 }
    })
    expect(verifyEvidence({ ...pack, [exhibit]: jws }, trust).verified).toBe(false)
    const text = pack[exhibit]
    for (let at = 0; at < text.length; at += 31) {
      const letter = text[at] === 'A' ? 'B' : 'A'
      const bad = { ...pack, [exhibit]: text.slice(0, at) + letter + text.slice(at + 1) }
      expect(verifyEvidence(bad, trust).verified).toBe(false)
    }
  })

  it('fails where another key has the name of the operator’s', () => {
    const [key] = keys.keys
    const impostor = { v: 1, keys: [{ ...key, jwk: softKey('x').jwk }] } as typeof keys
    expect(failed(verifyEvidence(pack, { ...trust, keys: impostor }))).toEqual([
      'offer-signature',
      'approval-signature',
      'receipt-signature',
    ])
  })
})

describe('what is sent in the place of a code', () => {
  const key = utf8('a session key of 32 bytes or more')
  const offer = { offer_id: OfferId.make(steady(2)), offer_sha256: Digest.ofText('an offer') }

  it('is HMAC-SHA-256 over the sign-in, its offer and the code, the same wherever it is made', () => {
    expect(base64url(codeProof(key, offer, '123456'))).toBe(
      base64url(codeProof(key, { ...offer }, '123456')),
    )
    expect(codeProof(key, offer, '123456')).toHaveLength(32)
  })

  it.each([
    ['another code', { code: '123457' }],
    ['another sign-in', { offer: { ...offer, offer_id: OfferId.make(steady(3)) } }],
    ['another text', { offer: { ...offer, offer_sha256: Digest.ofText('another') } }],
    ['another session', { key: utf8('another session key, as long') }],
  ])('differs for %s', (_, change: { code?: string; offer?: typeof offer; key?: Bytes }) => {
    const made = codeProof(change.key ?? key, change.offer ?? offer, change.code ?? '123456')
    expect(base64url(made)).not.toBe(base64url(codeProof(key, offer, '123456')))
  })
})
