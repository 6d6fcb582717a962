/** `mitid create-person`: people whose identity the operator vouches for. */
import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { z } from 'zod'
import {
  AssuranceLevel,
  BirthDate,
  CprNumber,
  createPerson,
  EmailAddress,
  PersonName,
  PhoneNumber,
  UserId,
  type CreatePerson,
  type CprNumbers,
} from '@open-mitid/identity/person'
import { postgresPersons } from '@open-mitid/postgres'
import { isSet, text, UsageError, type Command, type Outcome, type Values } from './command.ts'

export const createPersonCommand: Command = {
  summary: 'creates people whose identity is proved',
  usage: `--user-id ID --name NAME --birth-date YYYY-MM-DD [--cpr NUMBER] [--address TEXT]
      [--phone NUMBER] [--email ADDRESS] [--language da|en] [--protected] [--ial LEVEL]
  mitid create-person --file FILE [--skip-existing]

  --file FILE      a JSON list of people with the same fields: user_id, name, birth_date, cpr,
                   address, phone, email, language, protected, ial; "-" reads standard input
  --skip-existing  leaves out those whose user ID is there already
  --protected      name and address are given to no service
  --ial LEVEL      Low, Substantial (unless said) or High: how well the identity was proved
  --cpr NUMBER     outside production only fictitious numbers: the day of birth plus 60

  Answers {"id", "user_id"}, or a list of these for --file.`,
  options: {
    file: { type: 'string' },
    'skip-existing': { type: 'boolean' },
    'user-id': { type: 'string' },
    name: { type: 'string' },
    'birth-date': { type: 'string' },
    cpr: { type: 'string' },
    address: { type: 'string' },
    phone: { type: 'string' },
    email: { type: 'string' },
    language: { type: 'string' },
    protected: { type: 'boolean' },
    ial: { type: 'string' },
  },
  async run(values, { open, random }) {
    const file = text(values, 'file')
    const people = file === undefined ? [given(values)] : await listed(file)
    const { config, db, vault } = await open()
    const numbers = config.environment === 'production' ? 'real' : 'synthetic'
    const persons = postgresPersons(db, vault)
    const create = createPerson({ persons, random })
    const done: { id: string; user_id: string }[] = []
    for (const [place, fields] of people.entries()) {
      const input = readPerson(fields, numbers)
      if (typeof input === 'string') return no(input, file, place)
      const found = isSet(values, 'skip-existing')
        ? await persons.find({ userId: input.userId })
        : undefined
      if (found) {
        done.push({ id: found.person.id, user_id: found.person.userId })
        continue
      }
      const created = await create(input)
      if (!created.ok) return no(created.refusal.kind, file, place)
      done.push({ id: created.value.id, user_id: created.value.userId })
    }
    return {
      ok: true,
      json: file === undefined ? done[0] : done,
      lines: done.map(({ id, user_id }) => `${id}  ${user_id}`),
    }
  },
}

const Fields = z.strictObject({
  user_id: z.string(),
  name: z.string(),
  birth_date: z.string(),
  cpr: z.string().optional(),
  address: z.string().max(200).optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  language: z.enum(['da', 'en']).default('da'),
  protected: z.boolean().default(false),
  ial: z.string().default('Substantial'),
})
type Fields = z.infer<typeof Fields>

function given(values: Values): Fields {
  return parse(Fields, {
    user_id: values['user-id'],
    name: values['name'],
    birth_date: values['birth-date'],
    cpr: values['cpr'],
    address: values['address'],
    phone: values['phone'],
    email: values['email'],
    language: values['language'],
    protected: values['protected'],
    ial: values['ial'],
  })
}

async function listed(file: string): Promise<readonly Fields[]> {
  const content = file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8')
  return parse(z.array(Fields), JSON.parse(content))
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UsageError(`${issue?.path.join('.') ?? 'The input'} is missing or not right.`)
}

const sentences = {
  'user-id-taken': 'Somebody has, or has had, this user ID; choose another.',
  'cpr-taken': 'The person with this CPR number has a MitID already.',
  'too-young': 'A MitID is for people of 13 years or more.',
  'user-id-length': 'A user ID has 5 to 48 characters.',
  'user-id-letter':
    'A user ID has letters a-z, æ, ø, å, digits, space and {}!#$^,*()_+-=:;?.@ only.',
  'user-id-space': 'A user ID neither begins nor ends with a space.',
  'user-id-digits': 'A user ID has fewer than ten digits.',
  'user-id-cpr': 'A user ID is never the CPR number.',
  'cpr-form': 'The CPR number is not one: ten digits that begin with a date.',
  'cpr-not-synthetic': 'Outside production only fictitious CPR numbers are taken: the day plus 60.',
  'cpr-synthetic': 'In production fictitious CPR numbers are not taken.',
  name: 'The name is empty, too long, or holds characters that cannot be seen.',
  'birth-date': 'The date of birth is not a date of the form YYYY-MM-DD.',
  phone: 'The phone number is not one: eight Danish digits, or + and the country first.',
  email: 'The e-mail address is not one.',
  ial: 'The level is Low, Substantial or High.',
}
type Kind = keyof typeof sentences

function readPerson(fields: Fields, numbers: CprNumbers): CreatePerson | Kind {
  const cpr = fields.cpr === undefined ? undefined : CprNumber.parse(fields.cpr, numbers)
  if (cpr?.ok === false) return cpr.refusal.kind
  const userId = UserId.parse(fields.user_id, cpr?.value)
  if (!userId.ok) return userId.refusal.kind
  const name = PersonName.parse(fields.name)
  if (name === undefined) return 'name'
  const birthDate = BirthDate.parse(fields.birth_date)
  if (birthDate === undefined) return 'birth-date'
  const phone = fields.phone === undefined ? undefined : PhoneNumber.parse(fields.phone)
  if (phone === undefined && fields.phone !== undefined) return 'phone'
  const email = fields.email === undefined ? undefined : EmailAddress.parse(fields.email)
  if (email === undefined && fields.email !== undefined) return 'email'
  const ial = AssuranceLevel.parse(fields.ial)
  if (ial === undefined) return 'ial'
  const { address, language, protected: isProtected } = fields
  return {
    userId: userId.value,
    name,
    birthDate,
    protected: isProtected,
    ial,
    language,
    address,
    cpr: cpr?.value,
    phone,
    email,
  }
}

function no(kind: Kind, file: string | undefined, place: number): Outcome {
  const where = file === undefined ? '' : `Person ${String(place + 1)} of the list: `
  return { ok: false, kind, sentence: `${where}${sentences[kind]}` }
}
