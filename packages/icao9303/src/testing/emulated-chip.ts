/** A chip that speaks the protocols of ICAO 9303-11 from the other side, for tests. */
import { blockCiphers, deriveKey, pad, purpose } from '../algorithm/block-cipher.ts'
import { drawScalar, pointOf, type Curve, type Point } from '../algorithm/curve.ts'
import { power, type DhGroup } from '../algorithm/dh-group.ts'
import { digest } from '../algorithm/digest.ts'
import { standardizedDomain } from '../algorithm/domain.ts'
import type { Command, Response } from '../access/apdu.ts'
import type { Transceiver } from '../access/channel.ts'
import {
  mapGenericDh,
  mapGenericEcdh,
  mapIntegratedDh,
  mapIntegratedEcdh,
} from '../access/pace-mapping.ts'
import type { SecureSession } from '../access/secure-messaging.ts'
import { ascii, concat, equalBytes, fromBigInt, toBigInt, toHex, type Random } from '../bytes.ts'
import type { PaceInfo } from '../lds/security-infos.ts'
import { mrzInformation, type AccessFields } from '../mrz/access-fields.ts'
import { encodeOid } from '../tlv/der.ts'
import { encodeTlv } from '../tlv/encode.ts'
import { elementsOf, parseTlv } from '../tlv/tlv.ts'
import { encodeResponse, openCommand, parseCommand, sealResponse } from './chip-messaging.ts'

export type ChipKey = { readonly curve: Curve; readonly scalar: bigint }

export type EmulatedChip = {
  readonly fields: AccessFields
  readonly can?: string
  /** Files by their identifiers. */
  readonly files: ReadonlyMap<number, Uint8Array>
  /** The way of PACE that the chip takes; without it there is BAC alone. */
  readonly pace?: PaceInfo
  /** For chip authentication, with AES-128 in two commands or with 3DES in one. */
  readonly chipKey?: ChipKey
  readonly chipCipher?: '3DES' | 'AES-128'
  /** Signs a challenge of active authentication. */
  readonly sign?: (challenge: Uint8Array) => Uint8Array
  readonly random: Random
  readonly extendedLength: boolean
  /** After this many commands the chip leaves the field, once. */
  readonly lostAfter?: number
}

const ok: Response = { data: new Uint8Array(), status: 0x9000 }
const answer = (data: Uint8Array): Response => ({ data, status: 0x9000 })
const refuse = (status: number): Response => ({ data: new Uint8Array(), status })

type State = {
  session?: SecureSession
  /** The session to change to once the answer has gone. */
  next?: SecureSession
  file?: Uint8Array
  challenge?: Uint8Array
  pace?: PaceState
}
type PaceState = {
  key: Uint8Array
  nonce: Uint8Array
  curvePoint?: Point
  generator?: bigint
  mapping?: { scalar: bigint; key: Uint8Array }
  theirs?: Uint8Array
  ours?: Uint8Array
  secret?: Uint8Array
}

export function emulateChip(chip: EmulatedChip): Transceiver {
  const state: State = {}
  let commands = 0
  return {
    extendedLength: chip.extendedLength,
    transceive(apdu) {
      commands += 1
      if (commands === chip.lostAfter) return Promise.reject(new Error('the chip is gone'))
      return Promise.resolve(encodeResponse(handle(chip, state, parseCommand(apdu))))
    },
  }
}

function handle(chip: EmulatedChip, state: State, received: Command): Response {
  if (!state.session || (received.cla & 0x0c) !== 0x0c) {
    delete state.session
    const response = perform(chip, state, received)
    changeSession(state)
    return response
  }
  const opened = openCommand(state.session, received)
  if (!opened) {
    delete state.session
    return refuse(0x6988)
  }
  const response = perform(chip, state, opened.command)
  const odd = opened.command.ins % 2 === 1
  const sealed = sealResponse(opened.session, response, odd)
  state.session = sealed.session
  changeSession(state)
  return sealed.response
}

function changeSession(state: State): void {
  if (!state.next) return
  state.session = state.next
  delete state.next
}

function perform(chip: EmulatedChip, state: State, command: Command): Response {
  switch (command.ins) {
    case 0xa4:
      return select(chip, state, command)
    case 0xb0:
      return read(state, command.p1 * 256 + command.p2, command.expected ?? 0)
    case 0xb1:
      return readOdd(state, command)
    case 0x84:
      state.challenge = chip.random(8)
      return answer(state.challenge)
    case 0x82:
      return mutualAuthenticate(chip, state, command)
    case 0x22:
      return manageSecurity(chip, state, command)
    case 0x86:
      return generalAuthenticate(chip, state, command)
    case 0x88:
      return chip.sign ? answer(chip.sign(command.data ?? new Uint8Array())) : refuse(0x6d00)
    default:
      return refuse(0x6d00)
  }
}

