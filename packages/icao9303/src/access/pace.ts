/**
 * Password Authenticated Connection Establishment (ICAO 9303-11 §4.4): a few digits open the chip,
 * and whoever listens learns nothing about them.
 */
import { blockCiphers, deriveKey, pad, purpose, unpad } from '../algorithm/block-cipher.ts'
import { AlgorithmError } from '../algorithm/algorithm-error.ts'
import { drawScalar, pointOf, type Curve, type Point } from '../algorithm/curve.ts'
import { checkDhKey, power, type DhGroup } from '../algorithm/dh-group.ts'
import { digest } from '../algorithm/digest.ts'
import { standardizedDomain, type Domain } from '../algorithm/domain.ts'
import { ascii, concat, equalBytes, fromBigInt, toBigInt, type Random } from '../bytes.ts'
import type { PaceInfo } from '../lds/security-infos.ts'
import { mrzInformation, type AccessFields } from '../mrz/access-fields.ts'
import { encodeOid } from '../tlv/der.ts'
import { encodeTlv } from '../tlv/encode.ts'
import { elementsOf, parseTlv, type Tlv } from '../tlv/tlv.ts'
import { TlvError } from '../tlv/tlv-error.ts'
import { AccessError } from './access-error.ts'
import { plainChannel, type Channel, type Transceiver } from './channel.ts'
import { mapGenericDh, mapGenericEcdh, mapIntegratedDh, mapIntegratedEcdh } from './pace-mapping.ts'
import type { SecureSession } from './secure-messaging.ts'

/** The zone, or the six digits printed on the front of cards and some passports. */
export type Password =
  | { readonly kind: 'mrz'; readonly fields: AccessFields }
  | { readonly kind: 'can'; readonly digits: string }

/** What the chip-authentication mapping leaves to be checked against EF.CardSecurity. */
export type MappingEvidence = {
  readonly parameterId: number
  /** The chip's public key of the mapping, and the number that ties it to the chip's own key. */
  readonly mappingKey: Uint8Array
  readonly authenticationData: Uint8Array
}

export type PaceResult = {
  readonly session: SecureSession
  /** Only after the chip-authentication mapping. */
  readonly evidence: MappingEvidence | undefined
}

const clause = 'ICAO 9303-11 §4.4.4'
const strength = ['3DES', 'AES-128', 'AES-192', 'AES-256'] as const
const mappings = ['generic', 'integrated', 'chip-authentication'] as const

/** The way of PACE to take of those that a chip offers: the strongest cipher, then ECDH, then CAM. */
export function choosePace(offers: readonly PaceInfo[]): PaceInfo | undefined {
  const rank = ({ cipher, agreement, mapping }: PaceInfo) =>
    strength.indexOf(cipher) * 10 + (agreement === 'ecdh' ? 5 : 0) + mappings.indexOf(mapping)
  return offers
    .filter(({ parameterId }) => parameterId !== undefined && isKnown(parameterId))
    .sort((one, other) => rank(other) - rank(one))[0]
}

/**
 * Opens the chip, before any application is selected. `offers` are those of EF.CardAccess, of which
 * `info` is one; they decide whether the chip must be told which parameters are meant.
 */
