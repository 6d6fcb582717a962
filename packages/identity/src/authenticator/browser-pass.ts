/**
 * What carries a proof from the citizens' website to the sign-in, which have no cookie in common:
 * 32 random bytes in a link's fragment, stored as their hash, good once and not for long.
 */
import { base64url, fromBase64url, type Bytes, type Random } from '@open-mitid/kernel'
import { sha256 } from '@open-mitid/protocol'

export const BrowserPass = {
  make(random: Random): { readonly token: string; readonly sha256: Bytes } {
    const bytes = random(32)
    return { token: base64url(bytes), sha256: sha256(bytes) }
  },
  /** The hash of a token as it came, or undefined for what can be none. */
  read(token: string): Bytes | undefined {
    const bytes = fromBase64url(token)
    return bytes?.length === 32 ? sha256(bytes) : undefined
  },
}
