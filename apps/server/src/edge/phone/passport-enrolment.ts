/** From a proved passport to a MitID, in the same app: the calls after the face (protocol: passport-api). */
import {
  ContactAddress,
  addressTold,
  deliveryWays,
  findByToken,
  termsVersions,
  type acceptTerms,
  type chooseAuthenticators,
  type chooseDelivery,
  type chooseUserId,
  type completeEnrolment,
  type confirmContact,
  type Enrolments,
  type enrolWithPassport,
  type findEnrolment,
  type OwnEnrolment,
  type renewActivationCode,
  type ProofedEnrolment,
  type sendContactCode,
  type suggestUserIds,
} from '@open-mitid/identity/enrolment'
import { CentreId, centres, type Delivery } from '@open-mitid/identity/authenticator'
import { accept, refuse, type Result } from '@open-mitid/kernel'
import {
  SecondCode,
  type DeliveryChoice,
  type DeliveryOffer,
  type PassportCallRefusal,
  type PassportCalls,
} from '@open-mitid/protocol'

export type PassportEnrolmentUseCases = {
  readonly enrolments: Enrolments
  readonly enrol: ReturnType<typeof enrolWithPassport>
  readonly acceptTerms: ReturnType<typeof acceptTerms>
  readonly sendContactCode: ReturnType<typeof sendContactCode>
  readonly confirmContact: ReturnType<typeof confirmContact>
  readonly suggestUserIds: ReturnType<typeof suggestUserIds>
  readonly chooseUserId: ReturnType<typeof chooseUserId>
  readonly chooseAuthenticators: ReturnType<typeof chooseAuthenticators>
  readonly chooseDelivery: ReturnType<typeof chooseDelivery>
  readonly find: ReturnType<typeof findEnrolment>
  readonly complete: ReturnType<typeof completeEnrolment>
  /** The answer to it was lost: this app gets another code. */
  readonly renewCode: ReturnType<typeof renewActivationCode>
}

type Path =
  | '/api/passport/enrol'
  | '/api/passport/terms'
  | '/api/passport/contact'
  | '/api/passport/contact-code'
  | '/api/passport/user-ids'
  | '/api/passport/user-id'
  | '/api/passport/authenticators'
  | '/api/passport/delivery'
  | '/api/passport/complete'
type Answers = {
  readonly [One in Path]: (
    request: PassportCalls[One]['request'],
  ) => Promise<Result<PassportCalls[One]['answer'], PassportCallRefusal>>
}