export async function performPace(
  transceiver: Transceiver,
  info: PaceInfo,
  password: Password,
  random: Random,
  offers: readonly PaceInfo[] = [info],
): Promise<PaceResult> {
  const { oid, parameterId } = info
  if (parameterId === undefined) throw new AccessError('not-supported', 'ICAO 9303-11 §9.5.2')
  const chip = plainChannel(transceiver)
  const cipher = blockCiphers[info.cipher]
  const ambiguous = offers.filter((offer) => offer.oid === oid).length > 1
  await announce(chip, info, password, ambiguous ? parameterId : undefined)
  const sealed = await authenticate(chip, undefined, 0x80)
  if (sealed.length === 0 || sealed.length % cipher.blockLength !== 0 || sealed.length > 32)
    throw new AccessError('answer-form', clause)
  const passwordKey = deriveKey(cipher, secretOf(password), purpose.password)
  const nonce = cipher.decrypt(passwordKey, new Uint8Array(cipher.blockLength), sealed)
  const domain = standardizedDomain(parameterId)
  const run = domain.kind === 'ecdh' ? ecdhRun(domain.curve, random) : dhRun(domain.group, random)
  const mappingKey = await mapNonce(chip, info, run, nonce, random)
  const ours = run.keyAgreementKey()
  const theirs = await authenticate(chip, encodeTlv(0x83, ours), 0x84)
  if (equalBytes(ours, theirs)) throw new AccessError('not-genuine', 'ICAO 9303-11 §4.4.1')
  const secret = guarded(() => run.agree(theirs))
  const encryptionKey = deriveKey(cipher, secret, purpose.encryption)
  const checksumKey = deriveKey(cipher, secret, purpose.checksum)
  const token = (key: Uint8Array) =>
    cipher.checksum(checksumKey, tokenInput(info, domain, key, cipher.blockLength))
  const answer = await exchangeTokens(chip, encodeTlv(0x85, token(theirs)))
  if (!equalBytes(valueOf(answer, 0x86), token(ours)))
    throw new AccessError('wrong-password', 'ICAO 9303-11 §4.4.3.4')
  const session = { cipher: info.cipher, encryptionKey, checksumKey, counter: 0n }
  const evidence =
    info.mapping === 'chip-authentication'
      ? { parameterId, mappingKey, authenticationData: openEvidence(session, answer) }
      : undefined
  return { session, evidence }
}

/** MSE:Set AT (ICAO 9303-11 §4.4.4.1). */
async function announce(
  chip: Channel,
  { oid }: PaceInfo,
  password: Password,
  parameterId: number | undefined,
): Promise<void> {
  const data = concat(
    encodeTlv(0x80, encodeOid(oid)),
    encodeTlv(0x83, Uint8Array.of(password.kind === 'mrz' ? 1 : 2)),
    ...(parameterId === undefined ? [] : [encodeTlv(0x84, Uint8Array.of(parameterId))]),
  )
  const { status } = await chip.send({ cla: 0, ins: 0x22, p1: 0xc1, p2: 0xa4, data })
  if (status !== 0x9000 && status >> 4 !== 0x63c)
    throw new AccessError('refused', clause, { status })
}

/** One GENERAL AUTHENTICATE of the chain; gives the value of the object with this tag, if any. */
async function authenticate(
  chip: Channel,
  object: Uint8Array | undefined,
  tag?: number,
): Promise<Uint8Array> {
  const data = encodeTlv(0x7c, object ?? new Uint8Array())
  const command = { cla: 0x10, ins: 0x86, p1: 0, p2: 0, data, expected: 256 }
  const response = await chip.send(command)
  const { status } = response
  if (status !== 0x9000) throw new AccessError('refused', clause, { status })
  return tag === undefined ? new Uint8Array() : valueOf(objectsOf(response.data), tag)
}

/** The last step is where the chip tells that the password was another (ICAO 9303-11 §4.4.4.2). */
async function exchangeTokens(chip: Channel, token: Uint8Array): Promise<readonly Tlv[]> {
  const data = encodeTlv(0x7c, token)
  const response = await chip.send({ cla: 0, ins: 0x86, p1: 0, p2: 0, data, expected: 256 })
  const { status } = response
  if (status !== 0x9000) throw new AccessError('wrong-password', clause, { status })
  return objectsOf(response.data)
}

/** Gives the chip's public key of the mapping; none in integrated mapping. */
async function mapNonce(
  chip: Channel,
  info: PaceInfo,
  run: Run,
  nonce: Uint8Array,
  random: Random,
): Promise<Uint8Array> {
  const cipher = blockCiphers[info.cipher]
  if (info.mapping === 'integrated') {
    const ours = random(cipher.keyLength)
    await authenticate(chip, encodeTlv(0x81, ours))
    guarded(() => run.mapIntegrated(info, nonce, ours))
    return new Uint8Array()
  }
  const ours = run.mappingKey()
  const theirs = await authenticate(chip, encodeTlv(0x81, ours), 0x82)
  if (equalBytes(ours, theirs)) throw new AccessError('not-genuine', 'ICAO 9303-11 §4.4.1')
  guarded(() => run.mapGeneric(nonce, theirs))
  return theirs
}

/** The two key agreements of one run, over a curve or a group. */
type Run = {
  mappingKey(): Uint8Array
  mapGeneric(nonce: Uint8Array, theirs: Uint8Array): void
  mapIntegrated(info: PaceInfo, nonce: Uint8Array, ours: Uint8Array): void
  keyAgreementKey(): Uint8Array
  agree(theirs: Uint8Array): Uint8Array
}

