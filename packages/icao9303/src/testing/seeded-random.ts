import { digest } from '../algorithm/digest.ts'
import { concat, fromBigInt, type Random } from '../bytes.ts'

/** The same bytes for the same seed, so that a failing test fails again. Never for real keys. */
export function seededRandom(seed: number): Random {
  let block = 0n
  return (length) => {
    const blocks: Uint8Array[] = []
    for (let got = 0; got < length; got += 32) {
      blocks.push(digest('SHA-256', concat(fromBigInt(BigInt(seed), 8), fromBigInt(block, 8))))
      block += 1n
    }
    return concat(...blocks).subarray(0, length)
  }
}
