/** The message with which a prepared statement runs (PostgreSQL, Frontend/Backend Protocol §54.7). */

/** Execute the unnamed portal to its end, then Sync. */
const executeAndSync = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0x53, 0, 0, 0, 4])

type Encoded = string | Uint8Array | null

/** Messages are written here, one after another, and leave as copies of their own size. */
let desk = Buffer.allocUnsafeSlow(64 * 1024)

/** Bind, Execute and Sync in one: the columns come as text, bytes go as they are. */
export function runMessage(name: string, values: readonly unknown[]): Buffer {
  const encoded = values.map(encode)
  const most = encoded.reduce<number>((sum, value) => sum + mostBytes(value), mostBytes(name))
  if (desk.length < most + around) desk = Buffer.allocUnsafeSlow(2 * (most + around))
  const message = desk
  message[0] = 0x42
  message[5] = 0 // the unnamed portal
  let at = 6 + message.write(name, 6)
  message[at] = 0
  at = message.writeInt16BE(values.length, at + 1)
  for (const value of encoded) {
    message[at] = 0
    message[at + 1] = value instanceof Uint8Array ? 1 : 0
    at += 2
  }
  at = message.writeInt16BE(values.length, at)
  for (const value of encoded) at = writeValue(message, at, value)
  at = message.writeInt32BE(0x0001_0000, at) // one format for all columns: text
  message.writeInt32BE(at - 1, 1)
  message.set(executeAndSync, at)
  return Buffer.from(message.subarray(0, at + executeAndSync.length))
}

/** What a message holds beside its name and values. */
const around = 64

/** Its length, its format, and three bytes for each unit of a text (UTF-8). */
function mostBytes(value: Encoded): number {
  if (value === null) return 6
  return typeof value === 'string' ? 6 + 3 * value.length : 6 + value.length
}

/** A value after its length in bytes; -1 is the length of NULL. */
function writeValue(message: Buffer, at: number, value: Encoded): number {
  if (value === null) return message.writeInt32BE(-1, at)
  const from = at + 4
  if (typeof value === 'string') {
    const length = message.write(value, from)
    message.writeInt32BE(length, at)
    return from + length
  }
  message.writeInt32BE(value.length, at)
  message.set(value, from)
  return from + value.length
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
