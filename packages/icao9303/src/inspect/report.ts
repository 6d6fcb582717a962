/** What an inspection found: each check with its clause, in one table. */

export type Check =
  | 'sod-signature'
  | 'document-signer-chain'
  | 'document-signer-validity'
  | 'document-signer-revocation'
  | 'document-type'
  | 'issuing-state'
  | 'data-group-digests'
  | 'zone-check-digits'
  | 'document-expiry'
  | 'access-parameters'
  | 'active-authentication'
  | 'chip-authentication'

export type Outcome = 'passed' | 'failed' | 'not-done'

/** Why a check failed or was not done. */
export type Reason =
  | 'file-absent'
  | 'file-malformed'
  | 'algorithm-unknown'
  | 'signer-unknown'
  | 'signature-wrong'
  | 'issuer-unknown'
  | 'issuer-not-authority'
  | 'unknown-critical-extension'
  | 'not-yet-valid'
  | 'expired'
  | 'revoked'
  | 'no-revocation-list'
  | 'revocation-list-stale'
  | 'type-not-allowed'
  | 'state-differs'
  | 'digest-differs'
  | 'digest-absent'
  | 'check-digit-wrong'
  | 'date-unreadable'
  | 'parameters-differ'
  | 'not-offered'
  | 'not-attempted'
  | 'key-not-signed'
  | 'answer-wrong'

export type CheckResult = {
  readonly check: Check
  /** As in `ICAO 9303-11 §5.1`. */
  readonly clause: string
  readonly outcome: Outcome
  readonly reason?: Reason
}

export type InspectionReport = { readonly checks: readonly CheckResult[] }

/** Every check has its clause; a check that is missing here does not compile. */
const clauses: Readonly<Record<Check, string>> = {
  'sod-signature': 'ICAO 9303-11 §5.1',
  'document-signer-chain': 'ICAO 9303-12 §8',
  'document-signer-validity': 'ICAO 9303-12 §8',
  'document-signer-revocation': 'ICAO 9303-12 §7.1.4',
  'document-type': 'ICAO 9303-12 §7.1.1',
  'issuing-state': 'ICAO 9303-12 §7.1.1',
  'data-group-digests': 'ICAO 9303-11 §5.1',
  'zone-check-digits': 'ICAO 9303-3 §4.9',
  'document-expiry': 'ICAO 9303-3 §4.8',
  'access-parameters': 'ICAO 9303-11 §4.4.2',
  'active-authentication': 'ICAO 9303-11 §6.1',
  'chip-authentication': 'ICAO 9303-11 §6.2',
}

export function passed(check: Check): CheckResult {
  return { check, clause: clauses[check], outcome: 'passed' }
}

export function failed(check: Check, reason: Reason): CheckResult {
  return { check, clause: clauses[check], outcome: 'failed', reason }
}

export function notDone(check: Check, reason: Reason): CheckResult {
  return { check, clause: clauses[check], outcome: 'not-done', reason }
}

export function outcomeOf({ checks }: InspectionReport, check: Check): Outcome {
  return checks.find((result) => result.check === check)?.outcome ?? 'not-done'
}

const authenticity = [
  'sod-signature',
  'document-signer-chain',
  'document-signer-validity',
  'data-group-digests',
] as const satisfies readonly Check[]

/**
 * Whether the data are the state's: passive authentication passed, and nothing at all failed but
 * the document's own expiry. It does not say that the chip is no copy: see `isOriginalChip`.
 */
export function isAuthentic(report: InspectionReport): boolean {
  const broken = report.checks.some(
    ({ check, outcome }) => outcome === 'failed' && check !== 'document-expiry',
  )
  return !broken && authenticity.every((check) => outcomeOf(report, check) === 'passed')
}

/** Whether the chip has shown that it holds the key which the state signed. */
export function isOriginalChip(report: InspectionReport): boolean {
  const proofs: readonly Check[] = ['active-authentication', 'chip-authentication']
  return isAuthentic(report) && proofs.some((check) => outcomeOf(report, check) === 'passed')
}
