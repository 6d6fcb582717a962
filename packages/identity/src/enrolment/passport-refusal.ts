/** Why a passport proves nothing: one kind for each thing that a person can be told. */
import type { Check, InspectionReport, Reason } from '@open-mitid/icao9303'
import type { PassportRefusal } from '@open-mitid/protocol'

export type { PassportRefusal }

type Row = {
  readonly failed: PassportRefusal
  /** Where a reason says something else than the check's failing does. */
  readonly by?: Readonly<Partial<Record<Reason, PassportRefusal>>>
}

/**
 * What each failed check comes to, the gravest first: the first that failed is told. A check that
 * is missing here does not compile.
 */
const failures: Readonly<Record<Check, Row>> = {
  'sod-signature': {
    failed: 'not-genuine',
    by: { 'file-malformed': 'damaged', 'algorithm-unknown': 'not-readable' },
  },
  'document-signer-chain': { failed: 'not-genuine', by: { 'issuer-unknown': 'country-unknown' } },
  'document-signer-revocation': { failed: 'signer-revoked' },
  'document-signer-validity': { failed: 'signer-not-valid' },
  'document-type': { failed: 'not-genuine' },
  'issuing-state': { failed: 'not-genuine' },
  'data-group-digests': { failed: 'changed', by: { 'file-malformed': 'damaged' } },
  'zone-check-digits': { failed: 'damaged' },
  'access-parameters': { failed: 'not-genuine', by: { 'file-malformed': 'damaged' } },
  'active-authentication': { failed: 'copied', by: { 'algorithm-unknown': 'not-readable' } },
  'chip-authentication': { failed: 'copied' },
  'document-expiry': { failed: 'expired' },
}

/** `undefined` where nothing failed; what was not done is judged by who knows what was offered. */
export function refusalOf({ checks }: InspectionReport): PassportRefusal | undefined {
  for (const check of Object.keys(failures) as Check[]) {
    const found = checks.find((result) => result.check === check)
    if (found?.outcome !== 'failed') continue
    const { failed, by = {} } = failures[check]
    return (found.reason && by[found.reason]) ?? failed
  }
  return undefined
}
