/** A forgotten user ID is shown to who has proved again whose it is; every channel hears of it. */
import { accept, type UseCase } from '@open-mitid/kernel'
import type { UserId } from '../person/index.ts'
import { regain, type RegainPorts, type RegainRefusal } from './regain.ts'

export function showUserId(
  ports: RegainPorts,
): UseCase<{ readonly token: string }, { readonly userId: UserId }, RegainRefusal> {
  return ({ token }) =>
    regain(ports, token, ({ person: { id, userId } }) =>
      Promise.resolve(
        accept({
          drafts: [{ type: 'user-id-shown', actor: id, body: { route: 'passport' } }],
          value: { userId },
        }),
      ),
    )
}
