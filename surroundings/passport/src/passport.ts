/** One passport: what is printed on its page, the files of its chip, and how the chip answers. */
import {
  fileIdentifiers,
  parseSecurityInfos,
  type AccessFields,
  type DataGroupNumber,
} from '@open-mitid/icao9303'
import {
  activeAuthenticationInfo,
  chipAuthenticationInfo,
  chipAuthenticationKey,
  comFile,
  dg11File,
  dg12File,
  dg14File,
  dg15File,
  dg1File,
  dg2File,
  ecSigning,
  makeChipKey,
  paceInfo,
  passportZone,
  securityInfos,
  signDocument,
  type EmulatedChip,
  type Printed,
} from '@open-mitid/icao9303/testing'
import { day, type Country } from './country.ts'
import type { Holder } from './holder.ts'
import { seeded } from './seeded.ts'

export type Passport = {
  readonly holder: Holder
  readonly printed: Printed
  /** Two lines of 44 letters. */
  readonly zone: readonly [string, string]
  readonly issued: string
  readonly expires: string
  readonly fields: AccessFields
  /** As on the page; in an altered passport the chip holds another's. */
  readonly portrait: Uint8Array
  readonly chip: Omit<EmulatedChip, 'random' | 'extendedLength' | 'lostAfter'>
}

export type IssuePassport = {
  readonly country: Country
  readonly seed: Uint8Array
  readonly holder: Holder
  readonly portrait: Uint8Array
  /** Another person's, for a passport whose photo was changed. */
  readonly otherPortrait: Uint8Array
}

/** PACE with generic mapping, ECDH and AES-128, on brainpoolP256r1 (ICAO 9303-11 §9.2.1). */
const paceProtocol = '0.4.0.127.0.7.2.2.4.2.2'
const paceParameters = 13
/** Chip authentication with ECDH and AES-128 (§9.2.6). */
const chipProtocol = '0.4.0.127.0.7.2.2.3.2.2'
/** ECDSA with SHA-256 side by side (§9.2.4, TR-03111). */
const activeAlgorithm = '0.4.0.127.0.7.1.1.4.1.3'

export function issuePassport(given: IssuePassport): Passport {
  const { country, holder, portrait } = given
  const issued = day(country.founded, holder.kind === 'expired' ? -10 : -2)
  const expires = holder.kind === 'expired' ? monthBefore(country.founded) : day(country.founded, 8)
  const printed = printedOf(given, expires)
  const text = passportZone(printed)
  return {
    holder,
    printed,
    zone: [text.slice(0, 44), text.slice(44)],
    issued,
    expires,
    fields: printed,
    portrait,
    chip: chipOf(given, printed, text, issued),
  }
}

function printedOf({ seed, holder }: IssuePassport, expires: string): Printed {
  const { key, surname, givenNames, birthDate, sex, cpr } = holder
  const [a = 0, b = 0, c = 0, d = 0] = seeded(seed, `number ${key}`)(4)
  const number = ((a << 16) | (b << 8) | c) % 9_000_000
  const letter = 'CFGHJKLMNPRTVWXYZ'.charAt(d % 17)
  return {
    issuer: 'UTO',
    nationality: 'UTO',
    primary: surname,
    secondary: givenNames,
    documentNumber: `${letter}${String(number + 10_000_000)}`,
    birthDate: zoneDate(birthDate),
    sex,
    expiryDate: zoneDate(expires),
    optionalData: cpr,
  }
}

function chipOf(
  { country, seed, holder, portrait, otherPortrait }: IssuePassport,
  fields: Printed,
  zone: string,
  issued: string,
): Passport['chip'] {
  const { key, kind, surname, givenNames } = holder
  const chipKey = makeChipKey('brainpoolP256r1', seeded(seed, `chip ${key}`))
  const active = ecSigning('brainpoolP256r1', 'SHA-256', seeded(seed, `active ${key}`))
  const pace = paceInfo(paceProtocol, paceParameters)
  const proves = kind !== 'no-chip-proof'
  const chipInfos = [
    chipAuthenticationInfo(chipProtocol),
    chipAuthenticationKey('ecdh', chipKey.publicKey),
    activeAuthenticationInfo(activeAlgorithm),
  ]
  const signed = new Map<DataGroupNumber, Uint8Array>([
    [1, dg1File(zone)],
    [2, dg2File(portrait)],
    [11, dg11File({ 0x5f0e: nationalName(surname, givenNames) })],
    [12, dg12File({ 0x5f26: new TextEncoder().encode(issued.replaceAll('-', '')) })],
    [14, dg14File(pace, ...(proves ? chipInfos : []))],
    ...(proves ? ([[15, dg15File(active.publicKey)]] as const) : []),
  ])
  const signer = { revoked: 'revoked', 'unknown-country': 'foreign' }[kind as string] ?? 'good'
  const sod = signDocument(country.signers[signer as keyof Country['signers']], signed)
  const held = new Map(signed)
  if (kind === 'altered') held.set(2, dg2File(otherPortrait))
  const files = new Map<number, Uint8Array>([
    [fileIdentifiers.com, comFile([0x61, 0x75, 0x6b, 0x6c, 0x6e, ...(proves ? [0x6f] : [])])],
    [fileIdentifiers.cardAccess, securityInfos(pace)],
    [fileIdentifiers.sod, kind === 'damaged' ? withoutSense(sod) : sod],
    ...[...held].map(([number, bytes]) => [fileIdentifiers.dataGroup(number), bytes] as const),
  ])
  const [paceOffered] = parseSecurityInfos(securityInfos(pace)).pace
  const chip = { fields, files, ...(paceOffered && { pace: paceOffered }) }
  if (!proves) return chip
  // Files can be copied into another chip; the keys never leave the one that they were made in.
  if (kind === 'cloned')
    return { ...chip, chipKey: makeChipKey('brainpoolP256r1', seeded(seed, `clone ${key}`)) }
  return { ...chip, chipKey, sign: (challenge) => active.sign(challenge) }
}

/** As in the zone, in the letters of the country (ICAO 9303-10 §4.7.11). */
function nationalName(surname: string, givenNames: string): string {
  const fillers = (text: string) => text.toUpperCase().replaceAll(' ', '<')
  return `${fillers(surname)}<<${fillers(givenNames)}`
}

/** Tag and length are whole, so the file can be read; what is inside is not. */
function withoutSense(file: Uint8Array): Uint8Array {
  return file.map((byte, at) => (at < 8 ? byte : byte ^ 0x5a))
}

function monthBefore(date: Date): string {
  const there = new Date(date)
  there.setUTCMonth(date.getUTCMonth() - 1)
  return there.toISOString().slice(0, 10)
}

/** `YYMMDD`. */
function zoneDate(date: string): string {
  return date.slice(2).replaceAll('-', '')
}
