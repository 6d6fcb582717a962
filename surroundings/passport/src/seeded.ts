/** Bytes that are always the same for a seed and a name, so that a country's keys need no file each. */
import type { Random } from '@open-mitid/icao9303'
import { createHmac } from 'node:crypto'

/** HMAC-SHA-256 in counter mode (NIST SP 800-108 §4.1). */
export function seeded(seed: Uint8Array, name: string): Random {
  let block = 0
  return (length) => {
    const blocks: Buffer[] = []
    for (let got = 0; got < length; got += 32) {
      block += 1
      blocks.push(
        createHmac('sha256', seed)
          .update(`${name}/${String(block)}`)
          .digest(),
      )
    }
    return Uint8Array.from(Buffer.concat(blocks).subarray(0, length))
  }
}
