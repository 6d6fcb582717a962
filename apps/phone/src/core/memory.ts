/** What a profile remembers between two calls, and how it is sealed where it lies. */
import { fromUtf8, utf8, type Bytes } from '@open-mitid/kernel'
import type { ChainHead, EvidenceKeys } from '@open-mitid/protocol'
import type { StoredProfile } from './store.ts'

/** One PIN's secret `s` and the epoch whose OPAQUE record and approval key it belongs to. */
export type PinSlot = { readonly epoch: number; readonly s: string }

/** A call whose answer has not been heard yet: it is sent again, to the letter, before any other. */
export type PendingCall = { readonly path: string; readonly jti: string; readonly body: string }

type Kept = {
  readonly nickname: string
  readonly rn: string
  readonly pending?: PendingCall | undefined
}

/** The life of a profile on the phone; a later stage holds what the earlier ones led to. */
export type ProfileMemory =
  | (Kept & { readonly stage: 'opening' })
  | (Kept & {
      readonly stage: 'second-code'
      readonly profile: string
      readonly second: SecondCodeSent
      /** The first code, with which this app asks for the second one to be sent again. */
      readonly code: string
    })
  | (Kept & { readonly stage: 'pin'; readonly profile: string; readonly slot?: PinSlot })
  | (Kept & {
      readonly stage: 'active'
      readonly profile: string
      readonly binding: string
      readonly slot: PinSlot
      /** The new PIN's slot while it is not known whether the server has taken it. */
      readonly nextSlot?: PinSlot | undefined
      /** The newest event of the person's chain that this phone has been told of. */
      readonly seen: ChainHead
      /** How far this phone has recomputed the chain by itself. */
      readonly checked: ChainHead
      /** The server has told a chain that does not hold what it told before. */
      readonly forked?: true
      /** The operator's keys, once they could be fetched. */
      readonly keys?: KeptKeys | undefined
    })
  | (Kept & { readonly stage: 'ended'; readonly why: EndedWhy })

/** Every evidence key that this profile was ever told of, and when last, by the server's clock. */
export type KeptKeys = { readonly list: EvidenceKeys; readonly at: number }

/**
 * `copied`: two installations used one profile. `revoked`: ended elsewhere. `removed`: by its
 * person, here. `damaged`: what lies on the phone cannot be read any more.
 */
export type EndedWhy = 'copied' | 'revoked' | 'removed' | 'damaged'

/** Where the second activation code was sent, masked as the server shows it. */
export type SecondCodeSent = {
  readonly channel: 'sms' | 'email' | 'letter'
  readonly to: string
  readonly expires_at: number
}

export async function sealMemory(
  memory: ProfileMemory,
  sealKey: CryptoKey,
  iv: Bytes,
): Promise<StoredProfile['memory']> {
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    sealKey,
    utf8(JSON.stringify(memory)),
  )
  return { iv, sealed: new Uint8Array(sealed) }
}

/** Reads back what `sealMemory` wrote. Throws where the record was damaged or exchanged. */
export async function openMemory(stored: StoredProfile): Promise<ProfileMemory> {
  const { iv, sealed } = stored.memory
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, stored.sealKey, sealed)
  return JSON.parse(fromUtf8(new Uint8Array(plain)) ?? '') as ProfileMemory
}
