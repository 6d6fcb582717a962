/**
 * Chip authentication: a key agreement with the chip's own key, and a first answer that only who
 * holds it can give (ICAO 9303-11 §6.2). Whoever decides about the document is the terminal: it
 * keeps the run, sends the commands through whoever is near the chip, and judges the answer.
 */
import { AlgorithmError } from '../algorithm/algorithm-error.ts'
import { blockCiphers, deriveKey, purpose } from '../algorithm/block-cipher.ts'
import { drawScalar, pointOf } from '../algorithm/curve.ts'
import { checkDhKey, power } from '../algorithm/dh-group.ts'
import { parsePublicKey, type PublicKey } from '../algorithm/public-key.ts'
import { AccessError } from '../access/access-error.ts'
import { parseResponse, type Command } from '../access/apdu.ts'
import type { Channel, Transceiver } from '../access/channel.ts'
import type { MappingEvidence } from '../access/pace.ts'
import { openResponse, protectCommand, type SecureSession } from '../access/secure-messaging.ts'
import { concat, equalBytes, fromBigInt, toBigInt, type Bytes, type Random } from '../bytes.ts'
import type {
  ChipAuthenticationInfo,
  ChipAuthenticationKey,
  SecurityInfos,
} from '../lds/security-infos.ts'
import { standardizedDomain } from '../algorithm/domain.ts'
import { encodeOid } from '../tlv/der.ts'
import { encodeTlv } from '../tlv/encode.ts'

/** What the terminal keeps between its commands and the answer. It holds keys: keep it to yourself. */
export type ChipAuthenticationRun = {
  /** The SubjectPublicKeyInfo of the chip that the keys were agreed with. */
  readonly chipKey: Uint8Array
  /** In which the answer is to be opened. */
  readonly session: SecureSession
}

/** What goes to the chip: commands in the session that is open, then an APDU as it is. */
export type ChipAuthenticationOrder = {
  readonly commands: readonly Command[]
  readonly proof: Bytes
}

const clause = 'ICAO 9303-11 §6.2'
const strength = ['3DES', 'AES-128', 'AES-192', 'AES-256'] as const

/** `undefined` where DG14 offers no chip authentication. DG14 need not have been verified yet. */
export function startChipAuthentication(
  infos: SecurityInfos,
  random: Random,
): { run: ChipAuthenticationRun; order: ChipAuthenticationOrder } | undefined {
  const choice = choose(infos)
  if (!choice) return undefined
  const { key, info } = choice
  const { ours, secret } = agree(parsePublicKey(key.publicKey), random)
  const cipher = blockCiphers[info.cipher]
  const opened: SecureSession = {
    cipher: info.cipher,
    encryptionKey: deriveKey(cipher, secret, purpose.encryption),
    checksumKey: deriveKey(cipher, secret, purpose.checksum),
    counter: 0n,
  }
  // Any command will do whose answer carries a checksum: selecting DG14, which is there.
  const data = Uint8Array.of(0x01, 0x0e)
  const proof = protectCommand(opened, { cla: 0, ins: 0xa4, p1: 0x02, p2: 0x0c, data })
  return {
    run: { chipKey: key.publicKey, session: proof.session },
    order: { commands: commandsFor(info, ours), proof: proof.apdu },
  }
}

/**
 * Carries an order to the chip: its commands over the open channel, then the proof as it is. Gives
 * the chip's answer for `verifyChipAuthentication`. After it the chip speaks the new session alone.
 */
export async function relayChipAuthentication(
  chip: Channel,
  transceiver: Transceiver,
  { commands, proof }: ChipAuthenticationOrder,
): Promise<Uint8Array> {
  for (const command of commands) {
    const { status } = await chip.send(command)
    if (status !== 0x9000) throw new AccessError('refused', clause, { status })
  }
  try {
    return await transceiver.transceive(proof)
  } catch (cause) {
    throw new AccessError('chip-lost', clause, { cause })
  }
}

/** The session to go on in if the answer is the chip's, and `undefined` if it is not. */
export function verifyChipAuthentication(
  run: ChipAuthenticationRun,
  answer: Uint8Array,
): SecureSession | undefined {
  try {
    const { response, session } = openResponse(run.session, parseResponse(answer))
    return response.status === 0x9000 ? session : undefined
  } catch (error) {
    if (error instanceof AccessError) return undefined
    throw error
  }
}

