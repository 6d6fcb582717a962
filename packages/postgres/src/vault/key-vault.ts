/** The port to what keeps the master keys: a key file, or a hardware module (PKCS#11). */
import type { Bytes } from '@open-mitid/kernel'
import type { Mac } from '@open-mitid/identity/keys'

/**
 * The master keys never leave it. `associated` names what the data key is for, and unwrapping
 * fails (throws) under any other name. An adapter keeps one MAC key a purpose.
 */
export type KeyVault = {
  readonly wrap: (dataKey: Bytes, associated: string) => Promise<Bytes>
  readonly unwrap: (wrapped: Bytes, associated: string) => Promise<Bytes>
  readonly mac: Mac
  /** True for keys made for a sandbox: a production start refuses them. */
  readonly madeForDevelopment: boolean
}
