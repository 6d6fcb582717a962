/** The worked examples of ICAO Doc 9303-11, byte for byte in both directions. */
import { describe, expect, it } from 'vitest'
import { blockCiphers, deriveKey, purpose } from '../algorithm/block-cipher.ts'
import { digest } from '../algorithm/digest.ts'
import { standardizedDomain } from '../algorithm/domain.ts'
import { ascii, concat, fromBigInt, fromHex, toBigInt, toHex } from '../bytes.ts'
import { parseSecurityInfos } from '../lds/security-infos.ts'
import { mrzInformation } from '../mrz/access-fields.ts'
import { encodeOid } from '../tlv/der.ts'
import { encodeTlv } from '../tlv/encode.ts'
import { scriptedChip, scriptedRandom } from '../testing/scripted-chip.ts'
import {
  appendixD,
  appendixG1,
  appendixG2,
  appendixH1,
  appendixH2,
  appendixI,
  type PaceExample,
} from '../testing/worked-examples.ts'
import { AccessError, type AccessErrorCode } from './access-error.ts'
import { encodeCommand, parseResponse } from './apdu.ts'
import { performBac } from './bac.ts'
import { plainChannel, secureChannel } from './channel.ts'
import { mapGenericDh, mapGenericEcdh, mapIntegratedDh, mapIntegratedEcdh } from './pace-mapping.ts'
import { choosePace, performPace } from './pace.ts'
import { openResponse, protectCommand, type SecureSession } from './secure-messaging.ts'

const hex = (text: string) => toHex(fromHex(text))
const session: SecureSession = {
  cipher: '3DES',
  encryptionKey: fromHex(appendixD.session.encryptionKey),
  checksumKey: fromHex(appendixD.session.checksumKey),
  counter: BigInt(`0x${appendixD.session.counter}`),
}

async function codeOf(run: Promise<unknown>): Promise<AccessErrorCode | undefined> {
  try {
    await run
  } catch (error) {
    if (error instanceof AccessError) return error.code
    throw error
  }
  return undefined
}

describe('basic access control', () => {
  it('ICAO 9303-11 appendix D.2: keys from the zone', () => {
    const information = mrzInformation(appendixD.fields)
    expect(information).toBe(appendixD.information)
    const seed = digest('SHA-1', ascii(information)).subarray(0, 16)
    expect(toHex(seed)).toBe(hex(appendixD.seed))
    const key = (counter: 1 | 2) => toHex(deriveKey(blockCiphers['3DES'], seed, counter))
    expect(key(purpose.encryption)).toBe(hex(appendixD.encryptionKey))
    expect(key(purpose.checksum)).toBe(hex(appendixD.checksumKey))
  })
  it('ICAO 9303-11 appendix D.3: both sides agree on the session', async () => {
    const chip = scriptedChip(appendixD.exchange)
    const opened = await performBac(chip, appendixD.fields, scriptedRandom(appendixD.random))
    expect(opened).toEqual(session)
    expect(chip.left()).toBe(0)
  })
  it('a chip that refuses, answers in another form or with a wrong checksum is not opened', async () => {
    const [challenge, [command]] = appendixD.exchange
    const answer = appendixD.exchange[1][1]
    const tried = (last: string) =>
      codeOf(
        performBac(
          scriptedChip([challenge, [command, last]]),
          appendixD.fields,
          scriptedRandom(appendixD.random),
        ),
      )
    expect(await tried('6300')).toBe('wrong-password')
    expect(await tried(answer.replace('46B9', '46B8'))).toBe('not-genuine')
    expect(await tried('9000')).toBe('not-genuine')
    expect(await tried('90')).toBe('answer-form')
    const refusing = scriptedChip([['0084000008', '6D00']])
    expect(await codeOf(performBac(refusing, appendixD.fields, scriptedRandom([])))).toBe('refused')
  })
})

