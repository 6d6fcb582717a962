/** What the register holds of one person. */
import { createHash } from 'node:crypto'
import { z } from 'zod'

/** As the register's service names them. */
export const statuses = [
  'bopael_i_danmark',
  'bopael_i_groenland',
  'udrejst',
  'forsvundet',
  'doed',
  'ej_bopael',
  'annulleret',
] as const

const text = z.string().trim().min(1).max(100)

const Danish = z.strictObject({
  street: text,
  house: z.string().regex(/^\d{1,4}[A-Z]?$/u),
  floor: text.optional(),
  door: text.optional(),
  postcode: z.string().regex(/^\d{4}$/u),
  district: text,
})

const Foreign = z.strictObject({ lines: z.array(text).min(1).max(5), country: text })

export const Entry = z.strictObject({
  /** The day of birth is raised by 60: nobody real has such a number. */
  cpr: z.string().regex(/^[6-9]\d{9}$/u),
  birthDate: z.iso.date(),
  firstNames: text,
  middleName: text.optional(),
  lastName: text,
  status: z.enum(statuses),
  /** Name and address protection. */
  protected: z.boolean(),
  address: z.union([Danish, Foreign]).optional(),
})
export type Entry = z.infer<typeof Entry>
export type Address = NonNullable<Entry['address']>

export function wholeName({ firstNames, middleName, lastName }: Entry): string {
  return [firstNames, middleName, lastName].filter((part) => part !== undefined).join(' ')
}

/** The same person has the same id for ever, and it says nothing of them (RFC 9562 §5.8). */
export function personId({ cpr }: Pick<Entry, 'cpr'>): string {
  const hash = createHash('sha256').update(`cpr-register ${cpr}`).digest('hex')
  const [a, b, c, d] = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(13, 16), hash.slice(17, 20)]
  return `${a}-${b}-8${c}-8${d}-${hash.slice(20, 32)}`
}

/** As on an envelope. */
export function addressLines(address: Address): readonly string[] {
  if ('lines' in address) return [...address.lines, address.country]
  const { street, house, floor, door, postcode, district } = address
  const home = [floor === undefined ? undefined : `${floor}.`, door].filter((part) => part)
  const first = home.length > 0 ? `${street} ${house}, ${home.join(' ')}` : `${street} ${house}`
  return [first, `${postcode} ${district}`]
}
