/** Where a way by passport stands that was left (protocol: passport-api). */
import { nextStep, type findStanding, type ProofedEnrolment } from '@open-mitid/identity/enrolment'
import { accept } from '@open-mitid/kernel'
import type { Result } from '@open-mitid/kernel'
import type { PassportCallRefusal, PassportCalls, PassportStanding } from '@open-mitid/protocol'

type Path = '/api/passport/standing'

export function passportStandingAnswer(useCases: {
  readonly findStanding: ReturnType<typeof findStanding>
}) {
  return async ({
    proof: token,
  }: PassportCalls[Path]['request']): Promise<Result<PassportStanding, PassportCallRefusal>> => {
    const found = await useCases.findStanding({ token })
    if (!found.ok) return found
    const standing = found.value
    switch (standing.at) {
      case 'proved':
        return accept({
          at: standing.purpose === 'first' ? 'person' : 'access',
          name: standing.name,
        })
      case 'enrolling':
        return accept(enrolling(standing.enrolment))
      case 'made':
        return accept({
          at: 'made',
          user_id: standing.enrolment.answers['user-id'],
          app: standing.appDue,
        })
    }
  }
}

/** What to approve with is answered from the start, as the app, and asked for all the same. */
const steps = {
  terms: 'terms',
  contacts: 'contacts',
  'user-id': 'user-id',
  proof: 'terms',
  authenticators: 'authenticators',
  delivery: 'authenticators',
  confirm: 'authenticators',
} as const

function enrolling(enrolment: ProofedEnrolment): PassportStanding {
  const { answers, proof } = enrolment
  const { contacts = [], 'user-id': userId } = answers
  return {
    at: steps[nextStep(enrolment)],
    name: proof.name,
    contacts: contacts.map(({ channel, to }) => ({ channel, to })),
    ...(userId === undefined ? {} : { user_id: userId }),
  }
}