describe('secure messaging', () => {
  const commandOf = (message: (typeof appendixD.messages)[number]) => {
    const { command } = message
    return 'data' in command ? { ...command, data: fromHex(command.data) } : command
  }
  it('ICAO 9303-11 appendix D.4: commands and answers with 3DES', async () => {
    const chip = scriptedChip(appendixD.messages.map(({ apdu, answer }) => [apdu, answer]))
    const channel = secureChannel(chip, session)
    for (const message of appendixD.messages) {
      const response = await channel.send(commandOf(message))
      expect([toHex(response.data), response.status]).toEqual([hex(message.data), 0x9000])
    }
  })
  it('ICAO 9303-11 §9.8: an answer that is changed, repeated or unprotected is refused', async () => {
    const [first, second] = appendixD.messages
    const after = protectCommand(session, commandOf(first)).session
    const open = (answer: string) =>
      codeOf(Promise.resolve().then(() => openResponse(after, parseResponse(fromHex(answer)))))
    expect(await open(first.answer)).toBeUndefined()
    for (let at = 0; at < first.answer.length - 4; at += 2) {
      const changed = fromHex(first.answer)
      changed[at / 2] = (changed[at / 2] ?? 0) ^ 0x01
      expect(await open(toHex(changed))).toBe('not-genuine')
    }
    expect(await open(second.answer)).toBe('not-genuine')
    expect(await open('9000')).toBe('session-ended')
    expect(await open('6988')).toBe('session-ended')
  })
  it('ICAO 9303-11 §9.8.7: AES encrypts under the counter; the counter goes round', () => {
    const aes = (counter: bigint): SecureSession => ({
      cipher: 'AES-128',
      encryptionKey: fromHex(appendixG1.session.encryptionKey),
      checksumKey: fromHex(appendixG1.session.checksumKey),
      counter,
    })
    const command = { cla: 0, ins: 0xa4, p1: 2, p2: 0x0c, data: fromHex('011E') }
    const one = protectCommand(aes(0n), command)
    const two = protectCommand(one.session, command)
    expect(toHex(one.apdu)).not.toBe(toHex(two.apdu))
    expect(protectCommand(aes((1n << 128n) - 1n), command).session.counter).toBe(0n)
  })
  it('ICAO 9303-11 §9.8.4: long bodies and answers use extended length, odd instructions DO 85', () => {
    const long = { cla: 0, ins: 0xb0, p1: 0, p2: 0, expected: 4096 }
    expect(toHex(protectCommand(session, long).apdu)).toMatch(
      /^0cb0000000000e970210008e08.{16}0000$/u,
    )
    const odd = { cla: 0, ins: 0xb1, p1: 0, p2: 0, data: fromHex('54028000'), expected: 256 }
    expect(toHex(protectCommand(session, odd).apdu)).toMatch(/^0cb1000017 ?8508.{16}970100/u)
  })
})

describe('plain commands', () => {
  it('ISO/IEC 7816-4 §5.1: short and extended length', () => {
    const base = { cla: 0, ins: 0xb0, p1: 0, p2: 0 }
    expect(toHex(encodeCommand(base))).toBe('00b00000')
    expect(toHex(encodeCommand({ ...base, expected: 256 }))).toBe('00b0000000')
    expect(toHex(encodeCommand({ ...base, expected: 257 }))).toBe('00b00000000101')
    expect(toHex(encodeCommand({ ...base, expected: 65_536 }))).toBe('00b00000000000')
    const data = new Uint8Array(256)
    expect(toHex(encodeCommand({ ...base, data }).subarray(0, 8))).toBe('00b0000000010000')
  })
  it('ISO/IEC 7816-4 §5.3.4: answers in pieces are put together, wrong lengths asked again', async () => {
    const chip = scriptedChip([
      ['0084000008', '6C04'],
      ['0084000004', 'AABB6102'],
      ['00C0000002', 'CCDD9000'],
    ])
    const command = { cla: 0, ins: 0x84, p1: 0, p2: 0, expected: 8 }
    expect(toHex((await plainChannel(chip).send(command)).data)).toBe('aabbccdd')
  })
  it('a transceiver that fails is a lost chip', async () => {
    const channel = plainChannel(scriptedChip([]))
    expect(await codeOf(channel.send({ cla: 0, ins: 0x84, p1: 0, p2: 0 }))).toBe('chip-lost')
  })
})

