/** `mitid look-up-person`: what the CPR register knows of somebody, who sees that it was asked. */
import { lookUpPerson } from '@open-mitid/identity/enrolment'
import { CprNumber } from '@open-mitid/identity/person'
import { postgresPersons } from '@open-mitid/postgres'
import { openRegister } from '../src/outside-services.ts'
import { needed, refused, type Command } from './command.ts'

const sentences = {
  'person-unknown': 'Nobody has this CPR number.',
  'persons-several':
    'The register answered with more than one person; nothing of that is believed.',
  unavailable: 'The register does not answer, or CPR_URL is not set. Try again later.',
  untrustworthy: 'The register answered what cannot be true; nothing of that is believed.',
  'cpr-form': 'The CPR number is not one: ten digits that begin with a date.',
  'cpr-not-synthetic': 'Outside production only fictitious CPR numbers are taken: the day plus 60.',
  'cpr-synthetic': 'In production fictitious CPR numbers are not taken.',
}

export const lookUpPersonCommand: Command = {
  summary: 'asks the CPR register about a person',
  usage: `--cpr NUMBER

  Answers {"name", "birth_date", "status", "protected", "address", "told"}.
  Where the person has a MitID, the look-up is an event that they see, written before the answer
  is shown; "told" says whether there was anybody to tell.`,
  options: { cpr: { type: 'string' } },
  async run(values, { open, random }) {
    const { config, db, vault } = await open()
    const numbers = config.environment === 'production' ? 'real' : 'synthetic'
    const cpr = CprNumber.parse(needed(values, 'cpr'), numbers)
    if (!cpr.ok) return refused(sentences, cpr.refusal)
    const persons = postgresPersons(db, vault)
    const look = lookUpPerson({ register: openRegister(config), persons, random })
    const found = await look({ cpr: cpr.value, purpose: 'operator', actor: 'operator' })
    if (!found.ok) return refused(sentences, found.refusal)
    const { person, told } = found.value
    const { name, birthDate, status, address = [] } = person
    const known = {
      name,
      birth_date: birthDate,
      status,
      protected: person.protected,
      address,
      told,
    }
    return {
      ok: true,
      json: known,
      lines: Object.entries(known).map(([field, value]) => `${field}  ${String(value)}`),
    }
  },
}
