/** `IdentityRegister` on the CPR register's REST service. */
import { refuse, type Result } from '@open-mitid/kernel'
import type {
  IdentityRegister,
  IdentityRegisterRefusal,
  RegisteredPerson,
} from '@open-mitid/identity/enrolment'
import type { CprNumbers } from '@open-mitid/identity/person'
import { askOutside } from '../outside/index.ts'
import { readAnswer } from './register-answer.ts'

export type CprRegister = {
  readonly url: string
  readonly token: string
  readonly numbers: CprNumbers
  readonly patienceMs?: number
}

const path = '/CPR/CprPersonFullSimple/1/REST/PersonFullListSimple'
const patience = 8_000

/** The register has the number in the query, as its own form wants it; nothing here logs addresses. */
export function openCprRegister(register: CprRegister): IdentityRegister {
  const { url, token, numbers, patienceMs = patience } = register

  async function ask(
    query: Readonly<Record<string, string>>,
    isAsked: (person: RegisteredPerson) => boolean,
  ): Promise<Result<RegisteredPerson, IdentityRegisterRefusal>> {
    const asked = new URL(path, url)
    asked.search = new URLSearchParams(query).toString()
    const authorization = `Bearer ${token}`
    const answer = await askOutside({ url: asked, method: 'GET', authorization, patienceMs })
    if (!answer.ok) return answer
    if (answer.value.status !== 200) return refuse({ kind: 'unavailable', cause: 'failed' })
    return readAnswer(answer.value.json, numbers, isAsked)
  }

  return {
    find: ({ cpr }) => ask({ 'pnr.personnummer.eq': cpr }, (person) => person.cpr === cpr),
    findByName: ({ name, birthDate }) =>
      ask(
        { 'navn.adresseringsnavn.eq': name, 'person.foedselsdato.eq': birthDate },
        (person) => person.birthDate === birthDate,
      ),
  }
}
