/** The port to the operator's signing keys, whose private halves are sealed. */
import type { Bytes, Instant, Result } from '@open-mitid/kernel'
import type { PublicJwk } from '@open-mitid/protocol'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'
import type { KeyList, Rotation, SigningKey } from './signing-key.ts'

/** A new key pair: the public half, and the private half as PKCS#8. */
export type NewKeyPair = () => { readonly jwk: PublicJwk; readonly privateKey: Bytes }

export type SigningKeys = {
  /** The list by age, with the time and the end of the system's chain. */
  load(list: KeyList): Promise<{
    readonly now: Instant
    readonly keys: readonly SigningKey[]
    readonly chain: ChainHead
  }>
  /** Adds a key, ends the one it follows, and writes the event, all or nothing. */
  add(
    list: KeyList,
    key: SigningKey & { readonly privateKey: Bytes },
    ends: Rotation['ends'],
    events: AppendedEvents,
  ): Promise<Result<undefined, { kind: 'lost' }>>
}
