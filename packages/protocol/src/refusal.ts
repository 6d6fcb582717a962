/** A refusal: a person's no to one offer, by the device key alone; no PIN is asked for a no. */
import { accept, refuse, type Brand, type Instant, type Result } from '@open-mitid/kernel'
import { readApp, readSeen, type Seen } from './approval.ts'
import type { Binding } from './binding.ts'
import { Digest } from './digest.ts'
import type { Sign, VerifyEs256 } from './es256.ts'
import { instant } from './evidence-keys.ts'
import { oneOf, record } from './json.ts'
import { readGeneral, signGeneral, unsignedRole } from './jws.ts'
import type { General, GeneralForm, ReadRefusal } from './jws.ts'
import { readProfileId, type ProfileId, type Offer } from './offer.ts'
import { displaySha256, render } from './render.ts'

export type RefusalContent = {
  readonly v: 1
  readonly profile: ProfileId
  readonly binding_sha256: Digest
  readonly offer_sha256: Digest
  readonly challenge: Digest
  readonly decision: 'refuse'
  /** `not_me`: "I did not start this". */
  readonly reason: 'cancel' | 'not_me'
  readonly display_sha256: Digest
  readonly seen: Seen
  readonly app: { readonly version: string }
  readonly signed_at: Instant
}

export type Refusal = General<RefusalContent, 'dk'>
export type VerifiedRefusal = Brand<Refusal, 'VerifiedRefusal'>

type RefusalLink = 'profile' | 'binding' | 'offer' | 'challenge' | 'display'
export type RefusalRefusal =
  | ReadRefusal
  | { readonly kind: 'signature'; readonly role: 'dk' }
  | { readonly kind: 'link'; readonly link: RefusalLink }

const refusalForm: GeneralForm<RefusalContent, 'dk'> = {
  typ: 'mitid-refusal+jws',
  roles: ['dk'],
  content: record<RefusalContent>({
    v: oneOf(1),
    profile: readProfileId,
    binding_sha256: Digest.parse,
    offer_sha256: Digest.parse,
    challenge: Digest.parse,
    decision: oneOf('refuse'),
    reason: oneOf('cancel', 'not_me'),
    display_sha256: Digest.parse,
    seen: readSeen,
    app: readApp,
    signed_at: instant,
  }),
}

export function refusalOf(
  offer: Offer,
  binding: Binding,
  circumstances: Pick<RefusalContent, 'reason' | 'seen' | 'app' | 'signed_at'>,
): RefusalContent {
  return {
    v: 1,
    profile: binding.content.profile,
    binding_sha256: Digest.ofText(binding.jws),
    offer_sha256: Digest.ofText(offer.jws),
    challenge: offer.content.challenge,
    decision: 'refuse',
    display_sha256: displaySha256(render(offer.content).text),
    ...circumstances,
  }
}

export function issueRefusal(
  content: RefusalContent,
  signers: { readonly dk: { readonly sign: Sign } },
): Promise<string> {
  return signGeneral(refusalForm, content, signers)
}

export function readRefusal(jws: string): Result<Refusal, ReadRefusal> {
  return readGeneral(refusalForm, jws)
}

export function verifyRefusal(
  jws: string,
  against: { readonly binding: Binding; readonly offer: Offer; readonly verify: VerifyEs256 },
): Result<VerifiedRefusal, RefusalRefusal> {
  const read = readRefusal(jws)
  if (!read.ok) return read
  const { binding, offer, verify } = against
  const { content, parts } = read.value
  const { reason, seen, app, signed_at } = content
  const due = refusalOf(offer, binding, { reason, seen, app, signed_at })
  if (offer.content.aud !== content.profile) return refuse({ kind: 'link', link: 'profile' })
  const link = links.find(([, name]) => content[name] !== due[name])
  if (link) return refuse({ kind: 'link', link: link[0] })
  const role = unsignedRole(parts, { dk: binding.content.dk_jwk }, verify)
  return role ? refuse({ kind: 'signature', role }) : accept(read.value as VerifiedRefusal)
}

const links = [
  ['profile', 'profile'],
  ['binding', 'binding_sha256'],
  ['offer', 'offer_sha256'],
  ['challenge', 'challenge'],
  ['display', 'display_sha256'],
] as const satisfies readonly (readonly [RefusalLink, keyof RefusalContent])[]
