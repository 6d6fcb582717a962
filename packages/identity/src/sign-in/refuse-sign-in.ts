/** A citizen says no: one tap, no PIN. "I did not start this" also forgets the browser. */
import { accept, refuse } from '@open-mitid/kernel'
import { readBinding, readOffer, verifyRefusal, type PhoneCalls } from '@open-mitid/protocol'
import {
  active,
  answerCall,
  profileOf,
  type ActiveProfile,
  type AnswerCall,
  type CallPorts,
  type Decision,
} from '../authenticator/index.ts'
import { appendEvents } from '../ledger/index.ts'
import { decline, isOverdue } from './sign-in.ts'
import { toldState, type Signals } from './signals.ts'
import type { SignInMove, SignIns, SignInVisit } from './sign-ins.ts'

type Path = '/api/refuse'
type Ports = CallPorts & { readonly signIns: SignIns; readonly signals: Signals }

export function refuseSignIn(ports: Ports): AnswerCall<Path> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.signIns.visit(id, { id: call.request.offer_id })),
      stands: active,
      decide: (found, profile) => decide(ports, found, profile, call.request),
      moved({ to }) {
        ports.signals.tell(to.id, toldState(to))
      },
    })
}

function decide(
  { random, verify }: Ports,
  { caller: { chain, now }, signIn }: SignInVisit,
  profile: ActiveProfile,
  { refusal }: PhoneCalls[Path]['request'],
): Decision<Path, SignInMove> {
  const mine = signIn?.state === 'claimed' && signIn.profile === profile.id ? signIn : undefined
  if (!mine || isOverdue(mine, now)) return { result: refuse({ kind: 'sign-in-moved-on' }) }
  const offer = readOffer(mine.offer)
  const binding = readBinding(profile.binding)
  if (!offer.ok || !binding.ok) throw new Error('a stored offer or binding cannot be read')
  const verified = verifyRefusal(refusal, { binding: binding.value, offer: offer.value, verify })
  if (!verified.ok) return { result: refuse({ kind: 'refusal-invalid' }) }
  const { reason } = verified.value.content
  const body = { sign_in: mine.id, profile: profile.id, client: mine.client, reason }
  return {
    result: accept({}),
    events: appendEvents(chain, [{ type: 'sign-in-refused', actor: profile.id, body }], {
      random,
      now,
    }),
    move: { to: decline(mine, reason, now), forgetBrowser: reason === 'not_me' },
  }
}
