/** The drawer: every passport there is, and which of them lies on the phone. */
import type { Country } from './country.ts'
import type { Holder } from './holder.ts'
import { issuePassport, type Passport } from './passport.ts'

export type Drawer = {
  readonly passports: readonly Passport[]
  readonly find: (key: string) => Passport | undefined
  readonly onPhone: () => Passport | undefined
  readonly layOnPhone: (passport: Passport | undefined) => void
  readonly isReportedLost: (issuer: string, documentNumber: string) => boolean
}

export type OpenDrawer = {
  readonly country: Country
  readonly seed: Uint8Array
  readonly holders: readonly Holder[]
  readonly portraitOf: (key: string) => Uint8Array
}

export function openDrawer({ country, seed, holders, portraitOf }: OpenDrawer): Drawer {
  const passports = holders.map((holder, at) => {
    const other = holders[(at + 1) % holders.length] ?? holder
    const portraits = { portrait: portraitOf(holder.key), otherPortrait: portraitOf(other.key) }
    return issuePassport({ country, seed, holder, ...portraits })
  })
  let lying: Passport | undefined
  return {
    passports,
    find: (key) => passports.find(({ holder }) => holder.key === key),
    onPhone: () => lying,
    layOnPhone: (passport) => {
      lying = passport
    },
    isReportedLost: (issuer, documentNumber) =>
      passports.some(
        ({ holder, printed }) =>
          holder.kind === 'lost' &&
          printed.issuer === issuer &&
          printed.documentNumber === documentNumber,
      ),
  }
}
