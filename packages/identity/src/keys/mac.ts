/** The keyed functions of the key vault that the domain asks for by purpose. */
import type { Bytes } from '@open-mitid/kernel'

/** Each purpose has a key of its own, so that a value made for one means nothing for another. */
export type MacPurpose =
  | 'user-id-index'
  | 'cpr-index'
  | 'pairwise-sub'
  | 'qr-secret'
  | 'activation-code'
  | 'second-code'
  | 'letter-code'
  | 'contact-code'
  | 'password-code'
  | 'document'
  | 'password-network'
  | 'typed-code'
  | 'owner-code'
  | 'authorization-code'

/** HMAC-SHA-256 under the key of `purpose`, which never leaves the vault. */
export type Mac = (purpose: MacPurpose, bytes: Bytes) => Promise<Bytes>