export function passportEnrolmentAnswers(useCases: PassportEnrolmentUseCases): Answers {
  const { enrolments } = useCases
  /** Whoever holds the token goes on with the enrolment that it began. */
  const withOwn = async <Value>(
    token: string,
    go: (own: OwnEnrolment) => Promise<Result<Value, PassportCallRefusal>>,
  ) => {
    const own = await findByToken(enrolments, token)
    return own ? go(own) : refuse({ kind: 'proof-unknown' } as const)
  }
  return {
    async '/api/passport/enrol'({ proof: token }) {
      const enrolled = await useCases.enrol({ token })
      return enrolled.ok ? accept(termsVersions) : refuse(enrolmentRefusal(enrolled.refusal))
    },
    '/api/passport/terms': ({ proof, ...versions }) =>
      withOwn(proof, async (own) => {
        const accepted = await useCases.acceptTerms({ ...own, versions })
        return accepted.ok ? accept({}) : refuse(enrolmentRefusal(accepted.refusal))
      }),
    '/api/passport/contact': ({ proof, channel, to, language }) =>
      withOwn(proof, async (own) => {
        const contact = ContactAddress.parse(channel, to)
        if (!contact) return refuse({ kind: 'contact' })
        const sent = await useCases.sendContactCode({ ...own, contact, language })
        return sent.ok
          ? accept({ until: sent.value.until })
          : refuse(enrolmentRefusal(sent.refusal))
      }),
    '/api/passport/contact-code': ({ proof, code: typed }) =>
      withOwn(proof, async (own) => {
        const code = SecondCode.parse(typed)
        if (code === undefined) return refuse({ kind: 'malformed' })
        const confirmed = await useCases.confirmContact({ ...own, code })
        if (confirmed.ok) return accept({})
        const { refusal } = confirmed
        return refusal.kind === 'code-wrong'
          ? refuse({ kind: 'code-wrong', tries_left: refusal.triesLeft })
          : refuse(enrolmentRefusal(refusal))
      }),
    '/api/passport/user-ids': ({ proof }) =>
      withOwn(proof, async (own) => {
        const suggested = await useCases.suggestUserIds(own)
        return suggested.ok
          ? accept({ suggestions: suggested.value })
          : refuse(enrolmentRefusal(suggested.refusal))
      }),
    '/api/passport/user-id': ({ proof, user_id: typed }) =>
      withOwn(proof, async (own) => {
        const chosen = await useCases.chooseUserId({ ...own, typed })
        if (chosen.ok) return accept({ user_id: chosen.value })
        const { refusal } = chosen
        switch (refusal.kind) {
          case 'user-id-length':
          case 'user-id-letter':
          case 'user-id-space':
          case 'user-id-digits':
          case 'user-id-cpr':
            return refuse({ kind: 'user-id', reason: refusal.kind })
          case 'user-id-taken':
          case 'user-id-wait':
            return refuse(refusal)
          case 'enrolment-unknown':
          case 'enrolment-moved-on':
            return refuse(enrolmentRefusal(refusal))
        }
      }),
    '/api/passport/authenticators': ({ proof, first, spare }) =>
      withOwn(proof, async (own) => {
        const chosen = await useCases.chooseAuthenticators({ ...own, chosen: { first, spare } })
        if (!chosen.ok) return refuse(enrolmentRefusal(chosen.refusal))
        if (first === 'app' && spare === undefined) return accept({})
        const found = await useCases.find(own)
        if (!found.ok) return refuse(enrolmentRefusal(found.refusal))
        const { enrolment } = found.value
        if (enrolment.state !== 'proofed') return refuse({ kind: 'step-missing' })
        return accept({ delivery: deliveryOffer(enrolment) })
      }),
    '/api/passport/delivery': ({ proof, ...wanted }) =>
      withOwn(proof, async (own) => {
        const delivery = deliveryOf(wanted)
        if (!delivery) return refuse({ kind: 'no-address' })
        const chosen = await useCases.chooseDelivery({ ...own, delivery })
        return chosen.ok ? accept({}) : refuse(enrolmentRefusal(chosen.refusal))
      }),
    '/api/passport/complete': ({ proof, language }) =>
      withOwn(proof, async (own) => {
        const completed = await useCases.complete({ ...own, language })
        if (completed.ok) {
          const { first } = completed.value
          return accept(first ? { first } : {})
        }
        if (completed.refusal.kind !== 'enrolment-moved-on')
          return refuse(enrolmentRefusal(completed.refusal))
        const renewed = await useCases.renewCode(own)
        if (!renewed.ok) return refuse({ kind: 'step-missing' })
        const { code, expiresAt: until } = renewed.value
        return accept({ first: { code, until } })
      }),
  }
}

function deliveryOffer({ proof }: ProofedEnrolment): DeliveryOffer {
  if (!deliveryWays(proof).includes('home')) return { centres }
  const address = addressTold(proof)
  return { home: address === undefined ? {} : { address }, centres }
}

function deliveryOf(wanted: DeliveryChoice): Delivery | undefined {
  if (wanted.to === 'home') return wanted
  const centre = CentreId.parse(wanted.centre)
  return centre && { to: 'centre', centre }
}

type EnrolmentRefusal =
  | Extract<PassportCallRefusal, { readonly kind: 'turned-away' }>
  | { readonly kind: 'enrolment-unknown' | 'enrolment-moved-on' | 'has-mitid' | Said }
/** What is told the app as it is. */
type Said =
  | 'proof-unknown'
  | 'proof-moved-on'
  | 'terms-changed'
  | 'too-many-codes'
  | 'code-over'
  | 'user-id-taken'
  | 'no-address'
  | 'step-missing'

/** To the app, the enrolment is the proof that it began with. */
function enrolmentRefusal(refusal: EnrolmentRefusal): PassportCallRefusal {
  switch (refusal.kind) {
    case 'turned-away':
      return refusal
    case 'enrolment-unknown':
      return { kind: 'proof-unknown' }
    case 'enrolment-moved-on':
      return { kind: 'step-missing' }
    case 'has-mitid':
      return { kind: 'turned-away', reason: 'has-mitid' }
    default:
      return { kind: refusal.kind }
  }
}