function select(chip: EmulatedChip, state: State, { p1, data = new Uint8Array() }: Command) {
  if (p1 === 0x04) return ok
  const identifier = (data[0] ?? 0) * 256 + (data[1] ?? 0)
  const file = chip.files.get(identifier)
  if (!file) return refuse(0x6a82)
  if (identifier !== 0x011c && !state.session) return refuse(0x6982)
  state.file = file
  return ok
}

function read(state: State, at: number, expected: number): Response {
  if (!state.file) return refuse(0x6986)
  if (at >= state.file.length) return refuse(0x6b00)
  const data = state.file.subarray(at, at + expected)
  return { data, status: data.length < expected ? 0x6282 : 0x9000 }
}

function readOdd(state: State, { data = new Uint8Array(), expected = 0 }: Command): Response {
  const at = Number(toBigInt(parseTlv(data).value))
  const header = encodeTlv(0x53, new Uint8Array(expected)).length - expected
  const { data: bytes, status } = read(state, at, expected - header)
  return { data: bytes.length > 0 ? encodeTlv(0x53, bytes) : bytes, status }
}

function mutualAuthenticate(chip: EmulatedChip, state: State, command: Command): Response {
  const { data = new Uint8Array() } = command
  const cipher = blockCiphers['3DES']
  const seed = digest('SHA-1', ascii(mrzInformation(chip.fields))).subarray(0, 16)
  const [encryption, checksum] = [deriveKey(cipher, seed, 1), deriveKey(cipher, seed, 2)]
  const sealed = data.subarray(0, 32)
  const right = cipher.checksum(checksum, pad(sealed, 8))
  if (!state.challenge || !equalBytes(data.subarray(32), right)) return refuse(0x6300)
  const opened = cipher.decrypt(encryption, new Uint8Array(8), sealed)
  const [theirs, theirKey] = [opened.subarray(0, 8), opened.subarray(16)]
  if (!equalBytes(opened.subarray(8, 16), state.challenge)) return refuse(0x6300)
  const ourKey = chip.random(16)
  const reply = cipher.encrypt(
    encryption,
    new Uint8Array(8),
    concat(state.challenge, theirs, ourKey),
  )
  const shared = ourKey.map((byte, at) => byte ^ (theirKey[at] ?? 0))
  state.next = {
    cipher: '3DES',
    encryptionKey: deriveKey(cipher, shared, 1),
    checksumKey: deriveKey(cipher, shared, 2),
    counter: toBigInt(concat(state.challenge.subarray(4), theirs.subarray(4))),
  }
  return answer(concat(reply, cipher.checksum(checksum, pad(reply, 8))))
}

function manageSecurity(
  chip: EmulatedChip,
  state: State,
  { p1, p2, data = new Uint8Array() }: Command,
) {
  const objects = elementsOf(data)
  const value = (tag: number) => objects.find((object) => object.tag === tag)?.value
  if (p1 === 0xc1) {
    const { pace } = chip
    if (!pace || toHex(value(0x80) ?? data) !== toHex(encodeOid(pace.oid))) return refuse(0x6a80)
    const secret =
      value(0x83)?.[0] === 2
        ? ascii(chip.can ?? '')
        : digest('SHA-1', ascii(mrzInformation(chip.fields)))
    const cipher = blockCiphers[pace.cipher]
    const long = cipher.keyLength > 16 && pace.mapping === 'integrated'
    state.pace = {
      key: deriveKey(cipher, secret, purpose.password),
      nonce: chip.random(long ? 32 : 16),
    }
    return ok
  }
  // MSE:Set KAT brings the terminal's key along; MSE:Set AT announces it.
  if (p1 === 0x41 && p2 === 0xa6) return agree(chip, state, value(0x91), '3DES')
  return p1 === 0x41 && chip.chipKey ? ok : refuse(0x6a80)
}

function agree(
  chip: EmulatedChip,
  state: State,
  theirs: Uint8Array | undefined,
  name: '3DES' | 'AES-128',
): Response {
  if (!chip.chipKey || !theirs || (chip.chipCipher ?? 'AES-128') !== name) return refuse(0x6a80)
  const { curve, scalar } = chip.chipKey
  const secret = fromBigInt(pointOf(curve, theirs).multiply(scalar).x, curve.fieldLength)
  const cipher = blockCiphers[name]
  state.next = {
    cipher: name,
    encryptionKey: deriveKey(cipher, secret, 1),
    checksumKey: deriveKey(cipher, secret, 2),
    counter: 0n,
  }
  return ok
}

