/**
 * The ciphers of access control and secure messaging, each with its key derivation, encryption and
 * checksum (ICAO 9303-11 §9.7 and §9.8), in one table.
 */
import { cbc, cmac, ecb } from '@noble/ciphers/aes.js'
import des from 'des.js'
import { concat, type Bytes } from '../bytes.ts'
import { digest, type DigestName } from './digest.ts'

export type CipherName = '3DES' | 'AES-128' | 'AES-192' | 'AES-256'

export type BlockCipher = {
  readonly name: CipherName
  /** Of a block and of a key, in bytes. */
  readonly blockLength: number
  readonly keyLength: number
  /** What `deriveKey` hashes with (ICAO 9303-11 §9.7.1). */
  readonly derivation: DigestName
  /** CBC without padding; data must be whole blocks. */
  readonly encrypt: (key: Uint8Array, iv: Uint8Array, data: Uint8Array) => Uint8Array
  readonly decrypt: (key: Uint8Array, iv: Uint8Array, data: Uint8Array) => Uint8Array
  /** One block, for the IV of secure messaging. */
  readonly encryptBlock: (key: Uint8Array, block: Uint8Array) => Uint8Array
  /** Eight bytes over whole blocks; 3DES wants the padding of `pad`, which AES takes as well. */
  readonly checksum: (key: Uint8Array, data: Uint8Array) => Uint8Array
}

const { DES, EDE, CBC } = des
const TripleCbc = CBC.instantiate(EDE)
const SingleCbc = CBC.instantiate(DES)

function des3(type: 'encrypt' | 'decrypt', key: Uint8Array, iv: Uint8Array, data: Uint8Array) {
  const cipher = TripleCbc.create({
    type,
    key: concat(key, key.subarray(0, 8)),
    iv,
    padding: false,
  })
  return finish(cipher, data)
}

function finish(cipher: ReturnType<typeof DES.create>, data: Uint8Array): Bytes {
  if (data.length % 8 !== 0) throw new RangeError('not whole blocks')
  return data.length === 0
    ? new Uint8Array()
    : Uint8Array.from([...cipher.update(data), ...cipher.final()])
}

/** ISO/IEC 9797-1 MAC algorithm 3 with DES: single DES along the way, triple at the end. */
function retailMac(key: Uint8Array, data: Uint8Array): Bytes {
  const [first, second] = [key.subarray(0, 8), key.subarray(8, 16)]
  const iv = new Uint8Array(8)
  const chained = finish(
    SingleCbc.create({ type: 'encrypt', key: first, iv, padding: false }),
    data,
  )
  const last = chained.subarray(-8)
  const back = finish(DES.create({ type: 'decrypt', key: second, padding: false }), last)
  return finish(DES.create({ type: 'encrypt', key: first, padding: false }), back)
}

const padded = { disablePadding: true } as const

function aes(name: CipherName, keyLength: number, derivation: DigestName): BlockCipher {
  return {
    name,
    blockLength: 16,
    keyLength,
    derivation,
    encrypt: (key, iv, data) => cbc(key, iv, padded).encrypt(data),
    decrypt: (key, iv, data) => cbc(key, iv, padded).decrypt(data),
    encryptBlock: (key, block) => ecb(key, padded).encrypt(block),
    checksum: (key, data) => cmac(data, key).subarray(0, 8),
  }
}

export const blockCiphers: Readonly<Record<CipherName, BlockCipher>> = {
  '3DES': {
    name: '3DES',
    blockLength: 8,
    keyLength: 16,
    derivation: 'SHA-1',
    encrypt: (key, iv, data) => des3('encrypt', key, iv, data),
    decrypt: (key, iv, data) => des3('decrypt', key, iv, data),
    encryptBlock: (key, block) => des3('encrypt', key, new Uint8Array(8), block),
    checksum: retailMac,
  },
  'AES-128': aes('AES-128', 16, 'SHA-1'),
  'AES-192': aes('AES-192', 24, 'SHA-256'),
  'AES-256': aes('AES-256', 32, 'SHA-256'),
}

/** What a derived key is for (ICAO 9303-11 §9.7.1). */
export const purpose = { encryption: 1, checksum: 2, password: 3 } as const

/** A key out of a shared secret (ICAO 9303-11 §9.7.1); 3DES keys get odd parity. */
export function deriveKey(cipher: BlockCipher, secret: Uint8Array, counter: 1 | 2 | 3): Bytes {
  const hashed = digest(cipher.derivation, concat(secret, Uint8Array.of(0, 0, 0, counter)))
  const key = hashed.slice(0, cipher.keyLength)
  return Uint8Array.from(key, cipher.name === '3DES' ? oddParity : (byte) => byte)
}

/** Padding method 2 of ISO/IEC 9797-1: one `80` byte, then noughts to the end of the block. */
export function pad(data: Uint8Array, blockLength: number): Bytes {
  const padding = new Uint8Array(blockLength - (data.length % blockLength))
  padding[0] = 0x80
  return concat(data, padding)
}

/** Takes that padding off; `undefined` where there is none. */
export function unpad(data: Uint8Array): Uint8Array | undefined {
  let end = data.length - 1
  while (end >= 0 && data[end] === 0) end -= 1
  return data[end] === 0x80 ? data.subarray(0, end) : undefined
}

function oddParity(byte: number): number {
  let ones = 0
  for (let bits = byte >> 1; bits > 0; bits >>= 1) ones += bits & 1
  return (byte & 0xfe) | (ones % 2 === 0 ? 1 : 0)
}
