/** The provider's keys: one signs, those before and after it are published for verifying. */
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { Instant } from '@open-mitid/kernel'
import type { KeyRing, RingKey } from '@open-mitid/postgres'
import { ExternalSigningKey } from 'oidc-provider'

/** ES256 by a kept key object and a synchronous call, several times faster than an awaited JWS. */
class OidcSigningKey extends ExternalSigningKey {
  readonly #publicKey: KeyObject
  readonly #key: RingKey

  constructor(key: RingKey) {
    super()
    this.#publicKey = createPublicKey(key.privateKey)
    this.#key = key
    Object.assign(this, { kid: key.kid, alg: 'ES256' })
  }

  override keyObject(): KeyObject {
    return this.#publicKey
  }

  override sign(data: Uint8Array): Uint8Array {
    return this.#key.sign(Uint8Array.from(data))
  }
}

/** How long a server may go on with a key that another server has ended. */
const staleMs = 5_000

/**
 * The keys for the library, which signs with the first. The same array is answered as long as the
 * keys and their order are the same. `now` is the database's time.
 */
export function oidcKeys(
  ring: KeyRing,
  now: () => Promise<Instant>,
): () => Promise<readonly ExternalSigningKey[]> {
  let kids = ''
  let keys: readonly ExternalSigningKey[] = []
  let readAt = Number.NEGATIVE_INFINITY
  return async () => {
    const at = performance.now()
    if (at - readAt < staleMs) return keys
    const time = await now()
    const current = ring.current(time)
    const others = ring.published(time).filter(({ kid }) => kid !== current.kid)
    const order = [current, ...others]
    const names = order.map(({ kid }) => kid).join(' ')
    if (names !== kids) keys = order.map((key) => new OidcSigningKey(key))
    kids = names
    readAt = at
    return keys
  }
}
