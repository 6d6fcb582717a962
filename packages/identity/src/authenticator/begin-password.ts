/**
 * A browser begins to prove a password: the try is counted, and only then answered. Nobody looks
 * whether the user ID exists: known and unknown ones take these same steps (invariant 8).
 */
import { accept, Instant, refuse, type Seconds, type UseCase } from '@open-mitid/kernel'
import type { FoundPasswordTry, PasswordLogins, PasswordPlace } from './password-logins.ts'
import { passwordIdentifier, type Evaluation, type PasswordServer } from './password-server.ts'
import { PasswordTries, type PasswordWait } from './password-tries.ts'

export type BeginPassword = PasswordPlace & {
  /** Where the browser calls from, as far as it is told apart from others. */
  readonly network: string
  readonly ke1: string
}
/** `malformed`: not a message of OPAQUE. `password-not-now`: the place takes no password. */
export type BeginPasswordRefusal =
  PasswordWait | { readonly kind: 'malformed' | 'password-not-now' | 'busy' }

type Ports = { readonly logins: PasswordLogins; readonly passwordServer: PasswordServer }

/** Between KE2 and KE3: a browser stretches the password for a second or two. */
const loginLife: Seconds = 60
/** Others may try the same user ID at the same time. */
const tries = 5

export function beginPassword({
  logins,
  passwordServer,
}: Ports): UseCase<BeginPassword, { readonly ke2: string }, BeginPasswordRefusal> {
  return async ({ network, ke1, ...place }) => {
    // However often the try is decided anew, its message is evaluated once in each way.
    const evaluated = new Map<Evaluation, ReturnType<PasswordServer['begin']>>()
    const begin = ({ userIdHash, record, decoy }: FoundPasswordTry, evaluation: Evaluation) => {
      if (!evaluated.has(evaluation)) {
        const identifier = passwordIdentifier(userIdHash, evaluation)
        const shown = evaluation === 'real' && record !== undefined ? record : decoy
        evaluated.set(evaluation, passwordServer.begin(identifier, shown, ke1))
      }
      return evaluated.get(evaluation)
    }
    for (let left = tries; left > 0; left -= 1) {
      const found = await logins.findTry(place, network)
      if (!found) return refuse({ kind: 'password-not-now' })
      const { now } = found
      const counted = PasswordTries.begin(found.counters, found.caller, now)
      if (!counted.ok) return counted
      const { own, day, evaluation } = counted.value
      const begun = begin(found, evaluation)
      if (!begun) return refuse({ kind: 'malformed' })
      const { ke2, serverState } = begun
      const login = { serverState, until: Instant.plus(now, loginLife) }
      if (await found.write({ own, day, login })) return accept({ ke2 })
    }
    return refuse({ kind: 'busy' })
  }
}
