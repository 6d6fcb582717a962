/** The calls by which a helper's phone reads a passport for another's (protocol: passport-api). */
import type {
  inspectHelped,
  matchHelpedFace,
  offerReading,
  orderChipProof,
  seeHelp,
  takeReading,
} from '@open-mitid/identity/enrolment'
import { accept, base64url, refuse, type Result } from '@open-mitid/kernel'
import type { PassportCallRefusal, PassportCalls } from '@open-mitid/protocol'
import { bytesOf, chipOrder, levelOf, readingOf } from './passport-bytes.ts'

export type HelpedPassportUseCases = {
  readonly offerReading: ReturnType<typeof offerReading>
  readonly seeHelp: ReturnType<typeof seeHelp>
  readonly takeReading: ReturnType<typeof takeReading>
  /** On proofs that a right to read opens, as is the next. */
  readonly orderHelped: ReturnType<typeof orderChipProof>
  readonly inspectHelped: ReturnType<typeof inspectHelped>
  readonly matchHelpedFace: ReturnType<typeof matchHelpedFace>
}

type Path =
  | '/api/passport/help/offer'
  | '/api/passport/help/standing'
  | '/api/passport/help/take'
  | '/api/passport/help/chip'
  | '/api/passport/help/inspect'
type Answers = {
  readonly [One in Path]: (
    request: PassportCalls[One]['request'],
  ) => Promise<Result<PassportCalls[One]['answer'], PassportCallRefusal>>
}

export function helpedPassportAnswers(useCases: HelpedPassportUseCases): Answers {
  return {
    '/api/passport/help/offer': ({ proof: token }) => useCases.offerReading({ token }),
    async '/api/passport/help/standing'({ proof: token }) {
      const seen = await useCases.seeHelp({ token })
      if (!seen.ok) return seen
      const { value } = seen
      return accept(value.at === 'read' ? { at: 'read', level: levelOf(value.ial) } : value)
    },
    async '/api/passport/help/take'(request) {
      const taken = await useCases.takeReading(request)
      if (!taken.ok) return taken
      const { reader, challenge, expiresAt: expires_at } = taken.value
      return accept({ reader, challenge: base64url(challenge), expires_at })
    },
    async '/api/passport/help/chip'({ reader: token, dg14 }) {
      const ordered = await useCases.orderHelped({ token, dg14: bytesOf(dg14) })
      return ordered.ok ? accept(chipOrder(ordered.value)) : ordered
    },
    async '/api/passport/help/inspect'({ reader: token, photo, ...read }) {
      const helped = { token, photo: bytesOf(photo), ...readingOf(read) }
      const inspected = await useCases.inspectHelped(helped)
      return inspected.ok ? accept({}) : refuse(inspected.refusal)
    },
  }
}
