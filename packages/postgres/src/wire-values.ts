/** The message with which a prepared statement runs (PostgreSQL, Frontend/Backend Protocol §54.7). */

/** Execute the unnamed portal to its end, then Sync. */
const executeAndSync = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0x53, 0, 0, 0, 4])

type Encoded = string | Uint8Array | null

/** Bind, Execute and Sync in one: the columns come as text, bytes go as they are. */
export function runMessage(name: string, values: readonly unknown[]): Buffer {
  const encoded = values.map(encode)
  const nameLength = Buffer.byteLength(name)
  const lengths = encoded.map((value) =>
    typeof value === 'string' ? Buffer.byteLength(value) : (value?.length ?? 0),
  )
  const size = lengths.reduce((sum, length) => sum + length, 14 + nameLength + 6 * values.length)
  const message = Buffer.allocUnsafe(1 + size + executeAndSync.length)
  let at = message.writeUInt8(0x42, 0)
  at = message.writeInt32BE(size, at)
  at = message.writeUInt8(0, at) // the unnamed portal
  at += message.write(name, at)
  at = message.writeUInt8(0, at)
  at = message.writeInt16BE(values.length, at)
  for (const value of encoded) at = message.writeInt16BE(value instanceof Uint8Array ? 1 : 0, at)
  at = message.writeInt16BE(values.length, at)
  let place = 0
  for (const value of encoded) {
    at = message.writeInt32BE(value === null ? -1 : (lengths[place] ?? 0), at)
    place += 1
    if (typeof value === 'string') at += message.write(value, at)
    else if (value !== null) {
      message.set(value, at)
      at += value.length
    }
  }
  at = message.writeInt32BE(0x0001_0000, at) // one format for all columns: text
  message.set(executeAndSync, at)
  return message
}

function encode(value: unknown): Encoded {
  if (value === null || value === undefined) return null
  if (value instanceof Uint8Array || typeof value === 'string') return value
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`
  return typeof value === 'object' ? JSON.stringify(value) : scalar(value)
}

/** PostgreSQL §8.15.2: quoted, so that no element is mistaken for a separator or for NULL. */
function element(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (value instanceof Uint8Array) return `"\\\\x${hexOf(value)}"`
  return `"${scalar(value).replace(/["\\]/gu, '\\$&')}"`
}

function scalar(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value)
    default:
      throw new TypeError(`a ${typeof value} cannot be a parameter`)
  }
}

function hexOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('hex')
}