describe('PACE', () => {
  const reduced = fromBigInt(
    toBigInt(fromHex(appendixH2.exponent)) %
      toBigInt(fromHex('f518aa8781a8df278aba4e7d64b7cb9d49462353')),
    20,
  )
  const examples: readonly PaceExample[] = [
    appendixG1,
    appendixG2,
    appendixH1,
    { ...appendixH2, random: [...appendixH2.random, toHex(reduced)] },
    appendixI,
  ]
  it.for(examples.map((example) => [example.title, example] as const))(
    'ICAO 9303-11 appendix %s',
    async ([, example]) => {
      const chip = scriptedChip(conversation(example))
      const info = choosePace(parseSecurityInfos(fromHex(example.cardAccess)).pace)
      if (!info) throw new Error('the example offers no PACE')
      const password = { kind: 'mrz', fields: example.fields } as const
      const result = await performPace(chip, info, password, scriptedRandom(example.random))
      expect(chip.left()).toBe(0)
      expect(toHex(result.session.encryptionKey)).toBe(hex(example.session.encryptionKey))
      expect(toHex(result.session.checksumKey)).toBe(hex(example.session.checksumKey))
      expect(result.session.counter).toBe(0n)
      expect(result.evidence && toHex(result.evidence.authenticationData)).toBe(
        example === appendixI ? hex(appendixI.evidence) : undefined,
      )
    },
  )
  it('ICAO 9303-11 appendices G, H: the mapped generators', () => {
    const cipher = blockCiphers['AES-128']
    const domain = standardizedDomain(13)
    const group = standardizedDomain(0)
    if (domain.kind !== 'ecdh' || group.kind !== 'dh') throw new Error('other kinds of domain')
    const { curve } = domain
    const bytes = (text: string) => new Uint8Array(fromHex(text))
    const secret = curve.point
      .fromBytes(bytes(appendixG1.mapping[1]))
      .multiply(toBigInt(bytes(appendixG1.random[0] ?? '')))
    const g1 = mapGenericEcdh(curve, bytes(appendixG1.nonce), secret)
    expect(toHex(g1.toBytes(false))).toBe(hex(appendixG1.generator))
    const h1 = mapIntegratedEcdh(
      curve,
      cipher,
      bytes(appendixH1.nonce),
      bytes(appendixH1.mapping[0]),
    )
    expect(toHex(fromBigInt(h1.x, 32))).toBe(hex(appendixH1.generator))
    const h2 = mapIntegratedDh(
      group.group,
      cipher,
      bytes(appendixH2.nonce),
      bytes(appendixH2.mapping[0]),
    )
    expect(toHex(fromBigInt(h2, 128))).toBe(hex(appendixH2.generator))
    expect(mapGenericDh(group.group, bytes('00'), 5n)).toBe(5n)
  })
  it('ICAO 9303-11 §4.4: keys that do not belong, mirrored keys and wrong tokens are refused', async () => {
    const tried = (change: (lines: (readonly [string, string])[]) => void) => {
      const lines = [...conversation(appendixG1)]
      change(lines)
      const [info] = parseSecurityInfos(fromHex(appendixG1.cardAccess)).pace
      if (!info) throw new Error('the example offers no PACE')
      const password = { kind: 'mrz', fields: appendixG1.fields } as const
      return codeOf(
        performPace(scriptedChip(lines), info, password, scriptedRandom(appendixG1.random)),
      )
    }
    const answer = (at: number, data: string) => (lines: (readonly [string, string])[]) => {
      lines[at] = [lines[at]?.[0] ?? '', data]
    }
    const object = (tag: number, value: string) =>
      `${toHex(encodeTlv(0x7c, encodeTlv(tag, fromHex(value))))}9000`
    expect(await tried(answer(0, '6A80'))).toBe('refused')
    expect(await tried(answer(1, '9000'))).toBe('answer-form')
    expect(await tried(answer(1, object(0x80, 'AABB')))).toBe('answer-form')
    expect(await tried(answer(2, object(0x82, appendixG1.mapping[0])))).toBe('not-genuine')
    expect(await tried(answer(2, object(0x82, '0400')))).toBe('not-genuine')
    expect(await tried(answer(3, object(0x84, appendixG1.agreement[0])))).toBe('not-genuine')
    expect(await tried(answer(4, '6300'))).toBe('wrong-password')
    expect(await tried(answer(4, object(0x86, '0000000000000000')))).toBe('wrong-password')
  })
  it('the strongest way is chosen; own parameters of a chip are passed over', () => {
    const weak = '3012060A04007F00070202040102020102020100'
    const strong = '3012060A04007F0007020204060402010202010D'
    const own = '300F060A04007F00070202040204020102'
    const set = encodeTlv(0x31, fromHex(weak + strong + own))
    expect(choosePace(parseSecurityInfos(set).pace)).toMatchObject({
      mapping: 'chip-authentication',
      cipher: 'AES-256',
    })
    expect(choosePace(parseSecurityInfos(encodeTlv(0x31, fromHex(own))).pace)).toBeUndefined()
  })
})

/** What terminal and chip say to each other in an example. */
function conversation(example: PaceExample): (readonly [string, string])[] {
  const [info] = parseSecurityInfos(fromHex(example.cardAccess)).pace
  if (!info) throw new Error('the example offers no PACE')
  const data = concat(encodeTlv(0x80, encodeOid(info.oid)), encodeTlv(0x83, Uint8Array.of(1)))
  const command = (cla: number, ...objects: Uint8Array[]) =>
    toHex(
      encodeCommand({
        cla,
        ins: 0x86,
        p1: 0,
        p2: 0,
        data: encodeTlv(0x7c, ...objects),
        expected: 256,
      }),
    )
  const answer = (...objects: Uint8Array[]) => `${toHex(encodeTlv(0x7c, ...objects))}9000`
  const tlv = (tag: number, value: string) => encodeTlv(tag, fromHex(value))
  const evidence = example === appendixI ? [tlv(0x8a, appendixI.sealedEvidence)] : []
  const mapped = example.mapping[1] === '' ? '9000' : answer(tlv(0x82, example.mapping[1]))
  return [
    [toHex(encodeCommand({ cla: 0, ins: 0x22, p1: 0xc1, p2: 0xa4, data })), '9000'],
    [command(0x10), answer(encodeTlv(0x80, sealed(example)))],
    [command(0x10, tlv(0x81, example.mapping[0])), mapped],
    [command(0x10, tlv(0x83, example.agreement[0])), answer(tlv(0x84, example.agreement[1]))],
    [command(0, tlv(0x85, example.tokens[0])), answer(tlv(0x86, example.tokens[1]), ...evidence)],
  ]
}

/** Where the example has another password, its nonce goes under the key of this one. */
function sealed(example: PaceExample): Uint8Array {
  if (example.sealedNonce !== undefined) return fromHex(example.sealedNonce)
  const cipher = blockCiphers['AES-128']
  const secret = digest('SHA-1', ascii(mrzInformation(example.fields)))
  const key = deriveKey(cipher, secret, purpose.password)
  return cipher.encrypt(key, new Uint8Array(16), fromHex(example.nonce))
}
