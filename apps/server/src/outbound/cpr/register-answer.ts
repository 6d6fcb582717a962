/** Reads an answer of the CPR register's REST service (PersonFullListSimple). */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import type {
  IdentityRegisterRefusal,
  RegisteredPerson,
  RegisterStatus,
} from '@open-mitid/identity/enrolment'
import { BirthDate, CprNumber, PersonName, type CprNumbers } from '@open-mitid/identity/person'
import { z } from 'zod'

const statuses: Readonly<Record<string, RegisterStatus>> = {
  bopael_i_danmark: 'resident',
  bopael_i_danmark_hoej_vejkode: 'resident',
  bopael_i_groenland: 'greenland',
  bopael_i_groenland_hoej_vejkode: 'greenland',
  udrejst: 'emigrated',
  forsvundet: 'missing',
  doed: 'dead',
  ej_bopael: 'not-resident',
  annulleret: 'annulled',
  nedlagt_person: 'annulled',
}

/** The register keeps what was; `aktuel` is what is. */
const dated = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ status: z.string(), ...shape })
const line = z.string().max(200)

const CprAdresse = z.object({
  vejadresseringsnavn: line,
  husnummer: line,
  etage: line.optional(),
  sidedoer: line.optional(),
  postnummer: line,
  postdistrikt: line,
})

const Person = z.object({
  foedselsdato: line,
  status: line,
  Personnumre: z.array(z.object({ Personnummer: dated({ personnummer: line }) })),
  Navne: z.array(
    z.object({
      Navn: dated({ fornavne: line, mellemnavn: line.optional(), efternavn: line }),
    }),
  ),
  Beskyttelser: z.array(z.object({ Beskyttelse: dated({ beskyttelsestype: line }) })),
  Adresseoplysninger: z.array(z.object({ Adresseoplysninger: dated({ CprAdresse }) })),
  UdrejseIndrejser: z.array(
    z.object({
      UdrejseIndrejse: dated({ Udlandsadresse: z.record(z.string(), line).optional() }),
    }),
  ),
})
type Person = z.infer<typeof Person>

const Answer = z.object({ Personer: z.array(z.object({ Person })).max(50) })

/** `isAsked`: whether somebody is whom it was asked about; anybody else is a lie. */
export function readAnswer(
  json: unknown,
  numbers: CprNumbers,
  isAsked: (person: RegisteredPerson) => boolean,
): Result<RegisteredPerson, IdentityRegisterRefusal> {
  const answer = Answer.safeParse(json)
  if (!answer.success) return refuse({ kind: 'untrustworthy', cause: 'malformed' })
  const [first, ...others] = answer.data.Personer
  if (!first) return refuse({ kind: 'person-unknown' })
  if (others.length > 0) return refuse({ kind: 'persons-several' })
  const person = personOf(first.Person, numbers)
  if (!person) return refuse({ kind: 'untrustworthy', cause: 'malformed' })
  return isAsked(person) ? accept(person) : refuse({ kind: 'untrustworthy', cause: 'other-person' })
}

function personOf(person: Person, numbers: CprNumbers): RegisteredPerson | undefined {
  const number = current(person.Personnumre.map(({ Personnummer }) => Personnummer))
  const named = current(person.Navne.map(({ Navn }) => Navn))
  const cpr = CprNumber.parse(number?.personnummer ?? '', numbers)
  const name = PersonName.parse(
    named ? [named.fornavne, named.mellemnavn ?? '', named.efternavn].join(' ') : '',
  )
  const birthDate = BirthDate.parse(person.foedselsdato)
  const status = statuses[person.status]
  if (!cpr.ok || name === undefined || birthDate === undefined || status === undefined)
    return undefined
  const isProtected = person.Beskyttelser.some(
    ({ Beskyttelse: { status: standing, beskyttelsestype } }) =>
      standing === 'aktuel' && beskyttelsestype === 'navne_og_adresse',
  )
  const address = addressOf(person)
  return { cpr: cpr.value, name, birthDate, status, address, protected: isProtected }
}

function current<Record extends { readonly status: string }>(
  records: readonly Record[],
): Record | undefined {
  return records.find(({ status }) => status === 'aktuel')
}

function addressOf(person: Person): RegisteredPerson['address'] {
  const home = current(person.Adresseoplysninger.map((one) => one.Adresseoplysninger))
  if (home) return danishLines(home.CprAdresse)
  const abroad = current(person.UdrejseIndrejser.map((one) => one.UdrejseIndrejse))
  const { landenavn, ...numbered } = abroad?.Udlandsadresse ?? {}
  const lines = Object.keys(numbered)
    .toSorted()
    .map((name) => numbered[name] ?? '')
  const [first, ...more] = [...lines, landenavn ?? ''].filter((one) => one.trim() !== '')
  return first === undefined ? undefined : [first, ...more]
}

/** The register fills numbers up with zeros. */
function danishLines(address: z.infer<typeof CprAdresse>): readonly [string, string] {
  const bare = (text: string | undefined) => (text ?? '').replace(/^0+/u, '')
  const floor = bare(address.etage)
  const home = [floor === '' ? '' : `${floor}.`, bare(address.sidedoer)].filter((one) => one !== '')
  const street = `${address.vejadresseringsnavn} ${bare(address.husnummer)}`
  return [
    home.length > 0 ? `${street}, ${home.join(' ')}` : street,
    `${address.postnummer} ${address.postdistrikt}`,
  ]
}
