/** An app proof: the header by which an app shows, on every call, that it holds its device key. */
import { accept, base64url, refuse, type Brand, type Bytes } from '@open-mitid/kernel'
import type { Instant, Result } from '@open-mitid/kernel'
import { Digest } from './digest.ts'
import type { PublicJwk, Sign, VerifyEs256 } from './es256.ts'
import { instant } from './evidence-keys.ts'
import { matching, oneOf, record } from './json.ts'
import { readCompact, signCompact, type Compact, type Form } from './jws.ts'
import { ProfileId } from './offer.ts'

/** The name of the HTTP header. */
export const appProofHeader = 'MitID-Proof'

/** RFC 9449 §4.2, with the rolling nonce `rn` and the hash of the body. */
export type AppProofContent = {
  readonly htm: 'POST'
  /** The app's origin and the path. */
  readonly htu: string
  readonly iat: Instant
  readonly jti: string
  /** The nonce of the last answer; empty in the first call of an activation. */
  readonly rn: string
  readonly body_sha256: Digest
}

/** Whose key it is: the profile's, or, before there is one, the key itself. */
export type ProofHolder = { readonly profile: ProfileId } | { readonly jwk: PublicJwk }

/** A proof that was read and says who made it; nothing of it has been checked. */
export type AppProofClaims = Compact<AppProofContent> & { readonly holder: ProofHolder }

/** `fresh`: the call is new. `repeated`: it is the last call again, which gets the last answer. */
export type AppProof = Brand<
  AppProofClaims & { readonly freshness: 'fresh' | 'repeated' },
  'AppProof'
>

/**
 * `proof`: nothing shows that the holder of the key made this call, so it must change nothing.
 * `copied`: the key is right and the nonce is not the newest: a second copy of the app is in use.
 */
export type AppProofRefusal = { readonly kind: 'proof' | 'copied' }

const nonce = /^[\w-]{22,64}$/u

const appProofForm: Form<AppProofContent> = {
  typ: 'mitid-proof+jwt',
  content: record<AppProofContent>({
    htm: oneOf('POST'),
    htu: matching(/^https?:\/\/[\x21-\x7e]{1,300}$/u),
    iat: instant,
    jti: matching(nonce),
    rn: (value) => (value === '' ? value : matching(nonce)(value)),
    body_sha256: Digest.parse,
  }),
}

/** 16 random bytes as `jti` and `rn` carry them. */
export function newNonce(random: (length: number) => Bytes): string {
  return base64url(random(16))
}

export function makeAppProof(
  content: AppProofContent,
  signer: { readonly sign: Sign },
  holder: ProofHolder,
): Promise<string> {
  const by = 'profile' in holder ? { kid: holder.profile } : { jwk: holder.jwk }
  return signCompact(appProofForm, content, by, signer.sign)
}

export function readAppProof(header: unknown): Result<AppProofClaims, AppProofRefusal> {
  const read = typeof header === 'string' ? readCompact(appProofForm, header) : undefined
  if (!read?.ok) return refuse({ kind: 'proof' })
  const { by } = read.value
  if ('jwk' in by) return accept({ ...read.value, holder: by })
  const profile = ProfileId.parse(by.kid)
  return profile ? accept({ ...read.value, holder: { profile } }) : refuse({ kind: 'proof' })
}

/**
 * `dk` is the profile's own key, `rn` the nonce that it was last given, `last` the last call that
 * was answered. The phone's clock is never a reason to refuse.
 */
export function verifyAppProof(
  read: AppProofClaims,
  due: {
    readonly dk: PublicJwk
    readonly htm: string
    readonly htu: string
    readonly rn: string
    readonly body: Bytes
    readonly verify: VerifyEs256
    readonly last?: { readonly jti: string; readonly body_sha256: string } | undefined
  },
): Result<AppProof, AppProofRefusal> {
  const { content, input, signature } = read
  if (content.htm !== due.htm || content.htu !== due.htu) return refuse({ kind: 'proof' })
  if (content.body_sha256 !== Digest.ofBytes(due.body)) return refuse({ kind: 'proof' })
  if (!due.verify(due.dk, input, signature)) return refuse({ kind: 'proof' })
  if (content.jti === due.last?.jti && content.body_sha256 === due.last.body_sha256)
    return accept({ ...read, freshness: 'repeated' } as AppProof)
  if (content.rn !== due.rn) return refuse({ kind: 'copied' })
  return accept({ ...read, freshness: 'fresh' } as AppProof)
}
