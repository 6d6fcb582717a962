/** Inspects what was read from a document (ICAO 9303-11 §5 and §6, 9303-12 §8). */
import { digest } from '../algorithm/digest.ts'
import type { MappingEvidence } from '../access/pace.ts'
import { equalBytes } from '../bytes.ts'
import { findSigner, verifySignedData } from '../cms/verify-signed-data.ts'
import { IcaoError } from '../icao-error.ts'
import type { DataGroupNumber } from '../lds/data-group.ts'
import { parseDg1 } from '../lds/dg1.ts'
import { parseDg14, parseDg15 } from '../lds/dg14-dg15.ts'
import { parseSecurityInfos, type SecurityInfos } from '../lds/security-infos.ts'
import { parseSod, type Sod } from '../lds/sod.ts'
import { parseSignedData, type SignedData } from '../cms/signed-data.ts'
import { expiryDateOf } from '../mrz/mrz-date.ts'
import type { Mrz } from '../mrz/mrz.ts'
import { isValidAt, parseCertificate, type Certificate } from '../pki/certificate.ts'
import { certificateCountryOf } from '../pki/country-code.ts'
import { findPath, revocationOf, type TrustStore } from '../pki/trust-store.ts'
import { verifyActiveAuthentication } from './active-authentication.ts'
import {
  verifyChipAuthentication,
  verifyMappingEvidence,
  type ChipAuthenticationRun,
} from './chip-authentication.ts'
import { failed, notDone, passed, type CheckResult, type InspectionReport } from './report.ts'

export type DocumentFiles = {
  readonly sod: Uint8Array
  /** As read from the chip, by number. */
  readonly dataGroups: ReadonlyMap<DataGroupNumber, Uint8Array>
  /** As read in the clear before the chip was opened. */
  readonly cardAccess?: Uint8Array | undefined
  readonly cardSecurity?: Uint8Array | undefined
}

export type Inspection = {
  readonly files: DocumentFiles
  readonly trust: TrustStore
  /** For security objects that leave their signer's certificate out, as old ones may. */
  readonly documentSigners?: readonly Certificate[] | undefined
  /** The date of inspection: certificates must be valid, and the document not expired. */
  readonly date: Date
  /** The challenge that the inspector drew, and the chip's answer. */
  readonly activeAuthentication?: { challenge: Uint8Array; signature: Uint8Array } | undefined
  /** The inspector's run, and the answer to its proof. */
  readonly chipAuthentication?: { run: ChipAuthenticationRun; answer: Uint8Array } | undefined
  /** Counts only where the inspector itself was the terminal of PACE. */
  readonly mappingEvidence?: MappingEvidence | undefined
}

/** Never throws for what a document holds: whatever is wrong with it stands in the report. */
export function inspectDocument(inspection: Inspection): InspectionReport {
  const { files, date } = inspection
  const sod = attempt(() => parseSod(files.sod))
  const dg1 = files.dataGroups.get(1)
  const mrz = dg1 && attempt(() => parseDg1(dg1))
  const digests = sod ? digestsCheck(sod, files) : notDone('data-group-digests', 'file-malformed')
  return {
    checks: [
      ...(sod ? signerChecks(sod.signedData, mrz, inspection) : withoutSod),
      digests,
      zoneCheck(dg1, mrz),
      expiryCheck(mrz, date),
      accessCheck(files),
      activeCheck(inspection, digests),
      chipCheck(inspection, digests),
    ],
  }
}

const withoutSod = [
  failed('sod-signature', 'file-malformed'),
  notDone('document-signer-chain', 'file-malformed'),
  notDone('document-signer-validity', 'file-malformed'),
  notDone('document-signer-revocation', 'file-malformed'),
  notDone('document-type', 'file-malformed'),
  notDone('issuing-state', 'file-malformed'),
]

