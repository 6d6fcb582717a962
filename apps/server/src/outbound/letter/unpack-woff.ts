/** The font inside a WOFF file, as the setter reads it (WOFF 1.0 §3-5). */
import { inflateSync } from 'node:zlib'

const headerLength = 44
const entryLength = 20
const sfntHeaderLength = 12
const sfntEntryLength = 16

type Table = { readonly tag: number; readonly checksum: number; readonly data: Buffer }

/** Throws a `RangeError` where the bytes are no WOFF file. */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('not a WOFF file')
  const flavour = woff.readUInt32BE(4)
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, place) => tableAt(woff, place))
  return sfnt(flavour, tables)
}

/** Stored as it is where packing would not have made it shorter. */
function tableAt(woff: Buffer, place: number): Table {
  const at = headerLength + place * entryLength
  const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((field) =>
    woff.readUInt32BE(at + field),
  ) as [number, number, number, number, number]
  const stored = woff.subarray(offset, offset + packed)
  return { tag, checksum, data: packed < length ? inflateSync(stored) : stored }
}

function sfnt(flavour: number, tables: readonly Table[]): Buffer {
  const power = Math.floor(Math.log2(tables.length))
  const header = Buffer.alloc(sfntHeaderLength + tables.length * sfntEntryLength)
  header.writeUInt32BE(flavour, 0)
  header.writeUInt16BE(tables.length, 4)
  header.writeUInt16BE(16 * 2 ** power, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE(16 * (tables.length - 2 ** power), 10)
  const parts: Buffer[] = [header]
  let offset = header.length
  tables.forEach(({ tag, checksum, data }, place) => {
    const at = sfntHeaderLength + place * sfntEntryLength
    for (const [field, value] of [tag, checksum, offset, data.length].entries())
      header.writeUInt32BE(value, at + 4 * field)
    const padding = Buffer.alloc(-data.length & 3)
    parts.push(data, padding)
    offset += data.length + padding.length
  })
  return Buffer.concat(parts)
}
