/** What protocols a chip offers: EF.CardAccess, EF.CardSecurity, DG14 (ICAO 9303-11 §9.2). */
import type { CipherName } from '../algorithm/block-cipher.ts'
import { asn1, oidOf, smallIntegerOf, takeElements } from '../tlv/der.ts'
import { elementsOf, parseTlv, type Tlv } from '../tlv/tlv.ts'
import { LdsError } from './lds-error.ts'

/** How PACE turns the nonce into a generator (ICAO 9303-11 §4.4.3.3). */
export type PaceMapping = 'generic' | 'integrated' | 'chip-authentication'

export type PaceInfo = {
  readonly oid: string
  readonly agreement: 'dh' | 'ecdh'
  readonly mapping: PaceMapping
  readonly cipher: CipherName
  /** Number of the domain parameters; `undefined` where the chip has its own. */
  readonly parameterId: number | undefined
}

export type ChipAuthenticationInfo = {
  readonly oid: string
  readonly agreement: 'dh' | 'ecdh'
  readonly cipher: CipherName
  readonly version: number
  readonly keyId: number | undefined
}

export type ChipAuthenticationKey = {
  readonly agreement: 'dh' | 'ecdh'
  /** A SubjectPublicKeyInfo, for `parsePublicKey`. */
  readonly publicKey: Uint8Array
  readonly keyId: number | undefined
}

export type SecurityInfos = {
  readonly pace: readonly PaceInfo[]
  readonly chipAuthentication: readonly ChipAuthenticationInfo[]
  readonly chipAuthenticationKeys: readonly ChipAuthenticationKey[]
  /** The signature algorithm of active authentication, where the chip names one. */
  readonly activeAuthentication: string | undefined
  /** Identifiers of everything else that the chip says. */
  readonly others: readonly string[]
}

const clause = 'ICAO 9303-11 §9.2'
const bsi = '0.4.0.127.0.7.2.2'
const activeAuthentication = '2.23.136.1.1.5'
const ciphers: Readonly<Record<string, CipherName>> = {
  1: '3DES',
  2: 'AES-128',
  3: 'AES-192',
  4: 'AES-256',
}
const paceKinds: Readonly<Record<string, [PaceInfo['agreement'], PaceMapping]>> = {
  1: ['dh', 'generic'],
  2: ['ecdh', 'generic'],
  3: ['dh', 'integrated'],
  4: ['ecdh', 'integrated'],
  6: ['ecdh', 'chip-authentication'],
}
const agreements: Readonly<Record<string, 'dh' | 'ecdh'>> = { 1: 'dh', 2: 'ecdh' }

type Info = { oid: string; required: Tlv; optional: Tlv | undefined }

/** Reads a SET OF SecurityInfo, as EF.CardAccess is. Infos of unknown kinds are passed over. */
export function parseSecurityInfos(bytes: Uint8Array): SecurityInfos {
  const set = parseTlv(bytes)
  if (set.tag !== asn1.set) throw new LdsError('wrong-file', clause)
  const infos = elementsOf(set.value).map(infoOf)
  const known = infos.map((info) => ({ info, ...kindsOf(info) }))
  const pick = <Kind>(kinds: readonly (Kind | undefined)[]) =>
    kinds.filter((kind) => kind !== undefined)
  return {
    pace: pick(known.map(({ pace }) => pace)),
    chipAuthentication: pick(known.map(({ chipAuthentication }) => chipAuthentication)),
    chipAuthenticationKeys: pick(known.map(({ chipAuthenticationKey }) => chipAuthenticationKey)),
    activeAuthentication: pick(known.map(({ signatureAlgorithm }) => signatureAlgorithm))[0],
    others: known
      .filter(({ info: _, ...kinds }) => Object.values(kinds).every((kind) => kind === undefined))
      .map(({ info }) => info.oid),
  }
}

function infoOf(tlv: Tlv): Info {
  if (tlv.tag !== asn1.sequence) throw new LdsError('value-form', clause)
  const elements = takeElements(tlv.value, clause)
  const oid = oidOf(elements.take(asn1.oid))
  const required = elements.any()
  const [optional] = elements.rest()
  return { oid, required, optional }
}

function kindsOf(info: Info) {
  const [kind, variant, cipher, ...more] = info.oid.startsWith(`${bsi}.`)
    ? info.oid.slice(bsi.length + 1).split('.')
    : []
  const named = more.length === 0 ? ciphers[cipher ?? ''] : undefined
  return {
    pace: kind === '4' && named ? paceOf(info, variant ?? '', named) : undefined,
    chipAuthentication:
      kind === '3' && named ? chipAuthenticationOf(info, variant ?? '', named) : undefined,
    chipAuthenticationKey:
      kind === '1' && cipher === undefined ? keyOf(info, variant ?? '') : undefined,
    signatureAlgorithm:
      info.oid === activeAuthentication && info.optional ? oidOf(info.optional) : undefined,
  }
}

function paceOf({ oid, required, optional }: Info, variant: string, cipher: CipherName) {
  const kind = paceKinds[variant]
  if (!kind || smallIntegerOf(required) !== 2) return undefined
  const [agreement, mapping] = kind
  const parameterId = optional ? smallIntegerOf(optional) : undefined
  return { oid, agreement, mapping, cipher, parameterId } satisfies PaceInfo
}

function chipAuthenticationOf(
  { oid, required, optional }: Info,
  variant: string,
  cipher: CipherName,
): ChipAuthenticationInfo | undefined {
  const agreement = agreements[variant]
  const version = smallIntegerOf(required)
  const keyId = optional ? smallIntegerOf(optional) : undefined
  return agreement && { oid, agreement, cipher, version, keyId }
}

function keyOf({ required, optional }: Info, variant: string): ChipAuthenticationKey | undefined {
  const agreement = agreements[variant]
  const keyId = optional ? smallIntegerOf(optional) : undefined
  return agreement && { agreement, publicKey: required.raw, keyId }
}
