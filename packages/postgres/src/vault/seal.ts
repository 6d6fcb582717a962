/** AES-256-GCM for a column: a ciphertext opens only in the table, column and row it was made for. */
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { fromUtf8, type Brand, type Bytes } from '@open-mitid/kernel'

/** A key of one person, or of the system, for as long as it is in use. */
export type DataKey = Brand<KeyObject, 'DataKey'>

export type Place = { readonly table: string; readonly column: string; readonly row: string }

const version = 1
const mark = Uint8Array.of(version)
const nonceLength = 12
const tagLength = 16

export const DataKey = {
  of(bytes: Bytes): DataKey {
    if (bytes.length !== 32) throw new RangeError('a data key has 32 bytes')
    return createSecretKey(bytes) as DataKey
  },
}

/** Of bytes, or of a text in UTF-8: version, nonce, ciphertext and tag in one. */
export function seal(key: DataKey, place: Place, clear: Bytes | string): Bytes {
  const nonce = nextNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated(place))
  const body = typeof clear === 'string' ? cipher.update(clear, 'utf8') : cipher.update(clear)
  cipher.final()
  return Buffer.concat([mark, nonce, body, cipher.getAuthTag()])
}

/** Throws where the bytes were not sealed under this key for this very place. */
export function unseal(key: DataKey, place: Place, sealed: Bytes): Bytes {
  if (sealed[0] !== version || sealed.length < 1 + nonceLength + tagLength)
    throw new Error(`${place.table}.${place.column} holds something that was never sealed`)
  const nonce = sealed.subarray(1, 1 + nonceLength)
  const body = sealed.subarray(1 + nonceLength, sealed.length - tagLength)
  const opener = createDecipheriv('aes-256-gcm', key, nonce)
    .setAAD(associated(place))
    .setAuthTag(sealed.subarray(sealed.length - tagLength))
  const clear = opener.update(body)
  opener.final()
  return new Uint8Array(clear.buffer, clear.byteOffset, clear.length)
}

export function unsealText(key: DataKey, place: Place, sealed: Bytes): string {
  const text = fromUtf8(unseal(key, place, sealed))
  if (text === undefined) throw new Error(`${place.table}.${place.column} holds no text`)
  return text
}

/** Drawn for many at a time: each is used once and kept nowhere. */
let drawn = new Uint8Array()

function nextNonce(): Uint8Array {
  if (drawn.length === 0) drawn = randomBytes(256 * nonceLength)
  const nonce = drawn.subarray(0, nonceLength)
  drawn = drawn.subarray(nonceLength)
  return nonce
}

function associated({ table, column, row }: Place): Bytes {
  return Buffer.from(`${table}|${column}|${row}`)
}
