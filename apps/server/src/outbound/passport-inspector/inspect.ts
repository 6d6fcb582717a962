/** What the thread does: the inspection of one document, and the terminal's half of its chip. */
import {
  IcaoError,
  inspectDocument,
  parseDg14,
  parseSod,
  startChipAuthentication,
  type DataGroupNumber,
  type TrustStore,
} from '@open-mitid/icao9303'
import {
  holderOf,
  type CprInPassports,
  type PassportFindings,
  type PassportInspector,
  type PassportReading,
} from '@open-mitid/identity/enrolment'
import type { Random, Result } from '@open-mitid/kernel'

export function inspect(
  reading: PassportReading,
  { date, carried }: { readonly date: Date; readonly carried: CprInPassports },
  trust: TrustStore,
): PassportFindings {
  const { sod, dataGroups, cardAccess, activeAuthentication, chipAuthentication } = reading
  const report = inspectDocument({
    files: { sod, dataGroups, cardAccess },
    trust,
    date,
    activeAuthentication,
    chipAuthentication,
  })
  return {
    report,
    holder: holderOf(dataGroups, carried, date),
    signedGroups: signedGroupsOf(sod),
    sentGroups: [...dataGroups.keys()],
  }
}

type Started =
  Awaited<ReturnType<PassportInspector['startChipAuthentication']>> extends Result<
    infer Run,
    unknown
  >
    ? Run
    : never

/** A DG14 that cannot be read offers nothing; the inspection says what is wrong with it. */
export function startChip(dg14: Uint8Array, random: Random): Started {
  try {
    return startChipAuthentication(parseDg14(dg14), random)
  } catch (error) {
    if (error instanceof IcaoError) return undefined
    throw error
  }
}

function signedGroupsOf(sod: Uint8Array): readonly DataGroupNumber[] {
  try {
    return [...parseSod(sod).digests.keys()]
  } catch (error) {
    if (error instanceof IcaoError) return []
    throw error
  }
}