/** Signature, chain, dates, revocation, kind of document and state, in this order. */
function signerChecks(
  signedData: SignedData,
  mrz: Mrz | undefined,
  { trust, date, documentSigners = [] }: Inspection,
): CheckResult[] {
  const [info] = signedData.signers
  const included = signedData.certificates
    .map((bytes) => attempt(() => parseCertificate(bytes)))
    .filter((certificate) => certificate !== undefined)
  const signer = info && findSigner(info.name, [...included, ...documentSigners])
  if (!info || !signer)
    return [
      failed('sod-signature', 'signer-unknown'),
      notDone('document-signer-chain', 'signer-unknown'),
      notDone('document-signer-validity', 'signer-unknown'),
      notDone('document-signer-revocation', 'signer-unknown'),
      notDone('document-type', 'signer-unknown'),
      notDone('issuing-state', 'signer-unknown'),
    ]
  const signature = attempt(() =>
    verifySignedData(signedData, info, signer)
      ? passed('sod-signature')
      : failed('sod-signature', 'signature-wrong'),
  )
  return [
    signature ?? failed('sod-signature', 'algorithm-unknown'),
    ...chainChecks(signer, trust, date),
    typeCheck(signer, mrz),
    stateCheck(signer, mrz),
  ]
}

function chainChecks(signer: Certificate, trust: TrustStore, date: Date): CheckResult[] {
  const found = findPath(signer, trust, date)
  if (!found.found)
    return [
      failed('document-signer-chain', found.problem),
      notDone('document-signer-validity', found.problem),
      notDone('document-signer-revocation', found.problem),
    ]
  const critical = found.path.some(({ unknownCritical }) => unknownCritical.length > 0)
  const outside = found.path.find((certificate) => !isValidAt(certificate, date))
  return [
    critical
      ? failed('document-signer-chain', 'unknown-critical-extension')
      : passed('document-signer-chain'),
    outside
      ? failed('document-signer-validity', date < outside.notBefore ? 'not-yet-valid' : 'expired')
      : passed('document-signer-validity'),
    revocationCheck(found.path, trust, date),
  ]
}

/** The anchor is trusted as it is; whatever stands before it may have been revoked. */
function revocationCheck(path: readonly Certificate[], trust: TrustStore, date: Date): CheckResult {
  const check = 'document-signer-revocation'
  const states = path.slice(0, -1).map((certificate) => revocationOf(certificate, trust, date))
  if (states.includes('revoked')) return failed(check, 'revoked')
  const [signer = 'good'] = states
  if (signer === 'no-list') return notDone(check, 'no-revocation-list')
  return signer === 'stale' ? notDone(check, 'revocation-list-stale') : passed(check)
}

function typeCheck(signer: Certificate, mrz: Mrz | undefined): CheckResult {
  const { documentTypes } = signer
  if (documentTypes.length === 0) return notDone('document-type', 'not-offered')
  if (!mrz) return notDone('document-type', 'file-absent')
  const code = mrz.documentCode
  return documentTypes.some((type) => type === code || type === code.slice(0, 1))
    ? passed('document-type')
    : failed('document-type', 'type-not-allowed')
}

/** One state's signer must not sign for another: the zone names the state that the signer is of. */
function stateCheck(signer: Certificate, mrz: Mrz | undefined): CheckResult {
  if (!mrz) return notDone('issuing-state', 'file-absent')
  const country = certificateCountryOf(mrz.issuer)
  return country !== undefined && country === signer.issuer.country
    ? passed('issuing-state')
    : failed('issuing-state', 'state-differs')
}

/** Every data group that was read must have its digest in the list, and it must be the same. */
function digestsCheck(sod: Sod, { dataGroups }: DocumentFiles): CheckResult {
  if (dataGroups.size === 0) return notDone('data-group-digests', 'file-absent')
  for (const [number, bytes] of dataGroups) {
    const expected = sod.digests.get(number)
    if (!expected) return failed('data-group-digests', 'digest-absent')
    if (!equalBytes(expected, digest(sod.digest, bytes)))
      return failed('data-group-digests', 'digest-differs')
  }
  return passed('data-group-digests')
}

function zoneCheck(dg1: Uint8Array | undefined, mrz: Mrz | undefined): CheckResult {
  if (!dg1) return notDone('zone-check-digits', 'file-absent')
  if (!mrz) return failed('zone-check-digits', 'file-malformed')
  return mrz.wrongCheckDigits.length === 0
    ? passed('zone-check-digits')
    : failed('zone-check-digits', 'check-digit-wrong')
}