function generalAuthenticate(chip: EmulatedChip, state: State, command: Command): Response {
  const [object] = elementsOf(parseTlv(command.data ?? new Uint8Array()).value)
  if (!state.pace) {
    const agreed = agree(chip, state, object?.value, 'AES-128')
    return agreed.status === 0x9000 ? answer(encodeTlv(0x7c)) : agreed
  }
  const { pace } = chip
  if (!pace) return refuse(0x6a80)
  const domain = standardizedDomain(pace.parameterId ?? -1)
  const value = object?.value ?? new Uint8Array()
  const wrap = (tag: number, bytes: Uint8Array) => answer(encodeTlv(0x7c, encodeTlv(tag, bytes)))
  switch (object?.tag) {
    case undefined: {
      const cipher = blockCiphers[pace.cipher]
      const iv = new Uint8Array(cipher.blockLength)
      return wrap(0x80, cipher.encrypt(state.pace.key, iv, state.pace.nonce))
    }
    case 0x81: {
      const key =
        domain.kind === 'ecdh'
          ? mapEcdh(chip, pace, domain.curve, state.pace, value)
          : mapDh(chip, pace, domain.group, state.pace, value)
      return key ? wrap(0x82, key) : answer(encodeTlv(0x7c, encodeTlv(0x82)))
    }
    case 0x83:
      return wrap(
        0x84,
        domain.kind === 'ecdh'
          ? agreeEcdh(chip, domain.curve, state.pace, value)
          : agreeDh(chip, domain.group, state.pace, value),
      )
    case 0x85:
      return exchangeTokens(chip, pace, domain.kind, state, value)
    default:
      return refuse(0x6a80)
  }
}

function mapEcdh(
  chip: EmulatedChip,
  info: PaceInfo,
  curve: Curve,
  run: PaceState,
  theirs: Uint8Array,
) {
  if (info.mapping === 'integrated') {
    run.curvePoint = mapIntegratedEcdh(curve, blockCiphers[info.cipher], run.nonce, theirs)
    return undefined
  }
  const scalar = drawScalar(curve.point.Fn.ORDER, chip.random)
  run.curvePoint = mapGenericEcdh(curve, run.nonce, pointOf(curve, theirs).multiply(scalar))
  const key = curve.point.BASE.multiply(scalar).toBytes(false)
  run.mapping = { scalar, key }
  return key
}

function mapDh(
  chip: EmulatedChip,
  info: PaceInfo,
  group: DhGroup,
  run: PaceState,
  theirs: Uint8Array,
) {
  if (info.mapping === 'integrated') {
    run.generator = mapIntegratedDh(group, blockCiphers[info.cipher], run.nonce, theirs)
    return undefined
  }
  const exponent = drawScalar(group.q, chip.random)
  run.generator = mapGenericDh(group, run.nonce, power(toBigInt(theirs), exponent, group.p))
  return fromBigInt(power(group.g, exponent, group.p), group.length)
}

function agreeEcdh(chip: EmulatedChip, curve: Curve, run: PaceState, theirs: Uint8Array) {
  const scalar = drawScalar(curve.point.Fn.ORDER, chip.random)
  const generator = run.curvePoint ?? curve.point.BASE
  run.secret = fromBigInt(pointOf(curve, theirs).multiply(scalar).x, curve.fieldLength)
  run.theirs = theirs
  run.ours = generator.multiply(scalar).toBytes(false)
  return run.ours
}

function agreeDh(chip: EmulatedChip, group: DhGroup, run: PaceState, theirs: Uint8Array) {
  const exponent = drawScalar(group.q, chip.random)
  run.secret = fromBigInt(power(toBigInt(theirs), exponent, group.p), group.length)
  run.theirs = theirs
  run.ours = fromBigInt(power(run.generator ?? group.g, exponent, group.p), group.length)
  return run.ours
}

function exchangeTokens(
  chip: EmulatedChip,
  info: PaceInfo,
  kind: 'ecdh' | 'dh',
  state: State,
  token: Uint8Array,
): Response {
  const { secret, theirs, ours, mapping } = state.pace ?? {}
  if (!secret || !theirs || !ours) return refuse(0x6985)
  delete state.pace
  const cipher = blockCiphers[info.cipher]
  const [encryptionKey, checksumKey] = [deriveKey(cipher, secret, 1), deriveKey(cipher, secret, 2)]
  const tokenFor = (key: Uint8Array) => {
    const value = encodeTlv(kind === 'ecdh' ? 0x86 : 0x84, key)
    const input = encodeTlv(0x7f49, encodeTlv(0x06, encodeOid(info.oid)), value)
    return cipher.checksum(checksumKey, info.cipher === '3DES' ? pad(input, 8) : input)
  }
  if (!equalBytes(token, tokenFor(ours))) return refuse(0x6300)
  state.next = { cipher: info.cipher, encryptionKey, checksumKey, counter: 0n }
  const evidence: Uint8Array[] = []
  if (info.mapping === 'chip-authentication' && mapping && chip.chipKey) {
    const { curve, scalar } = chip.chipKey
    const field = curve.point.Fn
    const data = fromBigInt(field.div(mapping.scalar, scalar), curve.orderLength)
    const iv = cipher.encryptBlock(encryptionKey, new Uint8Array(cipher.blockLength).fill(0xff))
    const sealed = cipher.encrypt(encryptionKey, iv, pad(data, cipher.blockLength))
    evidence.push(encodeTlv(0x8a, sealed))
  }
  return answer(encodeTlv(0x7c, encodeTlv(0x86, tokenFor(theirs)), ...evidence))
}