function ecdhRun(curve: Curve, random: Random): Run {
  const { ORDER: order } = curve.point.Fn
  let scalar = 0n
  let generator: Point = curve.point.BASE
  const drawKey = () => {
    scalar = drawScalar(order, random)
    return generator.multiply(scalar).toBytes(false)
  }
  return {
    mappingKey: drawKey,
    mapGeneric(nonce, theirs) {
      generator = mapGenericEcdh(curve, nonce, pointOf(curve, theirs).multiply(scalar))
    },
    mapIntegrated(info, nonce, ours) {
      generator = mapIntegratedEcdh(curve, blockCiphers[info.cipher], nonce, ours)
    },
    keyAgreementKey: drawKey,
    agree: (theirs) => fromBigInt(pointOf(curve, theirs).multiply(scalar).x, curve.fieldLength),
  }
}

function dhRun(group: DhGroup, random: Random): Run {
  const { p, q, length } = group
  let exponent = 0n
  let generator = group.g
  const drawKey = () => {
    exponent = drawScalar(q, random)
    return fromBigInt(power(generator, exponent, p), length)
  }
  const raise = (theirs: Uint8Array) => power(checkDhKey(group, toBigInt(theirs)), exponent, p)
  return {
    mappingKey: drawKey,
    mapGeneric(nonce, theirs) {
      generator = mapGenericDh(group, nonce, raise(theirs))
    },
    mapIntegrated(info, nonce, ours) {
      generator = mapIntegratedDh(group, blockCiphers[info.cipher], nonce, ours)
    },
    keyAgreementKey: drawKey,
    agree: (theirs) => fromBigInt(raise(theirs), length),
  }
}

/** What each side puts under its checksum: the other's key as a data object (ICAO 9303-11 §9.4). */
function tokenInput(info: PaceInfo, domain: Domain, key: Uint8Array, blockLength: number) {
  const value = encodeTlv(domain.kind === 'ecdh' ? 0x86 : 0x84, key)
  const input = encodeTlv(0x7f49, encodeTlv(0x06, encodeOid(info.oid)), value)
  return blockLength === 8 ? pad(input, blockLength) : input
}

/** The encrypted chip authentication data (ICAO 9303-11 §4.4.3.5). */
function openEvidence(session: SecureSession, answer: readonly Tlv[]): Uint8Array {
  const sealed = valueOf(answer, 0x8a)
  const { blockLength, encryptBlock, decrypt } = blockCiphers[session.cipher]
  if (sealed.length === 0 || sealed.length % blockLength !== 0)
    throw new AccessError('answer-form', 'ICAO 9303-11 §4.4.3.5')
  const iv = encryptBlock(session.encryptionKey, new Uint8Array(blockLength).fill(0xff))
  const data = unpad(decrypt(session.encryptionKey, iv, sealed))
  if (data === undefined) throw new AccessError('answer-form', 'ICAO 9303-11 §4.4.3.5')
  return data
}

function secretOf(password: Password): Uint8Array {
  return password.kind === 'can'
    ? ascii(password.digits)
    : digest('SHA-1', ascii(mrzInformation(password.fields)))
}

function isKnown(parameterId: number): boolean {
  return (parameterId >= 0 && parameterId <= 2) || (parameterId >= 8 && parameterId <= 18)
}

function objectsOf(data: Uint8Array): readonly Tlv[] {
  try {
    const outer = parseTlv(data)
    if (outer.tag === 0x7c) return elementsOf(outer.value)
  } catch (cause) {
    if (!(cause instanceof TlvError)) throw cause
  }
  throw new AccessError('answer-form', clause)
}

function valueOf(objects: readonly Tlv[], tag: number): Uint8Array {
  const found = objects.find((object) => object.tag === tag)
  if (!found) throw new AccessError('answer-form', clause)
  return found.value
}

/** A key from the chip that is not a key of the domain is an attack, not a bug. */
function guarded<Value>(run: () => Value): Value {
  try {
    return run()
  } catch (cause) {
    if (cause instanceof AlgorithmError) throw new AccessError('not-genuine', clause, { cause })
    throw cause
  }
}
