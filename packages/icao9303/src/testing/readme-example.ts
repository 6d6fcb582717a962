import {
  birthDateOf,
  createTrustStore,
  fileIdentifiers,
  inspectDocument,
  isAuthentic,
  openChip,
  parseCertificate,
  parseDg1,
  parseMasterList,
  readFile,
} from '@open-mitid/icao9303'
import type { AccessFields, InspectionReport, Mrz, Random } from '@open-mitid/icao9303'
import type { Transceiver, TrustStore } from '@open-mitid/icao9303'

/** Once: the authorities of a master list, whose publisher is known from elsewhere. */
export function trust(masterList: Uint8Array, publisher: Uint8Array, now: Date): TrustStore {
  const known = createTrustStore({ anchors: [parseCertificate(publisher)] })
  return createTrustStore({ anchors: parseMasterList(masterList, known, now).certificates })
}

/** The holder of a document, if the state signed what the chip holds. */
export async function readHolder(
  transceiver: Transceiver,
  fields: AccessFields,
  store: TrustStore,
  random: Random,
  now: Date,
): Promise<{ holder: Mrz; born: string | undefined } | InspectionReport> {
  const { chip } = await openChip(transceiver, { kind: 'mrz', fields }, random)
  const dg1 = await readFile(chip, fileIdentifiers.dataGroup(1))
  const sod = await readFile(chip, fileIdentifiers.sod)
  const files = { sod, dataGroups: new Map([[1 as const, dg1]]) }
  const report = inspectDocument({ files, trust: store, date: now })
  if (!isAuthentic(report)) return report
  const holder = parseDg1(dg1)
  return { holder, born: birthDateOf(holder.birthDate, now) }
}
