/** What is made up of a synthetic person; the rest is reckoned from it. */
export type Draft = {
  /** Names the person in the sandbox, in letters that an address can have. */
  readonly key: string
  readonly first: string
  readonly middle?: string
  readonly last: string
  readonly age: number
  /** The last four digits of the CPR number; the first tells the century, the last the sex. */
  readonly serial: string
  readonly address?: DanishAddress | ForeignAddress
  /** By the CPR register; a resident where nothing is said. */
  readonly status?: 'udrejst' | 'doed' | 'bopael_i_groenland'
  readonly protected?: true
  readonly language?: 'en'
  readonly mitid?: { readonly userId: string; readonly phone?: string; readonly email?: string }
  /** What is the matter with the person's passport, as `surroundings/passport` names it. */
  readonly passport?: string
  readonly nemid?: {
    readonly userId: string
    readonly password: string
    readonly ways: readonly ('card' | 'app')[]
  }
}

type DanishAddress = {
  readonly street: string
  readonly house: string
  readonly floor?: string
  readonly door?: string
  readonly postcode: string
  readonly district: string
}

type ForeignAddress = { readonly lines: readonly string[]; readonly country: string }

export type Dated = Draft & {
  /** `YYYY-MM-DD` */
  readonly birthDate: string
  readonly cpr: string
}

/**
 * Birth dates are reckoned from the day on which the country was founded, and stay. CPR numbers are
 * fictitious: the day of birth is 60 more than any day there is, so none can be a real person's.
 */
export function dated(drafts: readonly Draft[], founded: Date): readonly Dated[] {
  return drafts.map((draft, index) => {
    const born = new Date(
      Date.UTC(
        founded.getUTCFullYear() - draft.age,
        founded.getUTCMonth() - 3,
        1 + ((index * 7) % 28),
      ),
    )
    const [year = '', month = '', day = ''] = born.toISOString().slice(0, 10).split('-')
    const cpr = `${String(Number(day) + 60)}${month}${year.slice(2)}${draft.serial}`
    return { ...draft, birthDate: `${year}-${month}-${day}`, cpr }
  })
}

export function nameOf({ first, middle, last }: Draft): string {
  return [first, middle, last].filter((part) => part !== undefined).join(' ')
}

/** As on one line: "Havnegade 12, 2. th, 8000 Aarhus C". */
export function addressOf({ address }: Draft): string | undefined {
  if (address === undefined) return undefined
  if ('lines' in address) return [...address.lines, address.country].join(', ')
  const { street, house, floor, door, postcode, district } = address
  const level = floor === undefined ? door : `${floor}.${door === undefined ? '' : ` ${door}`}`
  const home = level === undefined ? `${street} ${house}` : `${street} ${house}, ${level}`
  return `${home}, ${postcode} ${district}`
}
