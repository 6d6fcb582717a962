/** What somebody changed of a person by hand, read from the form. */
import { Entry, type Address } from './entry.ts'

/** What is written; the status is chosen and the protection ticked. */
export const written = [
  'firstNames',
  'middleName',
  'lastName',
  'street',
  'house',
  'floor',
  'door',
  'postcode',
  'district',
  'country',
] as const
const fields = ['status', 'protected', ...written] as const
export type Field = (typeof fields)[number]
export type Typed = Readonly<Record<Field, string>>

export type Changed =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly wrong: readonly Field[]; readonly typed: Typed }

/** A foreign address is written as street and town, and is foreign because of its country. */
export function typedOf({ firstNames, middleName = '', lastName, status, ...entry }: Entry): Typed {
  const { address } = entry
  const names = {
    firstNames,
    middleName,
    lastName,
    status,
    protected: entry.protected ? 'yes' : '',
  }
  const none = {
    street: '',
    house: '',
    floor: '',
    door: '',
    postcode: '',
    district: '',
    country: '',
  }
  if (address === undefined) return { ...names, ...none }
  if ('street' in address) {
    const { floor = '', door = '', ...rest } = address
    return { ...names, ...none, ...rest, floor, door }
  }
  const { lines, country } = address
  return {
    ...names,
    ...none,
    street: lines.slice(0, -1).join(', '),
    district: lines.at(-1) ?? '',
    country,
  }
}

export function changedBy(entry: Entry, body: unknown): Changed {
  const given = typeof body === 'object' && body !== null ? Object.entries(body) : []
  const typed = Object.fromEntries(
    fields.map((field) => [
      field,
      String(given.find(([name]) => name === field)?.[1] ?? '').trim(),
    ]),
  ) as Typed
  const address = addressOf(typed)
  const read = Entry.safeParse({
    cpr: entry.cpr,
    birthDate: entry.birthDate,
    firstNames: typed.firstNames,
    ...(typed.middleName === '' ? {} : { middleName: typed.middleName }),
    lastName: typed.lastName,
    status: typed.status,
    protected: typed.protected === 'yes',
    ...(address === undefined ? {} : { address }),
  })
  return read.success
    ? { ok: true, entry: read.data }
    : { ok: false, wrong: wrongIn(read.error.issues, typed), typed }
}

function addressOf(typed: Typed): Address | undefined {
  const { street, house, floor, door, postcode, district, country } = typed
  if ([street, house, floor, door, postcode, district, country].every((each) => each === ''))
    return undefined
  if (country !== '') {
    const first = [street, house].filter((each) => each !== '').join(' ')
    const lines = [first, [postcode, district].filter((each) => each !== '').join(' ')]
    return { lines: lines.filter((line) => line !== ''), country }
  }
  return {
    street,
    house: house.toUpperCase(),
    ...(floor === '' ? {} : { floor }),
    ...(door === '' ? {} : { door }),
    postcode,
    district,
  }
}

type Issue = { readonly path: readonly PropertyKey[] }

/** Of an address that fits neither form it is not said which part: what a Danish one lacks is. */
function wrongIn(issues: readonly Issue[], typed: Typed): readonly Field[] {
  const named = issues.map(({ path }) => path[0])
  const wrong = fields.filter((field) => named.includes(field))
  if (!named.includes('address')) return wrong
  if (typed.country !== '') return [...wrong, 'street']
  const lacking = {
    street: typed.street === '',
    house: !/^\d{1,4}[A-Za-z]?$/u.test(typed.house),
    postcode: !/^\d{4}$/u.test(typed.postcode),
    district: typed.district === '',
  }
  const parts = (['street', 'house', 'postcode', 'district'] as const).filter(
    (part) => lacking[part],
  )
  return [...wrong, ...(parts.length > 0 ? parts : (['street'] as const))]
}
