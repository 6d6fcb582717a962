/** Chips in the field of a phone: a connection for each, and APDUs over it. */
import type { Transceiver } from '@open-mitid/icao9303'
import { emulateChip } from '@open-mitid/icao9303/testing'
import { randomBytes } from 'node:crypto'
import type { Passport } from './passport.ts'

export type Chips = {
  /** `lostAfter`: the passport slips off the phone at this command, once. */
  readonly connect: (passport: Passport, lostAfter?: number) => string
  /** Undefined where there is no such connection, or the chip is gone. */
  readonly transceive: (id: string, apdu: Uint8Array) => Promise<Uint8Array | undefined>
  /** The chip itself, as it begins when it gets power; `lostAfter` as above, each time. */
  readonly wake: (passport: Passport, lostAfter?: number) => Transceiver
  /** The passport is taken off the phone. */
  readonly leave: (passport: Passport) => void
}

type Connection = { readonly passport: Passport; readonly chip: Transceiver }

/** The longest APDU of extended length (ISO/IEC 7816-4 §5.1), and its header. */
export const longestApdu = 65_544
/** Phones that went away without a word leave connections behind; the oldest go first. */
const mostConnections = 200

export function openChips(): Chips {
  const connections = new Map<string, Connection>()
  const wake = (passport: Passport, lostAfter?: number) =>
    emulateChip({
      ...passport.chip,
      random: (length) => Uint8Array.from(randomBytes(length)),
      extendedLength: true,
      ...(lostAfter === undefined ? {} : { lostAfter }),
    })
  return {
    wake,
    connect(passport, lostAfter) {
      const [oldest] = connections.keys()
      if (connections.size >= mostConnections && oldest !== undefined) connections.delete(oldest)
      const id = randomBytes(16).toString('base64url')
      connections.set(id, { passport, chip: wake(passport, lostAfter) })
      return id
    },
    async transceive(id, apdu) {
      const connection = connections.get(id)
      if (!connection) return undefined
      try {
        return await connection.chip.transceive(Uint8Array.from(apdu))
      } catch {
        connections.delete(id)
        return undefined
      }
    },
    leave(passport) {
      for (const [id, connection] of connections)
        if (connection.passport === passport) connections.delete(id)
    },
  }
}
