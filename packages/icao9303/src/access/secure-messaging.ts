/** Secure messaging with 3DES and AES (ICAO 9303-11 §9.8). Pure: a session is a value. */
import { blockCiphers, pad, unpad, type CipherName } from '../algorithm/block-cipher.ts'
import { concat, equalBytes, fromBigInt, type Bytes } from '../bytes.ts'
import { encodeTlv } from '../tlv/encode.ts'
import { elementsOf, type Tlv } from '../tlv/tlv.ts'
import { TlvError } from '../tlv/tlv-error.ts'
import { AccessError } from './access-error.ts'
import { encodeCommand, twoBytes, type Command, type Response } from './apdu.ts'

/** What terminal and chip share after access control. Each message goes with a new counter. */
export type SecureSession = {
  readonly cipher: CipherName
  readonly encryptionKey: Uint8Array
  readonly checksumKey: Uint8Array
  /** The send sequence counter, as wide as a block of the cipher. */
  readonly counter: bigint
}

const clause = 'ICAO 9303-11 §9.8.4'

/** The command as the chip takes it, and the session in which the answer is to be opened. */
export function protectCommand(
  session: SecureSession,
  command: Command,
): { apdu: Bytes; session: SecureSession } {
  const now = advance(session)
  const { ins, p1, p2, data, expected } = command
  const cla = command.cla | 0x0c
  const encrypted = data && data.length > 0 ? [encrypt(now, data, ins)] : []
  const length = expected === undefined ? [] : [encodeTlv(0x97, lengthBytes(expected))]
  const { blockLength } = blockCiphers[session.cipher]
  const header = pad(Uint8Array.of(cla, ins, p1, p2), blockLength)
  const objects = concat(...encrypted, ...length)
  const body = concat(objects, encodeTlv(0x8e, checksum(now, concat(header, objects))))
  const extended = body.length > 255 || (expected ?? 0) > 256
  const apdu = { cla, ins, p1, p2, data: body, expected: extended ? 65_536 : 256 }
  return { apdu: encodeCommand(apdu), session: now }
}

/**
 * Opens an answer. One without a checksum, or with a wrong one, did not come from the chip that
 * the session was opened with, whatever it says.
 */
export function openResponse(
  session: SecureSession,
  response: Response,
): { response: Response; session: SecureSession } {
  const now = advance(session)
  const { status } = response
  if (response.data.length === 0) throw new AccessError('session-ended', clause, { status })
  const objects = objectsOf(response)
  const mac = objects.at(-1)
  const signed = objects.slice(0, -1)
  const raw = concat(...signed.map((object) => object.raw))
  if (mac?.tag !== 0x8e || !equalBytes(mac.value, checksum(now, raw)))
    throw new AccessError('not-genuine', clause, { status })
  const find = (tag: number) => signed.find((object) => object.tag === tag)
  const sealed = find(0x99)?.value
  // Without a status under the checksum, whoever sits in between could choose one.
  if (sealed?.length !== 2) throw new AccessError('not-genuine', clause, { status })
  const data = dataOf(now, find(0x87), find(0x85))
  return { response: { data, status: (sealed[0] ?? 0) * 256 + (sealed[1] ?? 0) }, session: now }
}

function objectsOf({ data, status }: Response): readonly Tlv[] {
  try {
    return elementsOf(data)
  } catch (cause) {
    if (cause instanceof TlvError) throw new AccessError('not-genuine', clause, { cause, status })
    throw cause
  }
}

function dataOf(session: SecureSession, even: Tlv | undefined, odd: Tlv | undefined): Uint8Array {
  if (even && even.value[0] !== 0x01) throw new AccessError('answer-form', clause)
  const encrypted = even ? even.value.subarray(1) : odd?.value
  if (encrypted === undefined) return new Uint8Array()
  const { blockLength, decrypt } = blockCiphers[session.cipher]
  if (encrypted.length === 0 || encrypted.length % blockLength !== 0)
    throw new AccessError('answer-form', clause)
  const data = unpad(decrypt(session.encryptionKey, ivOf(session), encrypted))
  if (data === undefined) throw new AccessError('answer-form', clause)
  return data
}

/** Odd instructions carry data objects, which go without the padding indicator. */
function encrypt(session: SecureSession, data: Uint8Array, ins: number): Bytes {
  const { blockLength, encrypt: apply } = blockCiphers[session.cipher]
  const encrypted = apply(session.encryptionKey, ivOf(session), pad(data, blockLength))
  return ins % 2 === 0 ? encodeTlv(0x87, Uint8Array.of(1), encrypted) : encodeTlv(0x85, encrypted)
}

/** Nought for 3DES, the encrypted counter for AES (ICAO 9303-11 §9.8.6.1, §9.8.7.1). */
function ivOf(session: SecureSession): Uint8Array {
  const { blockLength, encryptBlock } = blockCiphers[session.cipher]
  if (session.cipher === '3DES') return new Uint8Array(blockLength)
  return encryptBlock(session.encryptionKey, counterOf(session))
}

function checksum(session: SecureSession, message: Uint8Array): Uint8Array {
  const { blockLength, checksum: apply } = blockCiphers[session.cipher]
  return apply(session.checksumKey, pad(concat(counterOf(session), message), blockLength))
}

function counterOf(session: SecureSession): Bytes {
  return fromBigInt(session.counter, blockCiphers[session.cipher].blockLength)
}

function advance(session: SecureSession): SecureSession {
  const size = BigInt(8 * blockCiphers[session.cipher].blockLength)
  return { ...session, counter: BigInt.asUintN(Number(size), session.counter + 1n) }
}

function lengthBytes(expected: number): Bytes {
  return expected <= 256 ? Uint8Array.of(expected & 0xff) : twoBytes(expected)
}
