/** The chip's side of secure messaging (ICAO 9303-11 §9.8), for tests. */
import { blockCiphers, pad, unpad } from '../algorithm/block-cipher.ts'
import type { Command, Response } from '../access/apdu.ts'
import type { SecureSession } from '../access/secure-messaging.ts'
import { concat, equalBytes, fromBigInt, type Bytes } from '../bytes.ts'
import { encodeTlv } from '../tlv/encode.ts'
import { elementsOf } from '../tlv/tlv.ts'

export function parseCommand(apdu: Uint8Array): Command {
  const [cla = 0, ins = 0, p1 = 0, p2 = 0, first, ...rest] = apdu
  const header = { cla, ins, p1, p2 }
  if (first === undefined) return header
  if (apdu.length === 5) return { ...header, expected: first || 256 }
  const extended = first === 0
  const [high = 0, low = 0] = rest
  if (extended && apdu.length === 7) return { ...header, expected: high * 256 + low || 65_536 }
  const length = extended ? high * 256 + low : first
  const start = extended ? 7 : 5
  const data = apdu.slice(start, start + length)
  const after = apdu.slice(start + length)
  if (data.length !== length) throw new RangeError('the command is cut short')
  if (after.length === 0) return { ...header, data }
  const told = after.length === 2 ? (after[0] ?? 0) * 256 + (after[1] ?? 0) : (after[0] ?? 0)
  return { ...header, data, expected: told || (extended ? 65_536 : 256) }
}

export function encodeResponse({ data, status }: Response): Bytes {
  return concat(data, Uint8Array.of(status >> 8, status & 0xff))
}

/** `undefined` where the checksum is wrong: the chip then ends the session. */
export function openCommand(
  session: SecureSession,
  { cla, ins, p1, p2, data = new Uint8Array() }: Command,
): { command: Command; session: SecureSession } | undefined {
  const now = next(session)
  const cipher = blockCiphers[now.cipher]
  const objects = elementsOf(data)
  const mac = objects.find(({ tag }) => tag === 0x8e)
  const others = objects.filter(({ tag }) => tag !== 0x8e)
  const header = pad(Uint8Array.of(cla, ins, p1, p2), cipher.blockLength)
  const signed = concat(counter(now), header, ...others.map(({ raw }) => raw))
  const right = cipher.checksum(now.checksumKey, pad(signed, cipher.blockLength))
  if (!mac || !equalBytes(mac.value, right)) return undefined
  const sealed = others.find(({ tag }) => tag === 0x87)?.value.subarray(1)
  const odd = others.find(({ tag }) => tag === 0x85)?.value
  const encrypted = sealed ?? odd
  const opened = encrypted && unpad(cipher.decrypt(now.encryptionKey, ivOf(now), encrypted))
  const length = others.find(({ tag }) => tag === 0x97)?.value
  const told = length && (length.length === 1 ? (length[0] ?? 0) || 256 : tell(length) || 65_536)
  const command = {
    cla: cla & ~0x0c,
    ins,
    p1,
    p2,
    ...(opened && { data: opened }),
    ...(told !== undefined && { expected: told }),
  }
  return { command, session: now }
}

export function sealResponse(
  session: SecureSession,
  { data, status }: Response,
  odd: boolean,
): { response: Response; session: SecureSession } {
  const now = next(session)
  const cipher = blockCiphers[now.cipher]
  const encrypted = () =>
    cipher.encrypt(now.encryptionKey, ivOf(now), pad(data, cipher.blockLength))
  const body = odd
    ? () => encodeTlv(0x85, encrypted())
    : () => encodeTlv(0x87, Uint8Array.of(1), encrypted())
  const objects = concat(
    ...(data.length > 0 ? [body()] : []),
    encodeTlv(0x99, Uint8Array.of(status >> 8, status & 0xff)),
  )
  const signed = pad(concat(counter(now), objects), cipher.blockLength)
  const mac = encodeTlv(0x8e, cipher.checksum(now.checksumKey, signed))
  return { response: { data: concat(objects, mac), status }, session: now }
}

function next(session: SecureSession): SecureSession {
  return { ...session, counter: session.counter + 1n }
}

function counter({ cipher, counter: value }: SecureSession): Bytes {
  return fromBigInt(value, blockCiphers[cipher].blockLength)
}

function ivOf(session: SecureSession): Uint8Array {
  const cipher = blockCiphers[session.cipher]
  return session.cipher === '3DES'
    ? new Uint8Array(8)
    : cipher.encryptBlock(session.encryptionKey, counter(session))
}

function tell([high = 0, low = 0]: Uint8Array): number {
  return high * 256 + low
}
