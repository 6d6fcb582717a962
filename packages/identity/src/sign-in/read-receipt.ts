/** The evidence of one's own approval, to keep or to show to somebody else. */
import { accept, Instant, refuse, type Seconds } from '@open-mitid/kernel'
import {
  active,
  answerCall,
  isHistoryOpen,
  profileOf,
  type ActiveProfile,
  type AnswerCall,
  type CallPorts,
  type Decision,
} from '../authenticator/index.ts'
import { appendEvents } from '../ledger/index.ts'
import type { EvidenceVisit, SignInMove, SignIns } from './sign-ins.ts'

type Path = '/api/receipt'
type Ports = CallPorts & { readonly signIns: SignIns }

/** For so long after the approval it is given without the PIN that opens the history. */
const freeFor: Seconds = 15 * 60

export function readReceipt(ports: Ports): AnswerCall<Path> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.signIns.visitEvidence(id, call.request.offer_id)),
      stands: active,
      decide: (found, profile) => decide(ports, found, profile),
    })
}

function decide(
  { random }: Ports,
  { caller: { chain, now }, signIn, binding }: EvidenceVisit,
  profile: ActiveProfile,
): Decision<Path, SignInMove> {
  const approved = signIn?.state === 'approved' || signIn?.state === 'completed'
  if (!approved || signIn.profile === undefined || signIn.profile !== profile.id)
    return { result: refuse({ kind: 'not-found' }) }
  const free = now < Instant.plus(signIn.approvedAt, freeFor)
  if (!free && !isHistoryOpen(profile, now)) return { result: refuse({ kind: 'pin-needed' }) }
  if (signIn.state !== 'completed' || binding === undefined) return { result: accept({}) }
  const { offer, approval, receipt } = signIn
  const body = { sign_in: signIn.id, profile: profile.id }
  return {
    result: accept({ pack: { v: 1, binding, offer, approval, receipt } }),
    events: appendEvents(chain, [{ type: 'evidence-read', actor: profile.id, body }], {
      random,
      now,
    }),
  }
}
