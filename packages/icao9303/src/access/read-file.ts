/** Reading files of the chip (ICAO 9303-10 §3.6), of any length that a file can have. */
import type { Bytes } from '../bytes.ts'
import { encodeTlv } from '../tlv/encode.ts'
import { announcedLength, readTlv } from '../tlv/tlv.ts'
import { TlvError } from '../tlv/tlv-error.ts'
import { AccessError } from './access-error.ts'
import { twoBytes, type Response } from './apdu.ts'
import type { Channel } from './channel.ts'

export type ReadOptions = {
  /** Bytes of this very file that were read before, for instance before the chip was lost. */
  readonly already?: Uint8Array
  /** Told after each answer: bytes read so far, and the length of the whole file. */
  readonly onProgress?: (read: number, length: number) => void
  /** A file that says that it is longer is refused. One mebibyte unless told otherwise. */
  readonly longest?: number
}

const clause = 'ICAO 9303-10 §3.6.3'
/** Small enough for every chip and reader to answer under secure messaging in short form. */
const shortChunk = 0xdf
const extendedChunk = 0x1000
const application = Uint8Array.of(0xa0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01)

/** Selects the eMRTD application, in which the data groups are (ICAO 9303-10 §3.6.1). */
export async function selectApplication(chip: Channel): Promise<void> {
  const command = { cla: 0, ins: 0xa4, p1: 0x04, p2: 0x0c, data: application }
  const { status } = await chip.send(command)
  if (status !== 0x9000) throw new AccessError('refused', 'ICAO 9303-10 §3.6.1', { status })
}

/**
 * Selects an elementary file by its two-byte identifier and reads all of it. When the chip is lost,
 * the error's `partial` is what to give as `already` next time, in a new session.
 */
export async function readFile(
  chip: Channel,
  identifier: number,
  options: ReadOptions = {},
): Promise<Bytes> {
  const { already = new Uint8Array(), longest = 1 << 20, onProgress } = options
  let whole: Bytes = new Uint8Array()
  let at = 0
  try {
    await select(chip, identifier)
    const start = already.length < 8 ? await readStart(chip) : already
    whole = new Uint8Array(lengthOf(start, longest))
    at = Math.min(start.length, whole.length)
    whole.set(start.subarray(0, at))
    let chunk = chip.extendedLength ? extendedChunk : shortChunk
    while (at < whole.length) {
      const { data, status } = await readBinary(chip, at, Math.min(chunk, whole.length - at))
      if (status === 0x6700 && chunk > shortChunk) {
        // The chip takes no extended length after all.
        chunk = shortChunk
        continue
      }
      if (data.length === 0) throw new AccessError('refused', clause, { status })
      whole.set(data.subarray(0, whole.length - at), at)
      at = Math.min(at + data.length, whole.length)
      onProgress?.(at, whole.length)
    }
    return whole
  } catch (error) {
    if (!(error instanceof AccessError) || error.code !== 'chip-lost') throw error
    const partial = at > already.length ? whole.slice(0, at) : already
    throw new AccessError('chip-lost', error.clause, { cause: error.cause, partial })
  }
}

async function select(chip: Channel, identifier: number): Promise<void> {
  const data = twoBytes(identifier)
  const { status } = await chip.send({ cla: 0, ins: 0xa4, p1: 0x02, p2: 0x0c, data })
  if (status === 0x6a82) throw new AccessError('no-such-file', 'ICAO 9303-10 §3.6.2', { status })
  if (status !== 0x9000) throw new AccessError('refused', 'ICAO 9303-10 §3.6.2', { status })
}

async function readStart(chip: Channel): Promise<Bytes> {
  const { data, status } = await readBinary(chip, 0, 8)
  if (data.length === 0) throw new AccessError('refused', clause, { status })
  return new Uint8Array(data)
}

function lengthOf(start: Uint8Array, longest: number): number {
  const length = announced(start)
  if (length === undefined) throw new AccessError('answer-form', clause)
  if (length > longest) throw new AccessError('file-too-long', clause)
  return length
}

function announced(start: Uint8Array): number | undefined {
  try {
    return announcedLength(start)
  } catch (cause) {
    if (cause instanceof TlvError) return undefined
    throw cause
  }
}

/** Offsets over 32,767 need the odd instruction, whose answer is a data object. */
async function readBinary(chip: Channel, at: number, expected: number): Promise<Response> {
  if (at <= 0x7fff) return chip.send({ cla: 0, ins: 0xb0, p1: at >> 8, p2: at & 0xff, expected })
  const offset = at > 0xffff ? Uint8Array.of(at >> 16, at >> 8, at) : twoBytes(at)
  const data = encodeTlv(0x54, offset)
  const wanted = encodeTlv(0x53, new Uint8Array(expected)).length
  const command = { cla: 0, ins: 0xb1, p1: 0, p2: 0, data, expected: wanted }
  const response = await chip.send(command)
  return { status: response.status, data: discretionary(response.data) }
}

/** Some chips leave the object out and answer with the bytes of the file. */
function discretionary(data: Uint8Array): Uint8Array {
  if (data[0] !== 0x53 || announced(data) !== data.length) return data
  return readTlv(data).value
}
