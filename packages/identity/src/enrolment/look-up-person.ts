/** A person is looked up in the CPR register, and sees that they were (protocols §5). */
import { accept, type Random, type UseCase } from '@open-mitid/kernel'
import { appendEvents, type Actor } from '../ledger/index.ts'
import type { CprNumber, PersonId, Persons } from '../person/index.ts'
import { cprLookedUp, type LookUpPurpose } from './cpr-looked-up.ts'
import type {
  IdentityRegister,
  IdentityRegisterRefusal,
  RegisteredPerson,
} from './identity-register.ts'

type Told = { readonly persons: Persons; readonly random: Random }

export type LookedUp = {
  readonly cpr: CprNumber
  readonly purpose: LookUpPurpose
  readonly actor: Actor
}

const tries = 5

/** Nobody gets the answer before the event is written, and it is written whatever the answer is. */
export function lookUpPerson({
  register,
  ...ports
}: Told & { readonly register: IdentityRegister }): UseCase<
  LookedUp,
  { readonly person: RegisteredPerson; readonly told: boolean },
  IdentityRegisterRefusal
> {
  return async (lookUp) => {
    const found = await register.find({ cpr: lookUp.cpr })
    const told = (await tellLookedUp(ports, lookUp)) !== undefined
    return found.ok ? accept({ person: found.value, told }) : found
  }
}

/**
 * Writes a look-up of just now into the chain of the person with this number, and answers who that
 * is. Undefined where nobody with a MitID has it: then an enrolment may be under way, which keeps
 * what is to be told.
 */
export async function tellLookedUp(
  { persons, random }: Told,
  { cpr, purpose, actor }: LookedUp,
): Promise<PersonId | undefined> {
  for (let left = tries; left > 0; left -= 1) {
    const found = await persons.find({ cpr })
    if (!found) return undefined
    const { person, chain, now } = found
    const events = appendEvents(chain, [cprLookedUp(purpose, actor, now)], { random, now })
    if ((await persons.note(person.id, events)).ok) return person.id
  }
  throw new Error('a chain that grows faster than a look-up can be written to it')
}
