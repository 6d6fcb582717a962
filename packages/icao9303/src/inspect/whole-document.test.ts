/** Whole documents: opened, read and inspected through a chip that speaks from the other side. */
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CipherName } from '../algorithm/block-cipher.ts'
import { curveByName, drawScalar } from '../algorithm/curve.ts'
import { parsePublicKey, type RsaKey } from '../algorithm/public-key.ts'
import { AccessError } from '../access/access-error.ts'
import { secureChannel, type Transceiver } from '../access/channel.ts'
import { openChip } from '../access/open-chip.ts'
import type { Password } from '../access/pace.ts'
import { readFile } from '../access/read-file.ts'
import { concat, toBigInt, toHex } from '../bytes.ts'
import { fileIdentifiers, type DataGroupNumber } from '../lds/data-group.ts'
import { parseDg14 } from '../lds/dg14-dg15.ts'
import { parseSecurityInfos } from '../lds/security-infos.ts'
import { parseCertificate } from '../pki/certificate.ts'
import { createTrustStore } from '../pki/trust-store.ts'
import { makeAuthority, makeDocumentSigner, signAs, signDocument } from '../testing/country.ts'
import { emulateChip, type EmulatedChip } from '../testing/emulated-chip.ts'
import {
  chipAuthenticationInfo,
  chipAuthenticationKey,
  dg14File,
  dg1File,
  dg2File,
  jpegOf,
  paceInfo,
  passportZone,
  securityInfos,
  specimen,
} from '../testing/files.ts'
import { oid, sequence } from '../testing/issuing.ts'
import { signRecoverable } from '../testing/recoverable-signature.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { encodeTlv } from '../tlv/encode.ts'
import { performActiveAuthentication } from './active-authentication.ts'
import {
  relayChipAuthentication,
  startChipAuthentication,
  verifyChipAuthentication,
} from './chip-authentication.ts'
import { inspectDocument, type Inspection } from './inspect-document.ts'
import { isOriginalChip, outcomeOf } from './report.ts'

const random = seededRandom(21)
const date = new Date('2026-11-22T10:00:00Z')
const password: Password = { kind: 'mrz', fields: specimen }
const authority = makeAuthority(random)
const signer = makeDocumentSigner(authority, random)
const trust = createTrustStore({ anchors: [parseCertificate(authority.certificate)] })

const curve = curveByName('brainpoolP256r1')
const scalar = drawScalar(curve.point.Fn.ORDER, random)
const point = curve.point.BASE.multiply(scalar).toBytes(false)
const chipPublicKey = sequence(
  sequence(oid('1.2.840.10045.2.1'), oid(curve.oid)),
  encodeTlv(0x03, Uint8Array.of(0), point),
)
const rsa = generateKeyPairSync('rsa', { modulusLength: 1280 })
const rsaPublic = new Uint8Array(rsa.publicKey.export({ type: 'spki', format: 'der' }))
const rsaKey = parsePublicKey(rsaPublic) as RsaKey
const { d = '' } = rsa.privateKey.export({ format: 'jwk' })
const exponent = toBigInt(new Uint8Array(Buffer.from(d, 'base64url')))

const photo = jpegOf(15_000)
const dataGroups = new Map<DataGroupNumber, Uint8Array>([
  [1, dg1File(passportZone(specimen))],
  [2, dg2File(photo)],
  [
    14,
    dg14File(
      chipAuthenticationInfo('0.4.0.127.0.7.2.2.3.2.2'),
      chipAuthenticationKey('ecdh', chipPublicKey),
    ),
  ],
  [15, encodeTlv(0x6f, rsaPublic)],
])
const sod = signDocument(signer, dataGroups)
const files = new Map<number, Uint8Array>([
  [fileIdentifiers.sod, sod],
  ...[...dataGroups].map(([number, bytes]) => [fileIdentifiers.dataGroup(number), bytes] as const),
])
const passport: EmulatedChip = {
  fields: specimen,
  can: '123456',
  files,
  chipKey: { curve, scalar },
  sign: (challenge) => signRecoverable(rsaKey, exponent, 'SHA-256', challenge, random),
  random,
  extendedLength: true,
}

function withPace(protocol: string, parameterId: number, chip = passport): EmulatedChip {
  const cardAccess = securityInfos(paceInfo(protocol, parameterId))
  const [pace] = parseSecurityInfos(cardAccess).pace
  if (!pace) throw new Error('no such way of PACE')
  return {
    ...chip,
    pace,
    files: new Map([...chip.files, [fileIdentifiers.cardAccess, cardAccess]]),
  }
}

async function readDocument(transceiver: Transceiver) {
  const { chip, cardAccess, evidence } = await openChip(transceiver, password, random)
  const groups = new Map<DataGroupNumber, Uint8Array>()
  for (const number of dataGroups.keys())
    groups.set(number, await readFile(chip, fileIdentifiers.dataGroup(number)))
  const read = { sod: await readFile(chip, fileIdentifiers.sod), dataGroups: groups, cardAccess }
  return { chip, evidence, files: read }
}

