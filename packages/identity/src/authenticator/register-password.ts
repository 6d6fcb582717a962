/**
 * A password is registered: answered only to a browser that has just proved who it acts for, and
 * counted like a try, since each answer is one evaluation of the person's own secret function.
 */
import { accept, refuse, type UseCase } from '@open-mitid/kernel'
import type { OwnAttempt } from './device-attempts.ts'
import type { PasswordLogins } from './password-logins.ts'
import { passwordIdentifier, type PasswordServer } from './password-server.ts'
import { PasswordTries, type PasswordWait } from './password-tries.ts'

export type RegisterPassword = OwnAttempt & {
  readonly network: string
  readonly request: string
}
export type RegisterPasswordRefusal =
  PasswordWait | { readonly kind: 'malformed' | 'password-not-now' | 'busy' }

type Ports = { readonly logins: PasswordLogins; readonly passwordServer: PasswordServer }

const tries = 5

export function registerPassword({
  logins,
  passwordServer,
}: Ports): UseCase<RegisterPassword, { readonly response: string }, RegisterPasswordRefusal> {
  return async ({ network, request, ...place }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await logins.findTry(place, network)
      if (!found) return refuse({ kind: 'password-not-now' })
      const counted = PasswordTries.begin(found.counters, found.caller, found.now)
      if (!counted.ok) return counted
      const identifier = passwordIdentifier(found.userIdHash, 'real')
      const response = passwordServer.register(identifier, request)
      if (response === undefined) return refuse({ kind: 'malformed' })
      const { own, day } = counted.value
      if (await found.write({ own, day, login: undefined })) return accept({ response })
    }
    return refuse({ kind: 'busy' })
  }
}
