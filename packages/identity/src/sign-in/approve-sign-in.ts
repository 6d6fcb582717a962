/** A citizen approves a sign-in by their PIN and both signatures (protocols §4, step 5). */
import { accept, base64url, refuse } from '@open-mitid/kernel'
import {
  Digest,
  readBinding,
  readOffer,
  verifyApproval,
  type PhoneCalls,
  type PhoneRefusal,
  sha256,
} from '@open-mitid/protocol'
import {
  active,
  answerCall,
  finishPinTry,
  profileOf,
  revoke,
  type ActiveProfile,
  type AnswerCall,
  type CallPorts,
  type Decision,
  type PinServer,
} from '../authenticator/index.ts'
import { appendEvents } from '../ledger/index.ts'
import { approve, isOverdue } from './sign-in.ts'
import { toldState, type Signals } from './signals.ts'
import type { SignInMove, SignIns, SignInVisit } from './sign-ins.ts'

type Path = '/api/approve'
type Ports = CallPorts & {
  readonly signIns: SignIns
  readonly pinServer: PinServer
  readonly signals: Signals
}

export function approveSignIn(ports: Ports): AnswerCall<Path> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.signIns.visit(id, { id: call.request.offer_id })),
      recall: () => profileOf(call, (id) => ports.signIns.recallVisit(id, call.request.offer_id)),
      stands: active,
      decide: (found, profile) => decide(ports, found, profile, call.request),
      // In flow `same` nobody is told: whoever sent the link must not learn that it worked.
      moved({ to }) {
        if (to.state === 'approved' && !to.return) ports.signals.tell(to.id, toldState(to))
      },
    })
}

function decide(
  { random, verify, pinServer }: Ports,
  { caller: { chain, now }, signIn }: SignInVisit,
  before: ActiveProfile,
  request: PhoneCalls[Path]['request'],
): Decision<Path, SignInMove> {
  const { ke3, approval, offer_id: id } = request
  const asked = { ke3, purpose: 'approve', offer: id } as const
  const { profile, drafts, proof } = finishPinTry(pinServer, before, asked, now)
  const no = (why: PhoneRefusal): Decision<Path, SignInMove> => ({
    result: refuse(why),
    profile,
    events: appendEvents(chain, drafts, { random, now }),
  })
  if (!proof.ok) return no(proof.refusal)
  const mine = signIn?.state === 'claimed' && signIn.profile === profile.id ? signIn : undefined
  if (!mine || isOverdue(mine, now)) return no({ kind: 'sign-in-moved-on' })
  const offer = readOffer(mine.offer)
  const binding = readBinding(profile.binding)
  if (!offer.ok || !binding.ok) throw new Error('a stored offer or binding cannot be read')
  const { attemptId } = proof.value
  const against = { binding: binding.value, offer: offer.value, attemptId, verify }
  if (!verifyApproval(approval, against).ok) return no({ kind: 'approval-invalid' })
  const token = random(32)
  const remember = request.remember_browser ?? false
  const yes = { approval, pinEpoch: profile.pin.epoch, remember }
  const to = approve(mine, { yes, returnSha256: sha256(token), now })
  // Nothing would prove an approval by a binding that has ended: the app is to be activated anew.
  if (to.expiresAt > binding.value.content.exp) {
    const ended = { type: 'app-removed', actor: 'system', body: { profile: profile.id } } as const
    return {
      result: refuse({ kind: 'profile-ended' }),
      profile: revoke(profile),
      events: appendEvents(chain, [...drafts, ended], { random, now }),
    }
  }
  const body = {
    sign_in: id,
    profile: profile.id,
    client: mine.client,
    offer_sha256: Digest.ofText(mine.offer),
    approval_sha256: Digest.ofText(approval),
    attempt_id: attemptId,
  }
  const approved = { type: 'sign-in-approved', actor: profile.id, body } as const
  const events = appendEvents(chain, [...drafts, approved], { random, now })
  const { n, head } = events.head
  const back = to.return ? { return_token: base64url(token) } : {}
  return {
    result: accept({ n, head: Digest.from(head), ...back }),
    profile,
    events,
    move: { to },
  }
}
