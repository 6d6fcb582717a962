/** A binding: which two keys are a profile's, and how its holder was proved. See protocols §2. */
import { remembered, type Instant, type Result } from '@open-mitid/kernel'
import { Digest } from './digest.ts'
import { PublicJwk, type Signer } from './es256.ts'
import {
  instant,
  verifyIssued,
  type Trust,
  type Verified,
  type VerifyRefusal,
} from './evidence-keys.ts'
import { matching, oneOf, record, whole } from './json.ts'
import { readCompact, signCompact, type Compact, type Form, type ReadRefusal } from './jws.ts'
import { readProfileId, type ProfileId } from './offer.ts'

/** NSIS 2.0.2: the three levels of assurance, the lowest first. */
export const nsisLevels = ['Low', 'Substantial', 'High'] as const
export type NsisLevel = (typeof nsisLevels)[number]

/** A level as Danish services name it. */
export type NsisUri = `https://data.gov.dk/concept/core/nsis/${NsisLevel}`
export function nsisUri(level: NsisLevel): NsisUri {
  return `https://data.gov.dk/concept/core/nsis/${level}`
}

export type BindingContent = {
  readonly v: 1
  readonly profile: ProfileId
  /** The device key, which lies in the app's storage. */
  readonly dk_jwk: PublicJwk
  /** The approval key, which exists only while its PIN is being used. */
  readonly ak_jwk: PublicJwk
  readonly pin_epoch: number
  /** How the person was proved when the keys were bound; the record itself stays with the operator. */
  readonly auth: { readonly method: string; readonly evidence_sha256: Digest }
  /** The highest level that an approval by these keys can reach. */
  readonly loa_cap: NsisLevel
  readonly iat: Instant
  readonly exp: Instant
}

export type Binding = Compact<BindingContent>
export type VerifiedBinding = Verified<BindingContent>

const bindingForm: Form<BindingContent> = {
  typ: 'mitid-binding+jwt',
  content: record<BindingContent>({
    v: oneOf(1),
    profile: readProfileId,
    dk_jwk: PublicJwk.parse,
    ak_jwk: PublicJwk.parse,
    pin_epoch: whole,
    auth: record<BindingContent['auth']>({
      method: matching(/^[a-z][a-z0-9_-]{0,63}$/u),
      evidence_sha256: Digest.parse,
    }),
    loa_cap: oneOf(...nsisLevels),
    iat: instant,
    exp: instant,
  }),
}

export function issueBinding(content: BindingContent, signer: Signer): Promise<string> {
  return signCompact(bindingForm, content, { kid: signer.kid }, signer.sign)
}

export const readBinding = remembered((jws): Result<Binding, ReadRefusal> =>
  readCompact(bindingForm, jws),
)

export function verifyBinding(jws: string, trust: Trust): Result<VerifiedBinding, VerifyRefusal> {
  return verifyIssued(bindingForm, (content) => content.iat, jws, trust)
}
