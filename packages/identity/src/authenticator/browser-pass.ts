/**
 * What carries a proof from the citizens' website to the sign-in, which have no cookie in common:
 * 32 random bytes in a link's fragment, stored as their hash, good once and not for long.
 */
import { hash } from 'node:crypto'
import { base64url, fromBase64url, type Bytes, type Random } from '@open-mitid/kernel'

export const BrowserPass = {
  make(random: Random): { readonly token: string; readonly sha256: Bytes } {
    const bytes = random(32)
    return { token: base64url(bytes), sha256: hashOf(bytes) }
  },
  /** The hash of a token as it came, or undefined for what can be none. */
  read(token: string): Bytes | undefined {
    const bytes = fromBase64url(token)
    return bytes?.length === 32 ? hashOf(bytes) : undefined
  },
}

function hashOf(bytes: Bytes): Bytes {
  return Uint8Array.from(hash('sha256', bytes, 'buffer'))
}
