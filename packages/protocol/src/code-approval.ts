/**
 * A yes by password and a code device: the person proved both to the operator, who says so. There is
 * no signature of theirs in it, and every verifier is told (protocols §4).
 */
import { hmacSha256 } from '#sha256'
import type { Bytes, Instant, Result } from '@open-mitid/kernel'
import { Digest } from './digest.ts'
import type { Signer } from './es256.ts'
import { instant } from './evidence-keys.ts'
import { oneOf, record } from './json.ts'
import { readCompact, signCompact, type Compact, type Form, type ReadRefusal } from './jws.ts'
import { readProfileId, type Offer, type OfferId, type ProfileId } from './offer.ts'
import { displaySha256, render } from './render.ts'

export const codeDeviceKinds = ['code-display', 'audio-reader'] as const
export type CodeDeviceKind = (typeof codeDeviceKinds)[number]

export type CodeApprovalContent = {
  readonly v: 1
  /** Whose word this is. */
  readonly evidence: 'operator'
  readonly device: ProfileId
  readonly device_kind: CodeDeviceKind
  readonly offer_sha256: Digest
  readonly challenge: Digest
  readonly display_sha256: Digest
  readonly decision: 'approve'
  readonly time: Instant
}

export type CodeApproval = Compact<CodeApprovalContent>

/** Each thing that ties it to one offer. */
export type CodeApprovalLink = 'device' | 'offer' | 'challenge' | 'display'

const codeApprovalForm: Form<CodeApprovalContent> = {
  typ: 'mitid-code-approval+jwt',
  content: record<CodeApprovalContent>({
    v: oneOf(1),
    evidence: oneOf('operator'),
    device: readProfileId,
    device_kind: oneOf(...codeDeviceKinds),
    offer_sha256: Digest.parse,
    challenge: Digest.parse,
    display_sha256: Digest.parse,
    decision: oneOf('approve'),
    time: instant,
  }),
}

/** What each link demands. */
export const codeApprovalLinks: Readonly<
  Record<CodeApprovalLink, (approval: CodeApprovalContent, offer: Offer) => boolean>
> = {
  device: (approval, offer) => approval.device === offer.content.aud,
  offer: (approval, offer) => approval.offer_sha256 === Digest.ofText(offer.jws),
  challenge: (approval, offer) => approval.challenge === offer.content.challenge,
  display: (approval, offer) =>
    approval.display_sha256 === displaySha256(render(offer.content).text),
}

/** The content of a yes to `offer`, given at `time` with a right password and a right code. */
export function codeApprovalOf(
  offer: Offer,
  device_kind: CodeDeviceKind,
  time: Instant,
): CodeApprovalContent {
  return {
    v: 1,
    evidence: 'operator',
    device: offer.content.aud,
    device_kind,
    offer_sha256: Digest.ofText(offer.jws),
    challenge: offer.content.challenge,
    display_sha256: displaySha256(render(offer.content).text),
    decision: 'approve',
    time,
  }
}

export function issueCodeApproval(content: CodeApprovalContent, signer: Signer): Promise<string> {
  return signCompact(codeApprovalForm, content, { kid: signer.kid }, signer.sign)
}

export function readCodeApproval(jws: string): Result<CodeApproval, ReadRefusal> {
  return readCompact(codeApprovalForm, jws)
}

/**
 * What the page sends in the place of a code: HMAC-SHA-256 under OPAQUE's session key, so that a
 * code is good for the browser that proved the password, for one sign-in and for one text.
 */
export function codeProof(
  sessionKey: Bytes,
  { offer_id, offer_sha256 }: { readonly offer_id: OfferId; readonly offer_sha256: Digest },
  code: string,
): Bytes {
  return hmacSha256(sessionKey, `mitid-code-v1|${offer_id}|${offer_sha256}|${code}`)
}
