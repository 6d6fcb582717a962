/** The phone with an app on it is lost: who has proved whose it is closes the app, at once. */
import { accept, type UseCase } from '@open-mitid/kernel'
import type { ProfileId } from '../authenticator/index.ts'
import { regain, type RegainPorts, type RegainRefusal } from './regain.ts'

type CloseLostApp = { readonly token: string; readonly profile: ProfileId }

/** One that is closed already, or is none of the person's, is left as it is: the answer is the same. */
export function closeLostApp(ports: RegainPorts): UseCase<CloseLostApp, undefined, RegainRefusal> {
  return ({ token, profile }) =>
    regain(ports, token, ({ person, apps }) => {
      if (!apps.some((app) => app.profile === profile))
        return Promise.resolve(accept({ drafts: [], value: undefined }))
      const body = { profile, reason: 'person' } as const
      return Promise.resolve(
        accept({
          drafts: [{ type: 'app-suspended', actor: person.id, body }],
          change: { closed: profile },
          value: undefined,
        }),
      )
    })
}
