import type { Transceiver } from '../access/channel.ts'
import { fromHex, toHex, type Random } from '../bytes.ts'

/** A chip that knows one conversation: any other command is an error. */
export function scriptedChip(
  exchanges: readonly (readonly [command: string, answer: string])[],
): Transceiver & { readonly left: () => number } {
  const rest = [...exchanges]
  return {
    extendedLength: false,
    left: () => rest.length,
    transceive(command) {
      const [expected = '', answer = ''] = rest.shift() ?? []
      if (toHex(command) !== toHex(fromHex(expected)))
        throw new RangeError(`${toHex(command)} instead of ${expected}`)
      return Promise.resolve(fromHex(answer))
    },
  }
}

/** Gives these bytes, one call after the other; each call must ask for as many as there are. */
export function scriptedRandom(draws: readonly string[]): Random {
  const rest = draws.map(fromHex)
  return (length) => {
    const next = rest.shift()
    if (next?.length !== length) throw new RangeError('another number of bytes was drawn')
    return next
  }
}