function expiryCheck(mrz: Mrz | undefined, date: Date): CheckResult {
  if (!mrz) return notDone('document-expiry', 'file-absent')
  const last = expiryDateOf(mrz.expiryDate, date)
  if (last === undefined) return notDone('document-expiry', 'date-unreadable')
  return date.toISOString().slice(0, 10) <= last
    ? passed('document-expiry')
    : failed('document-expiry', 'expired')
}

/** What the chip said in the clear must be what the state signed, or somebody weakened it. */
function accessCheck({ cardAccess, dataGroups }: DocumentFiles): CheckResult {
  const dg14 = dataGroups.get(14)
  if (!cardAccess || !dg14) return notDone('access-parameters', 'file-absent')
  const [told, signed] = [
    attempt(() => parseSecurityInfos(cardAccess)),
    attempt(() => parseDg14(dg14)),
  ]
  if (!told || !signed) return failed('access-parameters', 'file-malformed')
  const known = new Set(signed.pace.map((info) => JSON.stringify(info)))
  return told.pace.every((info) => known.has(JSON.stringify(info)))
    ? passed('access-parameters')
    : failed('access-parameters', 'parameters-differ')
}

function activeCheck(
  { files, activeAuthentication }: Inspection,
  digests: CheckResult,
): CheckResult {
  const check = 'active-authentication'
  const dg15 = files.dataGroups.get(15)
  if (!dg15) return notDone(check, 'not-offered')
  if (!activeAuthentication) return notDone(check, 'not-attempted')
  if (digests.outcome !== 'passed') return failed(check, 'key-not-signed')
  const { challenge, signature } = activeAuthentication
  const result = attempt(() => {
    const algorithm = infosOf(files)?.activeAuthentication
    return verifyActiveAuthentication(parseDg15(dg15), algorithm, challenge, signature)
      ? passed(check)
      : failed(check, 'answer-wrong')
  })
  return result ?? failed(check, 'algorithm-unknown')
}

function chipCheck(inspection: Inspection, digests: CheckResult): CheckResult {
  const check = 'chip-authentication'
  const { files, chipAuthentication, mappingEvidence } = inspection
  if (mappingEvidence && !chipAuthentication) return mappingCheck(inspection, mappingEvidence)
  const infos = infosOf(files)
  if (!infos || infos.chipAuthenticationKeys.length === 0) return notDone(check, 'not-offered')
  if (!chipAuthentication) return notDone(check, 'not-attempted')
  const { run, answer } = chipAuthentication
  const signed = infos.chipAuthenticationKeys.some(({ publicKey }) =>
    equalBytes(publicKey, run.chipKey),
  )
  if (digests.outcome !== 'passed' || !signed) return failed(check, 'key-not-signed')
  return verifyChipAuthentication(run, answer) ? passed(check) : failed(check, 'answer-wrong')
}

/** The key of the mapping is that of EF.CardSecurity, which the state has signed as well. */
function mappingCheck(inspection: Inspection, evidence: MappingEvidence): CheckResult {
  const check = 'chip-authentication'
  const { cardSecurity } = inspection.files
  if (!cardSecurity) return notDone(check, 'file-absent')
  const signedData = attempt(() => parseSignedData(cardSecurity))
  if (!signedData) return failed(check, 'file-malformed')
  const signed = signerChecks(signedData, undefined, inspection).every(
    ({ check: part, outcome }) =>
      outcome === 'passed' || (outcome === 'not-done' && part !== 'document-signer-validity'),
  )
  if (!signed || signedData.contentType !== cardSecurityObject)
    return failed(check, 'key-not-signed')
  const result = attempt(() =>
    verifyMappingEvidence(evidence, parseSecurityInfos(signedData.content))
      ? passed(check)
      : failed(check, 'answer-wrong'),
  )
  return result ?? failed(check, 'file-malformed')
}

const cardSecurityObject = '0.4.0.127.0.7.3.2.1'

function infosOf({ dataGroups }: DocumentFiles): SecurityInfos | undefined {
  const dg14 = dataGroups.get(14)
  return dg14 && attempt(() => parseDg14(dg14))
}

/** `undefined` where the document holds something else than it should; bugs are thrown on. */
function attempt<Value>(parse: () => Value): Value | undefined {
  try {
    return parse()
  } catch (error) {
    if (error instanceof IcaoError) return undefined
    throw error
  }
}
