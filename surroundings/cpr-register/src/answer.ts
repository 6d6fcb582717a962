/** A person in the form of the register's own service: PersonFullListSimple, as JSON. */
import { personId, type Address, type Entry } from './entry.ts'

export type Answer = { readonly Personer: readonly object[] }

export function answerOf(entries: readonly Entry[]): Answer {
  return { Personer: entries.map((entry) => ({ Person: personOf(entry) })) }
}

const current = { status: 'aktuel' } as const

function personOf(entry: Entry): object {
  const { cpr, firstNames, middleName, lastName } = entry
  const domestic = entry.address && 'street' in entry.address ? entry.address : undefined
  const foreign = entry.address && 'lines' in entry.address ? entry.address : undefined
  return {
    id: personId(entry),
    foedselsdato: entry.birthDate,
    koen: Number(cpr.slice(-1)) % 2 === 0 ? 'kvinde' : 'mand',
    status: entry.status,
    Personnumre: [{ Personnummer: { personnummer: cpr, ...current } }],
    Navne: [
      {
        Navn: {
          fornavne: firstNames,
          ...(middleName === undefined ? {} : { mellemnavn: middleName }),
          efternavn: lastName,
          ...current,
        },
      },
    ],
    Beskyttelser: entry.protected
      ? [{ Beskyttelse: { beskyttelsestype: 'navne_og_adresse', ...current } }]
      : [],
    Adresseoplysninger: domestic
      ? [{ Adresseoplysninger: { CprAdresse: cprAddress(domestic), ...current } }]
      : [],
    UdrejseIndrejser: foreign
      ? [{ UdrejseIndrejse: { Udlandsadresse: foreignAddress(foreign), ...current } }]
      : [],
  }
}

/** House numbers and floors are filled up with zeros, as the register has them. */
function cprAddress(address: Extract<Address, { street: string }>): object {
  const { street, house, floor, door, postcode, district } = address
  const [, digits = '', letter = ''] = /^(\d+)(\D?)$/u.exec(house) ?? []
  return {
    vejadresseringsnavn: street,
    husnummer: digits.padStart(3, '0') + letter,
    ...(floor === undefined
      ? {}
      : { etage: /^\d+$/u.test(floor) ? floor.padStart(2, '0') : floor }),
    ...(door === undefined ? {} : { sidedoer: door }),
    postnummer: postcode,
    postdistrikt: district,
  }
}

function foreignAddress({ lines, country }: Extract<Address, { country: string }>): object {
  const named = lines.map((line, place) => [`adresselinje${String(place + 1)}`, line] as const)
  return Object.fromEntries([...named, ['landenavn', country]])
}
