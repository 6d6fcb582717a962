import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { p256 } from '@noble/curves/nist.js'
import { approvalOf, issueApproval, verifyApproval } from './approval.ts'
import type { ApprovalContent } from './approval.ts'
import { Digest } from './digest.ts'
import { verifyEs256, type Sign } from './es256.ts'
import { issueRefusal, refusalOf, verifyRefusal, type RefusalContent } from './refusal.ts'
import { OfferId, ProfileId } from './offer.ts'
import {
  ak,
  circumstances,
  dk,
  madeBinding,
  madeOffer,
  operator,
  softKey,
  steady,
} from './testing/exhibits.ts'

const binding = await madeBinding()
const offer = await madeOffer()
const against = { binding, offer, attemptId: 'attempt-1', verify: verifyEs256 }
const content = approvalOf(offer, binding, circumstances)
const other = Digest.ofText('another')

describe('approval', () => {
  it('holds by both keys of the binding, for this offer and this PIN try', async () => {
    const verified = verifyApproval(await issueApproval(content, { dk, ak }), against)
    expect(verified).toMatchObject({ ok: true, value: { content } })
  })

  const links: readonly [string, Partial<ApprovalContent>][] = [
    ['profile', { profile: ProfileId.make(steady(9)) }],
    ['binding', { binding_sha256: other }],
    ['offer', { offer_sha256: other }],
    ['challenge', { challenge: other }],
    ['display', { display_sha256: other }],
    ['pin-epoch', { pin_epoch: 2 }],
    ['attempt', { attempt_id: 'attempt-2' }],
  ]
  it.each(links)('with another %s is refused, though both keys signed it', async (link, change) => {
    const jws = await issueApproval({ ...content, ...change }, { dk, ak })
    expect(verifyApproval(jws, against)).toEqual({ ok: false, refusal: { kind: 'link', link } })
  })

  it('of one offer never serves another, not even one that looks the same', async () => {
    const jws = await issueApproval(content, { dk, ak })
    const again = await madeOffer({ offer_id: OfferId.make(steady(3)) })
    const refusal = { kind: 'link', link: 'offer' }
    expect(verifyApproval(jws, { ...against, offer: again })).toEqual({ ok: false, refusal })
  })

  it('Invariant 2: with every key of the server no approval verifies under a phone’s binding', async () => {
    const real = await issueApproval(content, { dk, ak })
    const { payload, signatures } = JSON.parse(real) as {
      payload: string
      signatures: { protected: string; signature: string }[]
    }
    const forged = JSON.parse(await issueApproval(content, { dk: operator, ak: operator })) as {
      signatures: { protected: string; signature: string }[]
    }
    const [realDk, realAk] = signatures
    const [forgedDk, forgedAk] = forged.signatures
    const tries: readonly [string, unknown][] = [
      ['dk', { payload, signatures: [forgedDk, forgedAk] }],
      ['ak', { payload, signatures: [realDk, forgedAk] }],
      ['dk', { payload, signatures: [forgedDk, realAk] }],
      ['dk', { payload, signatures: [swapped(realDk, realAk), swapped(realAk, realDk)] }],
      ['ak', { payload, signatures: [realDk, swapped(realAk, realDk)] }],
    ]
    for (const [role, jws] of tries) {
      const refusal = { kind: 'signature', role }
      expect(verifyApproval(JSON.stringify(jws), against)).toEqual({ ok: false, refusal })
    }
    // Another text under signatures that the phone made for this one.
    const later = await madeOffer({ display: { lang: 'en', lines: [{ value: 'DKK 9,999' }] } })
    const lie = await issueApproval(approvalOf(later, binding, circumstances), { dk, ak: operator })
    const moved = JSON.stringify({ ...(JSON.parse(lie) as object), signatures })
    expect(verifyApproval(moved, { ...against, offer: later }).ok).toBe(false)
    // A binding that the server makes up is another binding: the phone's own text never names it.
    const madeUp = await madeBinding({ ak_jwk: operator.jwk })
    expect(verifyApproval(real, { ...against, binding: madeUp })).toMatchObject({
      refusal: { link: 'binding' },
    })
  })

  it('Invariant 2: signatures by any other key, or of any other bytes, are none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('dk', 'ak'), fc.boolean(), async (role, wrongKey) => {
        const right = role === 'dk' ? dk : ak
        const sign: Sign = wrongKey
          ? softKey('x').sign
          : (bytes) => right.sign(Uint8Array.of(...bytes, 0))
        const signers = { dk, ak, [role]: { sign } }
        const jws = await issueApproval(content, signers)
        expect(verifyApproval(jws, against)).toEqual({
          ok: false,
          refusal: { kind: 'signature', role },
        })
      }),
      { numRuns: 12 },
    )
  })

  it('a signature that is not r||s is a fault of the signer and never leaves it', async () => {
    const der: Sign = (bytes) =>
      new Uint8Array(p256.sign(bytes, p256.utils.randomSecretKey(), { format: 'der' }))
    await expect(issueApproval(content, { dk, ak: { sign: der } })).rejects.toThrow(TypeError)
  })
})

describe('refusal', () => {
  const no = refusalOf(offer, binding, {
    reason: 'not_me',
    seen: circumstances.seen,
    app: circumstances.app,
    signed_at: circumstances.signed_at,
  })

  it('holds by the device key alone', async () => {
    const verified = verifyRefusal(await issueRefusal(no, { dk }), against)
    expect(verified).toMatchObject({ ok: true, value: { content: { reason: 'not_me' } } })
    const forged = verifyRefusal(await issueRefusal(no, { dk: operator }), against)
    expect(forged).toEqual({ ok: false, refusal: { kind: 'signature', role: 'dk' } })
  })

  it('is no approval, and an approval is no refusal', async () => {
    const refusal = { kind: 'wrong-type' }
    const jws = await issueRefusal(no, { dk })
    expect(verifyApproval(jws, against)).toMatchObject({ ok: false })
    expect(verifyRefusal(await issueApproval(content, { dk, ak }), against)).toMatchObject({
      ok: false,
    })
    const renamed = jws.replace(/"protected":"[^"]+"/u, () => {
      const head = JSON.stringify({ alg: 'ES256', typ: 'mitid-approval+jws', kid: 'dk' })
      return `"protected":"${Buffer.from(head).toString('base64url')}"`
    })
    expect(verifyRefusal(renamed, against)).toEqual({ ok: false, refusal })
  })

  const links: readonly [string, Partial<RefusalContent>][] = [
    ['profile', { profile: ProfileId.make(steady(9)) }],
    ['binding', { binding_sha256: other }],
    ['offer', { offer_sha256: other }],
    ['challenge', { challenge: other }],
    ['display', { display_sha256: other }],
  ]
  it.each(links)('with another %s is refused', async (link, change) => {
    const jws = await issueRefusal({ ...no, ...change }, { dk })
    expect(verifyRefusal(jws, against)).toEqual({ ok: false, refusal: { kind: 'link', link } })
  })
})

type Signature = { protected: string; signature: string } | undefined

/** The header of one signature over the bytes of the other. */
function swapped(head: Signature, bytes: Signature): Signature {
  return head && bytes && { protected: head.protected, signature: bytes.signature }
}
