/** DG14 and DG15: what the chip proves itself with (ICAO 9303-10 §4.7.14, §4.7.15). */
import { parsePublicKey, type PublicKey } from '../algorithm/public-key.ts'
import { contentOf } from './data-group.ts'
import { parseSecurityInfos, type SecurityInfos } from './security-infos.ts'

export function parseDg14(bytes: Uint8Array): SecurityInfos {
  return parseSecurityInfos(contentOf(bytes, 14))
}

/** The public key of active authentication. */
export function parseDg15(bytes: Uint8Array): PublicKey {
  return parsePublicKey(contentOf(bytes, 15))
}
