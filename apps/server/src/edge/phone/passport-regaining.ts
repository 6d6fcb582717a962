/** From a passport that has shown again whose MitID it is, to that MitID (protocol: passport-api). */
import type {
  closeLostApp,
  findOwnApps,
  giveNewApp,
  showUserId,
} from '@open-mitid/identity/enrolment'
import { accept, type Result } from '@open-mitid/kernel'
import type { PassportCallRefusal, PassportCalls } from '@open-mitid/protocol'

export type PassportRegainingUseCases = {
  readonly findOwnApps: ReturnType<typeof findOwnApps>
  readonly showUserId: ReturnType<typeof showUserId>
  readonly closeLostApp: ReturnType<typeof closeLostApp>
  readonly giveNewApp: ReturnType<typeof giveNewApp>
}

type Path =
  | '/api/passport/apps'
  | '/api/passport/forgotten-user-id'
  | '/api/passport/close-app'
  | '/api/passport/new-app'
type Answers = {
  readonly [One in Path]: (
    request: PassportCalls[One]['request'],
  ) => Promise<Result<PassportCalls[One]['answer'], PassportCallRefusal>>
}

export function passportRegainingAnswers(useCases: PassportRegainingUseCases): Answers {
  return {
    async '/api/passport/apps'({ proof: token }) {
      const found = await useCases.findOwnApps({ token })
      if (!found.ok) return found
      const apps = found.value.apps.map(({ profile, activatedAt }) => ({
        profile,
        activated_at: activatedAt,
      }))
      return accept({ apps })
    },
    async '/api/passport/forgotten-user-id'({ proof: token }) {
      const shown = await useCases.showUserId({ token })
      return shown.ok ? accept({ user_id: shown.value.userId }) : shown
    },
    async '/api/passport/close-app'({ proof: token, profile }) {
      const closed = await useCases.closeLostApp({ token, profile })
      return closed.ok ? accept({}) : closed
    },
    '/api/passport/new-app': ({ proof: token }) => useCases.giveNewApp({ token }),
  }
}