async function codeOf(run: Promise<unknown>): Promise<string | undefined> {
  try {
    await run
  } catch (error) {
    if (error instanceof AccessError) return error.code
    throw error
  }
  return undefined
}

describe('a whole document', () => {
  it.for([true, false])('through BAC, extended length %s: authentic and original', async (long) => {
    const transceiver = emulateChip({ ...passport, extendedLength: long })
    const { chip, files: read } = await readDocument(transceiver)
    expect(toHex(read.dataGroups.get(2) ?? photo)).toBe(toHex(dg2File(photo)))
    const challenge = random(8)
    const signature = await performActiveAuthentication(chip, challenge)
    const started = startChipAuthentication(parseDg14(read.dataGroups.get(14) ?? photo), random)
    if (!started) throw new Error('the chip offers chip authentication')
    const answer = await relayChipAuthentication(chip, transceiver, started.order)
    const inspection: Inspection = {
      files: read,
      trust,
      date,
      activeAuthentication: { challenge, signature },
      chipAuthentication: { run: started.run, answer },
    }
    const report = inspectDocument(inspection)
    expect(report.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(outcomeOf(report, 'active-authentication')).toBe('passed')
    expect(outcomeOf(report, 'chip-authentication')).toBe('passed')
    expect(isOriginalChip(report)).toBe(true)
    const session = verifyChipAuthentication(started.run, answer)
    if (!session) throw new Error('the answer is right')
    const again = await readFile(secureChannel(transceiver, session), fileIdentifiers.dataGroup(1))
    expect(toHex(again)).toBe(toHex(read.dataGroups.get(1) ?? photo))
  })
  it('a clone has the files but not the keys: each proof fails, and the data stay authentic', async () => {
    const other = drawScalar(curve.point.Fn.ORDER, random)
    const clone: EmulatedChip = {
      ...passport,
      chipKey: { curve, scalar: other },
      sign: () => random(160),
    }
    const transceiver = emulateChip(clone)
    const { chip, files: read } = await readDocument(transceiver)
    const challenge = random(8)
    const signature = await performActiveAuthentication(chip, challenge)
    const started = startChipAuthentication(parseDg14(read.dataGroups.get(14) ?? photo), random)
    if (!started) throw new Error('the chip offers chip authentication')
    const answer = await relayChipAuthentication(chip, transceiver, started.order)
    const report = inspectDocument({
      files: read,
      trust,
      date,
      activeAuthentication: { challenge, signature },
      chipAuthentication: { run: started.run, answer },
    })
    expect(outcomeOf(report, 'active-authentication')).toBe('failed')
    expect(outcomeOf(report, 'chip-authentication')).toBe('failed')
    expect(outcomeOf(report, 'data-group-digests')).toBe('passed')
    expect(isOriginalChip(report)).toBe(false)
  })
  it('an answer to another challenge or another run proves nothing', async () => {
    const { chip, files: read } = await readDocument(emulateChip(passport))
    const signature = await performActiveAuthentication(chip, random(8))
    const infos = parseDg14(read.dataGroups.get(14) ?? photo)
    const [one, other] = [
      startChipAuthentication(infos, random),
      startChipAuthentication(infos, random),
    ]
    if (!one || !other) throw new Error('the chip offers chip authentication')
    const transceiver = emulateChip(passport)
    const second = await openChip(transceiver, password, random)
    const answer = await relayChipAuthentication(second.chip, transceiver, one.order)
    const report = inspectDocument({
      files: read,
      trust,
      date,
      activeAuthentication: { challenge: random(8), signature },
      chipAuthentication: { run: other.run, answer },
    })
    expect(outcomeOf(report, 'active-authentication')).toBe('failed')
    expect(outcomeOf(report, 'chip-authentication')).toBe('failed')
  })
  it('ICAO 9303-11 §6.2: chip authentication with 3DES goes in one command', async () => {
    const dg14 = dg14File(chipAuthenticationKey('ecdh', chipPublicKey))
    const transceiver = emulateChip({ ...passport, chipCipher: '3DES' })
    const { chip } = await openChip(transceiver, password, random)
    const started = startChipAuthentication(parseDg14(dg14), random)
    if (!started) throw new Error('the chip offers chip authentication')
    expect(started.order.commands).toHaveLength(1)
    const answer = await relayChipAuthentication(chip, transceiver, started.order)
    expect(verifyChipAuthentication(started.run, answer)).toBeDefined()
  })
})

describe('PACE with a whole chip', () => {
  const suffixes: readonly [CipherName, string][] = [
    ['3DES', '1'],
    ['AES-128', '2'],
    ['AES-192', '3'],
    ['AES-256', '4'],
  ]
  const ways = [
    ['1', 0],
    ['2', 13],
    ['2', 12],
    ['3', 2],
    ['4', 16],
    ['4', 9],
  ] as const
  it.for(suffixes)(
    'ICAO 9303-11 §4.4: every mapping with %s, by zone and card access number',
    async ([, suffix]) => {
      for (const [kind, parameterId] of ways) {
        const chip = withPace(`0.4.0.127.0.7.2.2.4.${kind}.${suffix}`, parameterId)
        for (const used of [password, { kind: 'can', digits: '123456' }] as const) {
          const opened = await openChip(emulateChip(chip), used, random)
          expect(opened.protocol).toBe('pace')
          const dg1 = await readFile(opened.chip, fileIdentifiers.dataGroup(1))
          expect(toHex(dg1)).toBe(toHex(dataGroups.get(1) ?? photo))
        }
      }
    },
  )
  it('ICAO 9303-11 §4.4.3.5: the chip-authentication mapping proves the chip by EF.CardSecurity', async () => {
    const chip = withPace('0.4.0.127.0.7.2.2.4.6.2', 13)
    const { files: read, evidence } = await readDocument(emulateChip(chip))
    const keys = securityInfos(chipAuthenticationKey('ecdh', chipPublicKey))
    const cardSecurity = signAs(signer, '0.4.0.127.0.7.3.2.1', keys)
    const inspect = (used: typeof evidence, security: Uint8Array) =>
      outcomeOf(
        inspectDocument({
          files: { ...read, cardSecurity: security },
          trust,
          date,
          mappingEvidence: used,
        }),
        'chip-authentication',
      )
    expect(inspect(evidence, cardSecurity)).toBe('passed')
    const stranger = makeDocumentSigner(makeAuthority(random), random)
    expect(inspect(evidence, signAs(stranger, '0.4.0.127.0.7.3.2.1', keys))).toBe('failed')
    const wrong = evidence && { ...evidence, authenticationData: random(32) }
    expect(inspect(wrong, cardSecurity)).toBe('failed')
  })
  it('a wrong zone and a wrong card access number are refused by every chip', async () => {
    const fields = { ...specimen, documentNumber: 'L898902C4' }
    const wrong: Password = { kind: 'mrz', fields }
    const paced = withPace('0.4.0.127.0.7.2.2.4.2.2', 13)
    expect(await codeOf(openChip(emulateChip(passport), wrong, random))).toBe('wrong-password')
    expect(await codeOf(openChip(emulateChip(paced), wrong, random))).toBe('wrong-password')
    const can: Password = { kind: 'can', digits: '654321' }
    expect(await codeOf(openChip(emulateChip(paced), can, random))).toBe('wrong-password')
    expect(await codeOf(openChip(emulateChip(passport), can, random))).toBe('not-supported')
  })
  it('ICAO 9303-11 §4.4.2: what EF.CardAccess offers must be what the state signed in DG14', () => {
    const check = (told: Uint8Array, signed: Uint8Array) =>
      outcomeOf(
        inspectDocument({
          files: {
            sod,
            cardAccess: securityInfos(told),
            dataGroups: new Map(dataGroups).set(14, dg14File(signed)),
          },
          trust,
          date,
        }),
        'access-parameters',
      )
    const strong = paceInfo('0.4.0.127.0.7.2.2.4.2.4', 13)
    const weak = paceInfo('0.4.0.127.0.7.2.2.4.1.1', 0)
    expect(check(strong, concat(strong, weak))).toBe('passed')
    expect(check(weak, strong)).toBe('failed')
  })
})

describe('files', () => {
  const lengths = [20, 32_767, 32_768, 40_000, 65_535, 65_536, 70_000]
  it.for(lengths)('ICAO 9303-10 §3.6.3: a file of %s bytes is read whole', async (length) => {
    for (const extendedLength of [true, false]) {
      const big = encodeTlv(0x75, random(length))
      const chip = { ...passport, extendedLength, files: new Map([[0x0102, big]]) }
      const opened = await openChip(emulateChip(chip), password, random)
      expect(toHex(await readFile(opened.chip, 0x0102))).toBe(toHex(big))
    }
  })
  it('a file that is not there, or says that it is too long, is refused', async () => {
    const endless = concat(Uint8Array.of(0x75, 0x84, 0x7f, 0xff, 0xff, 0xff), new Uint8Array(50))
    const chip = { ...passport, files: new Map([[0x0102, endless]]) }
    const opened = await openChip(emulateChip(chip), password, random)
    expect(await codeOf(readFile(opened.chip, 0x0103))).toBe('no-such-file')
    expect(await codeOf(readFile(opened.chip, 0x0102))).toBe('file-too-long')
  })
  it('a chip that is lost in mid-read: the file goes on from where it stopped', async () => {
    const opened = await openChip(
      emulateChip({ ...passport, extendedLength: false, lostAfter: 30 }),
      password,
      random,
    )
    let partial: Uint8Array | undefined
    try {
      await readFile(opened.chip, fileIdentifiers.dataGroup(2))
    } catch (error) {
      if (error instanceof AccessError && error.code === 'chip-lost') partial = error.partial
    }
    expect(partial?.length).toBeGreaterThan(4000)
    const again = await openChip(emulateChip(passport), password, random)
    const told: number[] = []
    const whole = await readFile(again.chip, fileIdentifiers.dataGroup(2), {
      already: partial ?? photo,
      onProgress: (read) => told.push(read),
    })
    expect(toHex(whole)).toBe(toHex(dg2File(photo)))
    expect(told[0]).toBeGreaterThan(partial?.length ?? 0)
  })
})
