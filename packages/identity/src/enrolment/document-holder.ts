/** Whom a passport names, as its chip holds it and the state has signed it. */
import {
  birthDateOf,
  IcaoError,
  nameMatches,
  parseDg1,
  parseDg11,
  type DataGroupNumber,
  type Mrz,
} from '@open-mitid/icao9303'
import { BirthDate, CprNumber, PersonName, type CprNumbers } from '../person/index.ts'

export type DocumentHolder = {
  /** The issuing state in the letters of a zone (ICAO 9303-3 §5). */
  readonly issuer: string
  readonly documentCode: string
  readonly documentNumber: string
  readonly name: Mrz['name']
  /** In the letters of the state, where DG11 has it. */
  readonly fullName?: PersonName
  /** Absent where the document does not know the whole date. */
  readonly birthDate?: BirthDate
  readonly cpr?: CprNumber
}

/** States whose passports carry a CPR number, and the kind of numbers that is taken for one. */
export type CprInPassports = {
  readonly issuers: ReadonlySet<string>
  readonly numbers: CprNumbers
}

/** Undefined where a file does not hold what it must; the report says the same. */
export function holderOf(
  dataGroups: ReadonlyMap<DataGroupNumber, Uint8Array>,
  carried: CprInPassports,
  today: Date,
): DocumentHolder | undefined {
  try {
    const dg1 = dataGroups.get(1)
    return dg1 && readHolder(parseDg1(dg1), dataGroups.get(11), carried, today)
  } catch (error) {
    if (error instanceof IcaoError) return undefined
    throw error
  }
}

function readHolder(
  mrz: Mrz,
  dg11: Uint8Array | undefined,
  carried: CprInPassports,
  today: Date,
): DocumentHolder {
  const { issuer, documentCode, documentNumber, name } = mrz
  const details = dg11 && parseDg11(dg11)
  const born = birthDateOf(mrz.birthDate, today)
  const birthDate = born === undefined ? undefined : BirthDate.parse(born)
  const fullName = details?.fullName && PersonName.parse(inOrder(details.fullName))
  const personal = details?.personalNumber ?? mrz.optionalData[0] ?? ''
  const cpr = carried.issuers.has(issuer) ? CprNumber.parse(personal, carried.numbers) : undefined
  return {
    issuer,
    documentCode,
    documentNumber,
    name,
    ...(fullName ? { fullName } : {}),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(cpr?.ok ? { cpr: cpr.value } : {}),
  }
}

/** `SØRENSEN<<ANNA<MARIA` as it is said: given names first. */
function inOrder(written: string): string {
  const [primary = '', ...given] = written.split('<<')
  return [...given, primary].join(' ').replaceAll('<', ' ')
}

/**
 * Whether the register's name can be the one in the passport. Where a name is parted into given
 * names and surname the register does not say, so every place is tried.
 */
export function isNamed({ name: read }: DocumentHolder, registered: PersonName): boolean {
  const words = registered.split(' ')
  return words.some((_, at) => {
    const secondary = words.slice(0, at).join(' ')
    const primary = words.slice(at).join(' ')
    return nameMatches({ primary, secondary }, read)
  })
}
