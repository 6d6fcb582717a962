/** What a passport must be, and be of, to prove an identity (product §A.2). */
import {
  isAuthentic,
  outcomeOf,
  type DataGroupNumber,
  type InspectionReport,
} from '@open-mitid/icao9303'
import { accept, refuse, type Instant, type Result } from '@open-mitid/kernel'
import { BirthDate, type AssuranceLevel } from '../person/index.ts'
import type { DocumentHolder } from './document-holder.ts'
import { refusalOf, type PassportRefusal } from './passport-refusal.ts'

/** What the inspection of a document found, without any image. */
export type PassportFindings = {
  readonly report: InspectionReport
  readonly holder: DocumentHolder | undefined
  /** The data groups that the state has signed, whether or not they were sent. */
  readonly signedGroups: readonly DataGroupNumber[]
  readonly sentGroups: readonly DataGroupNumber[]
}

/** What is read of every document that has it; the rest may stay in the chip. */
const wanted: readonly DataGroupNumber[] = [1, 2, 11, 12, 14, 15]
/** A zone, and a face to compare with. */
const needed: readonly DataGroupNumber[] = [1, 2]

/** Product §A: age 13 or more. */
const leastAge = 13

export type GoodPassport = { readonly holder: DocumentHolder; readonly ial: AssuranceLevel }

export function judgePassport(
  { report, holder, signedGroups, sentGroups }: PassportFindings,
  now: Instant,
): Result<GoodPassport, PassportRefusal> {
  const failed = refusalOf(report)
  // Expiry alone does not make data untrue, so it is told only when nothing graver is.
  if (failed !== undefined && failed !== 'expired') return refuse(failed)
  const missing = (group: DataGroupNumber) => !sentGroups.includes(group)
  if (
    needed.some(missing) ||
    wanted.some((group) => signedGroups.includes(group) && missing(group))
  )
    return refuse('incomplete')
  if (!isAuthentic(report) || !holder) return refuse('damaged')
  const chip = chipProof(report)
  if (chip === 'withheld') return refuse('copied')
  if (failed !== undefined) return refuse(failed)
  if (!holder.documentCode.startsWith('P')) return refuse('not-a-passport')
  if (holder.birthDate === undefined) return refuse('birth-date-unknown')
  if (BirthDate.age(holder.birthDate, now) < leastAge) return refuse('too-young')
  return accept({ holder, ial: chip === 'shown' ? 'Substantial' : 'Low' })
}

/**
 * Whether the chip has shown the key that the state signed for it. A chip that has such a key and
 * did not show it is taken for a copy; one without proves the data alone.
 */
function chipProof(report: InspectionReport): 'shown' | 'withheld' | 'none' {
  const proofs = ['active-authentication', 'chip-authentication'] as const
  if (proofs.some((proof) => outcomeOf(report, proof) === 'passed')) return 'shown'
  const offered = report.checks.some(
    ({ check, reason }) =>
      (proofs as readonly string[]).includes(check) && reason !== 'not-offered',
  )
  return offered ? 'withheld' : 'none'
}
