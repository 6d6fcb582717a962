/** How a refused call is answered: problem JSON (RFC 9457), a row for each refusal. */
import type { CallRefusal } from '@open-mitid/identity/authenticator'
import { phoneStatus, type PhoneProblem, type PhoneRefusal } from '@open-mitid/protocol'
import type { FastifyReply } from 'fastify'

/** For whoever reads the traffic; the app has its own words, in the person's language. */
const titles: Readonly<Record<PhoneRefusal['kind'], string>> = {
  malformed: 'The call is not well-formed',
  'too-large': 'The call is too large',
  'not-found': 'There is nothing there',
  method: 'Calls are made by POST',
  origin: 'The call comes from another page',
  proof: 'The proof does not show whose call this is',
  copied: 'A second copy of this app has been used; the profile is suspended',
  'profile-ended': 'The profile is not active',
  'activation-unknown': 'The activation code is not known',
  'activation-ended': 'The activation has ended; a new code is needed',
  'second-code-wrong': 'The second code is wrong',
  'registration-unknown': 'No PIN is being registered for this',
  'keys-invalid': 'The keys are not signed as they must be',
  'claim-unknown': 'There is nothing to approve by this secret',
  wait: 'Too many wrong codes; wait before the next',
  'pin-wait': 'Too many wrong PINs; wait before the next',
  'pin-blocked': 'The PIN is blocked',
  'pin-wrong': 'The PIN is wrong',
  'not-proved': 'Nobody has shown whose MitID it is',
  'pin-needed': 'The PIN must be proved for this first',
  'sign-in-moved-on': 'There is nothing left to decide',
  'approval-invalid': 'The approval does not fit what was offered',
  'refusal-invalid': 'The refusal does not fit what was offered',
  fault: 'Something failed on our side',
}

export function sendProblem(reply: FastifyReply, refusal: CallRefusal): FastifyReply {
  const { kind } = refusal
  const status = phoneStatus[kind]
  const about: PhoneProblem = { type: 'about:blank', title: titles[kind], status, ...refusal }
  return reply.code(status).type('application/problem+json').send(about)
}
