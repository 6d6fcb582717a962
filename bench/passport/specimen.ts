/** A country, a passport and its chip, for the benches of travel documents. */
import { randomBytes } from 'node:crypto'
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
  dg11File,
  dg14File,
  dg15File,
  dg1File,
  dg2File,
  ecSigning,
  emulateChip,
  extension,
  makeAuthority,
  makeChipKey,
  makeDocumentSigner,
  masterListUsage,
  paceInfo,
  passportZone,
  revoke,
  securityInfos,
  signDocument,
  signMasterList,
} from '@open-mitid/icao9303/testing'

export const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length))
export const date = new Date('2026-11-25T12:00:00Z')

const printed = {
  issuer: 'UTO',
  primary: 'Sommer',
  secondary: 'Anna',
  documentNumber: 'C12345678',
  nationality: 'UTO',
  birthDate: '920804',
  sex: 'F' as const,
  expiryDate: '341125',
  optionalData: '6408921124',
}
export const fields: AccessFields = printed

export const authority = makeAuthority(random, {
  signing: ecSigning('brainpoolP384r1', 'SHA-384', random),
})
const signer = makeDocumentSigner(authority, random)
export const revocationList = revoke(authority, [99])
const chipKey = makeChipKey('brainpoolP256r1', random)
const active = ecSigning('brainpoolP256r1', 'SHA-256', random)
export const portrait = new Uint8Array(18_000)
portrait.set([0xff, 0xd8, 0xff, 0xe0])
const pace = paceInfo('0.4.0.127.0.7.2.2.4.2.2', 13)

export const dataGroups: ReadonlyMap<DataGroupNumber, Uint8Array> = new Map<
  DataGroupNumber,
  Uint8Array
>([
  [1, dg1File(passportZone(printed))],
  [2, dg2File(portrait)],
  [11, dg11File({ 0x5f0e: 'SOMMER<<ANNA' })],
  [
    14,
    dg14File(
      pace,
      chipAuthenticationInfo('0.4.0.127.0.7.2.2.3.2.2'),
      chipAuthenticationKey('ecdh', chipKey.publicKey),
      activeAuthenticationInfo('0.4.0.127.0.7.1.1.4.1.3'),
    ),
  ],
  [15, dg15File(active.publicKey)],
])
export const sod = signDocument(signer, dataGroups)
export const cardAccess = securityInfos(pace)

const [paceOffered] = parseSecurityInfos(cardAccess).pace

/** A chip with PACE, or with BAC alone. */
export function openSpecimen(access: 'pace' | 'bac') {
  const files = new Map<number, Uint8Array>([
    [fileIdentifiers.sod, sod],
    ...(access === 'pace' ? ([[fileIdentifiers.cardAccess, cardAccess]] as const) : []),
    ...[...dataGroups].map(([number, file]) => [fileIdentifiers.dataGroup(number), file] as const),
  ])
  return emulateChip({
    fields,
    files,
    ...(access === 'pace' && paceOffered ? { pace: paceOffered } : {}),
    chipKey,
    sign: (challenge) => active.sign(challenge),
    random,
    extendedLength: true,
  })
}

/** A master list as large as those that states publish: certificates of some 1,400 bytes each. */
export function makeMasterList(bytes: number): Uint8Array {
  const signing = ecSigning('P-256', 'SHA-256', random)
  const filler = extension('1.3.6.1.4.1.99999.1', random(1000))
  const certificates: Uint8Array[] = []
  for (let size = 0, serial = 1000; size < bytes; serial += 1) {
    const options = { signing, serial, extensions: [filler] }
    const { certificate } = makeDocumentSigner(authority, random, options)
    certificates.push(certificate)
    size += certificate.length
  }
  const publisher = makeDocumentSigner(authority, random, { extensions: [masterListUsage] })
  return signMasterList(publisher, certificates)
}
