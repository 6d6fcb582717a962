/** Readers at a desk, and which card on them is a passport. */
import { accept, refuse, type Bytes, type Result } from '@open-mitid/kernel'
import type { NoPassportOnReader } from '@open-mitid/protocol'

/** What PC/SC gives; a test stands on the other side of it with chips of its own. */
export type Readers = {
  /** Throws where the service of the computer does not answer. */
  list(): readonly CardReader[]
}

export type CardReader = {
  readonly name: string
  readonly hasCard: boolean
  /** The chip begins anew, and nobody else talks to it; throws where somebody else has it. */
  connect(): Promise<Card>
}

export type Card = {
  /** Throws where the card is gone, or the reader cannot carry the command. */
  transmit(command: Bytes): Promise<Bytes>
  /** The chip forgets its session. */
  close(): void
}

export type PassportOnReader = { readonly card: Card; readonly extendedLength: boolean }

/** `only`: a part of the name of the reader that is used, where a desk has several. */
export async function connectPassport(
  readers: Readers,
  only: string | undefined,
): Promise<Result<PassportOnReader, { readonly kind: NoPassportOnReader }>> {
  const used = listed(readers).filter(({ name }) => only === undefined || name.includes(only))
  if (used.length === 0) return refuse({ kind: 'no-reader' })
  const [reader, ...others] = used.filter(({ hasCard }) => hasCard)
  if (!reader) return refuse({ kind: 'no-card' })
  if (others.length > 0) return refuse({ kind: 'several-cards' })
  try {
    const extendedLength = await isPassport(reader)
    if (extendedLength === undefined) return refuse({ kind: 'card-no-passport' })
    return accept({ card: await reader.connect(), extendedLength })
  } catch (error) {
    if (!(error instanceof CardInUse)) return refuse({ kind: 'no-card' })
    return refuse({ kind: 'reader-in-use' })
  }
}

/** Another program has the card. */
export class CardInUse extends Error {
  override readonly name = 'CardInUse'
}

function listed(readers: Readers): readonly CardReader[] {
  try {
    return readers.list()
  } catch {
    return []
  }
}

/** The application of travel documents (ICAO 9303-10 §3.4), asked for without an answer. */
const application = [0xa0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01]
const selectExtended = Uint8Array.of(0x00, 0xa4, 0x04, 0x0c, 0x00, 0x00, 7, ...application)
const selectShort = Uint8Array.of(0x00, 0xa4, 0x04, 0x0c, 7, ...application)
/** A chip that opens to PACE alone may hide its application until then, and shows this file (ICAO 9303-11 §4.2). */
const selectCardAccess = Uint8Array.of(0x00, 0xa4, 0x02, 0x0c, 2, 0x01, 0x1c)

/** Whether it takes extended length; undefined where the card is something else, which is left alone. */
async function isPassport(reader: CardReader): Promise<boolean | undefined> {
  const extended = await asked(reader, selectExtended)
  if (extended === 0x9000) return true
  if ((await asked(reader, selectShort)) === 0x9000) return false
  if ((await asked(reader, selectCardAccess)) !== 0x9000) return undefined
  // 6700: a wrong length (ISO/IEC 7816-4 §5.1.3). Not even that came where the reader could not carry it.
  return extended !== undefined && extended !== 0x6700
}

async function asked(reader: CardReader, command: Bytes): Promise<number | undefined> {
  const card = await reader.connect()
  try {
    const answer = await card.transmit(command)
    return ((answer.at(-2) ?? 0) << 8) | (answer.at(-1) ?? 0)
  } catch {
    return undefined
  } finally {
    card.close()
  }
}