/** The chip-authentication mapping of PACE proves the chip as well (ICAO 9303-11 §4.4.3.5). */
export function verifyMappingEvidence(evidence: MappingEvidence, infos: SecurityInfos): boolean {
  const domain = standardizedDomain(evidence.parameterId)
  if (domain.kind !== 'ecdh') return false
  const { curve } = domain
  const scalar = toBigInt(evidence.authenticationData)
  if (scalar <= 0n || scalar >= curve.point.Fn.ORDER) return false
  return infos.chipAuthenticationKeys.some(({ publicKey }) => {
    const key = keyOf(publicKey)
    if (key?.kind !== 'ec' || key.curve !== curve) return false
    const mapped = pointOf(curve, key.point).multiply(scalar)
    return equalBytes(mapped.toBytes(false), evidence.mappingKey)
  })
}

function keyOf(publicKey: Uint8Array): PublicKey | undefined {
  try {
    return parsePublicKey(publicKey)
  } catch (error) {
    if (error instanceof AlgorithmError) return undefined
    throw error
  }
}

type Choice = { key: ChipAuthenticationKey; info: ChipAuthenticationInfo }

/** The strongest cipher; a key without an info means 3DES (ICAO 9303-11 §9.2.7). */
function choose({ chipAuthentication, chipAuthenticationKeys }: SecurityInfos): Choice | undefined {
  const fits = (key: ChipAuthenticationKey, info: ChipAuthenticationInfo) =>
    key.agreement === info.agreement && (info.keyId === undefined || info.keyId === key.keyId)
  const choices = chipAuthentication.flatMap((info) =>
    chipAuthenticationKeys.filter((key) => fits(key, info)).map((key) => ({ key, info })),
  )
  const rank = ({ info }: Choice) => strength.indexOf(info.cipher)
  const [best] = choices.sort((one, other) => rank(other) - rank(one))
  const [key] = chipAuthenticationKeys
  if (best || !key || chipAuthentication.length > 0) return best
  const oid = `0.4.0.127.0.7.2.2.3.${key.agreement === 'dh' ? '1' : '2'}.1`
  const { agreement, keyId } = key
  return { key, info: { oid, agreement, cipher: '3DES', version: 1, keyId } }
}

function agree(key: PublicKey, random: Random): { ours: Uint8Array; secret: Uint8Array } {
  switch (key.kind) {
    case 'ec': {
      const { curve } = key
      const scalar = drawScalar(curve.point.Fn.ORDER, random)
      const shared = pointOf(curve, key.point).multiply(scalar)
      return {
        ours: curve.point.BASE.multiply(scalar).toBytes(false),
        secret: fromBigInt(shared.x, curve.fieldLength),
      }
    }
    case 'dh': {
      const { p, g, q, length } = key.group
      const exponent = drawScalar(q, random)
      const shared = power(checkDhKey(key.group, key.y), exponent, p)
      return { ours: fromBigInt(power(g, exponent, p), length), secret: fromBigInt(shared, length) }
    }
    case 'rsa':
      throw new AlgorithmError('unknown-key-algorithm', clause)
  }
}

/** 3DES takes the key in one command, AES in two (ICAO 9303-11 §6.2.4). */
function commandsFor({ oid, cipher, keyId }: ChipAuthenticationInfo, ours: Uint8Array): Command[] {
  const reference = keyId === undefined ? [] : [encodeTlv(0x84, numberBytes(keyId))]
  if (cipher === '3DES') {
    const data = concat(encodeTlv(0x91, ours), ...reference)
    return [{ cla: 0, ins: 0x22, p1: 0x41, p2: 0xa6, data }]
  }
  const data = concat(encodeTlv(0x80, encodeOid(oid)), ...reference)
  const key = encodeTlv(0x7c, encodeTlv(0x80, ours))
  return [
    { cla: 0, ins: 0x22, p1: 0x41, p2: 0xa4, data },
    { cla: 0, ins: 0x86, p1: 0, p2: 0, data: key, expected: 256 },
  ]
}

function numberBytes(value: number): Bytes {
  const hex = value.toString(16)
  return fromBigInt(BigInt(value), Math.ceil(hex.length / 2))
}
