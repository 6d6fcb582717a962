/** What an app signs to have keys bound: at activation, and when its PIN changes. See protocols §3. */
import { accept, refuse, type Brand, type Result } from '@open-mitid/kernel'
import { Digest } from './digest.ts'
import { PublicJwk, type Sign, type VerifyEs256 } from './es256.ts'
import { oneOf, record, whole } from './json.ts'
import { readGeneral, signGeneral, unsignedRole } from './jws.ts'
import type { General, GeneralForm, ReadRefusal } from './jws.ts'
import { readProfileId, type ProfileId } from './offer.ts'

/** `nonce` is the one that came with the answer to this PIN's registration. */
type KeysAsked = { readonly profile: ProfileId; readonly nonce: Digest; readonly pin_epoch: number }

export type ActivationKeysContent = KeysAsked & {
  readonly v: 1
  readonly dk_jwk: PublicJwk
  readonly ak_jwk: PublicJwk
}
export type ActivationKeys = General<ActivationKeysContent, 'dk' | 'ak'>
/** Whoever sent it holds both keys, and made the signatures for this activation. */
export type VerifiedActivationKeys = Brand<ActivationKeys, 'VerifiedActivationKeys'>

export type PinChangeContent = KeysAsked & { readonly v: 1; readonly ak_jwk: PublicJwk }
export type PinChangeRole = 'dk' | 'ak' | 'next-ak'
export type PinChange = General<PinChangeContent, PinChangeRole>
/** Whoever sent it holds the device key, the old and the new approval key. */
export type VerifiedPinChange = Brand<PinChange, 'VerifiedPinChange'>

export type KeysRefusal<Role extends string> =
  | ReadRefusal
  | { readonly kind: 'signature'; readonly role: Role }
  | { readonly kind: 'link'; readonly link: 'profile' | 'nonce' | 'pin-epoch' | 'dk' }

const asked = { v: oneOf(1), profile: readProfileId, nonce: Digest.parse } as const

export const activationKeysForm: GeneralForm<ActivationKeysContent, 'dk' | 'ak'> = {
  typ: 'mitid-activation+jws',
  roles: ['dk', 'ak'],
  content: record<ActivationKeysContent>({
    ...asked,
    dk_jwk: PublicJwk.parse,
    ak_jwk: PublicJwk.parse,
    pin_epoch: whole,
  }),
}

export const pinChangeForm: GeneralForm<PinChangeContent, PinChangeRole> = {
  typ: 'mitid-pin-change+jws',
  roles: ['dk', 'ak', 'next-ak'],
  content: record<PinChangeContent>({ ...asked, ak_jwk: PublicJwk.parse, pin_epoch: whole }),
}

export function issueActivationKeys(
  content: ActivationKeysContent,
  signers: Readonly<Record<'dk' | 'ak', { readonly sign: Sign }>>,
): Promise<string> {
  return signGeneral(activationKeysForm, content, signers)
}

/** `due` is what the server asked for, and the `dk` that has proved every call so far. */
export function verifyActivationKeys(
  jws: string,
  due: KeysAsked & { readonly dk: PublicJwk; readonly verify: VerifyEs256 },
): Result<VerifiedActivationKeys, KeysRefusal<'dk' | 'ak'>> {
  const read = readGeneral(activationKeysForm, jws)
  if (!read.ok) return read
  const { content, parts } = read.value
  const link = wrongLink(content, due)
  if (link) return refuse({ kind: 'link', link })
  const { dk_jwk, ak_jwk } = content
  if (dk_jwk.x !== due.dk.x || dk_jwk.y !== due.dk.y) return refuse({ kind: 'link', link: 'dk' })
  const role = unsignedRole(parts, { dk: dk_jwk, ak: ak_jwk }, due.verify)
  return role ? refuse({ kind: 'signature', role }) : accept(read.value as VerifiedActivationKeys)
}

export function issuePinChange(
  content: PinChangeContent,
  signers: Readonly<Record<PinChangeRole, { readonly sign: Sign }>>,
): Promise<string> {
  return signGeneral(pinChangeForm, content, signers)
}

/** `dk` and `ak` are the keys of the binding that the change replaces. */
export function verifyPinChange(
  jws: string,
  due: KeysAsked & {
    readonly dk: PublicJwk
    readonly ak: PublicJwk
    readonly verify: VerifyEs256
  },
): Result<VerifiedPinChange, KeysRefusal<PinChangeRole>> {
  const read = readGeneral(pinChangeForm, jws)
  if (!read.ok) return read
  const { content, parts } = read.value
  const link = wrongLink(content, due)
  if (link) return refuse({ kind: 'link', link })
  const keys = { dk: due.dk, ak: due.ak, 'next-ak': content.ak_jwk }
  const role = unsignedRole(parts, keys, due.verify)
  return role ? refuse({ kind: 'signature', role }) : accept(read.value as VerifiedPinChange)
}

function wrongLink(is: KeysAsked, due: KeysAsked): 'profile' | 'nonce' | 'pin-epoch' | undefined {
  if (is.profile !== due.profile) return 'profile'
  if (is.nonce !== due.nonce) return 'nonce'
  return is.pin_epoch === due.pin_epoch ? undefined : 'pin-epoch'
}
