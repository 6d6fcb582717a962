/** An approval: a person's yes to one offer, by both keys of one binding. See protocols §2. */
import { accept, refuse, type Brand, type Instant, type Result } from '@open-mitid/kernel'
import type { Binding } from './binding.ts'
import { Digest } from './digest.ts'
import type { Sign, VerifyEs256 } from './es256.ts'
import { instant } from './evidence-keys.ts'
import { matching, oneOf, record, whole } from './json.ts'
import { readGeneral, signGeneral, unsignedRole } from './jws.ts'
import type { General, GeneralForm, ReadRefusal } from './jws.ts'
import { readProfileId, type ProfileId, type Offer } from './offer.ts'
import { plainText } from './plain-text.ts'
import { displaySha256, render } from './render.ts'

/** The newest event of the person's chain that the phone knows: a hidden one comes to light. */
export type Seen = { readonly n: number; readonly head: Digest }

export type ApprovalContent = {
  readonly v: 1
  readonly profile: ProfileId
  readonly binding_sha256: Digest
  readonly offer_sha256: Digest
  readonly challenge: Digest
  readonly decision: 'approve'
  /** The PIN try that this approval rests on, as the server counted it. */
  readonly attempt_id: string
  readonly pin_epoch: number
  readonly display_sha256: Digest
  readonly seen: Seen
  readonly uv: 'pin' | 'bio'
  readonly app: { readonly version: string }
  /** The phone's clock, which may be wrong. */
  readonly signed_at: Instant
}

export type ApprovalRole = 'dk' | 'ak'
export type Approval = General<ApprovalContent, ApprovalRole>
/** Both signatures and every link to the binding and the offer hold. */
export type VerifiedApproval = Brand<Approval, 'VerifiedApproval'>

/** Each thing that ties an approval to one binding and one offer. */
export type ApprovalLink = 'profile' | 'binding' | 'offer' | 'challenge' | 'display' | 'pin-epoch'

export type ApprovalRefusal =
  | ReadRefusal
  | { readonly kind: 'signature'; readonly role: ApprovalRole }
  | { readonly kind: 'link'; readonly link: ApprovalLink | 'attempt' }

export const readSeen = record<Seen>({ n: whole, head: Digest.parse })
export const readApp = record<{ version: string }>({ version: plainText(40) })

export const approvalForm: GeneralForm<ApprovalContent, ApprovalRole> = {
  typ: 'mitid-approval+jws',
  roles: ['dk', 'ak'],
  content: record<ApprovalContent>({
    v: oneOf(1),
    profile: readProfileId,
    binding_sha256: Digest.parse,
    offer_sha256: Digest.parse,
    challenge: Digest.parse,
    decision: oneOf('approve'),
    attempt_id: matching(/^[\w-]{1,64}$/u),
    pin_epoch: whole,
    display_sha256: Digest.parse,
    seen: readSeen,
    uv: oneOf('pin', 'bio'),
    app: readApp,
    signed_at: instant,
  }),
}

/** What each link demands. */
export const approvalLinks: Readonly<
  Record<ApprovalLink, (approval: ApprovalContent, binding: Binding, offer: Offer) => boolean>
> = {
  profile: (approval, binding, offer) =>
    approval.profile === binding.content.profile && approval.profile === offer.content.aud,
  binding: (approval, binding) => approval.binding_sha256 === Digest.ofText(binding.jws),
  offer: (approval, _, offer) => approval.offer_sha256 === Digest.ofText(offer.jws),
  challenge: (approval, _, offer) => approval.challenge === offer.content.challenge,
  display: (approval, _, offer) =>
    approval.display_sha256 === displaySha256(render(offer.content).text),
  'pin-epoch': (approval, binding) => approval.pin_epoch === binding.content.pin_epoch,
}

/** What the person does not decide: the rest of an approval's content follows from these. */
export type ApprovalCircumstances = Pick<
  ApprovalContent,
  'attempt_id' | 'seen' | 'uv' | 'app' | 'signed_at'
>

/** The content of a yes to `offer` by the holder of `binding`, for what `render` shows of it. */
export function approvalOf(
  offer: Offer,
  binding: Binding,
  circumstances: ApprovalCircumstances,
): ApprovalContent {
  return {
    v: 1,
    profile: binding.content.profile,
    binding_sha256: Digest.ofText(binding.jws),
    offer_sha256: Digest.ofText(offer.jws),
    challenge: offer.content.challenge,
    decision: 'approve',
    pin_epoch: binding.content.pin_epoch,
    display_sha256: displaySha256(render(offer.content).text),
    ...circumstances,
  }
}

/** Answers the JWS in General JSON form; its text is the approval from then on. */
export function issueApproval(
  content: ApprovalContent,
  signers: Readonly<Record<ApprovalRole, { readonly sign: Sign }>>,
): Promise<string> {
  return signGeneral(approvalForm, content, signers)
}

export function readApproval(jws: string): Result<Approval, ReadRefusal> {
  return readGeneral(approvalForm, jws)
}

/** `attemptId` is the try that the server counted for this very offer and found right. */
export function verifyApproval(
  jws: string,
  against: {
    readonly binding: Binding
    readonly offer: Offer
    readonly attemptId: string
    readonly verify: VerifyEs256
  },
): Result<VerifiedApproval, ApprovalRefusal> {
  const read = readApproval(jws)
  if (!read.ok) return read
  const { content, parts } = read.value
  const { binding, offer, attemptId, verify } = against
  const link = (Object.keys(approvalLinks) as ApprovalLink[]).find(
    (name) => !approvalLinks[name](content, binding, offer),
  )
  if (link) return refuse({ kind: 'link', link })
  if (content.attempt_id !== attemptId) return refuse({ kind: 'link', link: 'attempt' })
  const { dk_jwk: dk, ak_jwk: ak } = binding.content
  const role = unsignedRole(parts, { dk, ak }, verify)
  return role ? refuse({ kind: 'signature', role }) : accept(read.value as VerifiedApproval)
}
