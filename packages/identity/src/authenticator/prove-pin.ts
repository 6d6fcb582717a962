/** An app begins to prove its PIN: the try is counted, and only then answered (protocols §1). */
import { accept, base64url, refuse } from '@open-mitid/kernel'
import type { PhoneCalls } from '@open-mitid/protocol'
import { appendEvents } from '../ledger/index.ts'
import { active, answerCall, type CallPorts, type Decision } from './answer-call.ts'
import type { AnswerCall, Caller } from './call.ts'
import { wait } from './pin-proof.ts'
import { PinTries } from './pin-tries.ts'
import { pinIdentifier, type PinServer } from './pin-server.ts'
import { beginLogin, suspend, type ActiveProfile } from './profile.ts'
import { profileOf } from './profile-of.ts'
import type { Profiles } from './profiles.ts'

type Path = '/api/pin/prove'
type Ports = CallPorts & { readonly profiles: Profiles; readonly pinServer: PinServer }

type Begun = ReturnType<PinServer['begin']>

/** However often the call is decided anew, its message is evaluated once for one PIN. */
export function provePin(ports: Ports): AnswerCall<Path> {
  return (call) => {
    const evaluated = new Map<number, Begun>()
    const begin = ({ id, pin: { epoch, record } }: ActiveProfile): Begun => {
      if (!evaluated.has(epoch)) {
        const identifier = pinIdentifier(id, epoch)
        evaluated.set(epoch, ports.pinServer.begin(identifier, record, call.request.ke1))
      }
      return evaluated.get(epoch)
    }
    return answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.profiles.visit(id)),
      recall: () => profileOf(call, (id) => ports.profiles.recall(id)),
      stands: active,
      decide: ({ caller }, profile) => decide(ports, caller, profile, call.request, begin),
    })
  }
}

function decide(
  { random }: Ports,
  { chain, now }: Caller,
  profile: ActiveProfile,
  { purpose, offer_id: offer }: PhoneCalls[Path]['request'],
  begin: (profile: ActiveProfile) => Begun,
): Decision<Path, undefined> {
  const { id, pin } = profile
  const counted = PinTries.begin(pin.tries, now)
  if (!counted.ok) {
    if (counted.refusal.kind === 'pin-wait') return { result: counted }
    const events = appendEvents(
      chain,
      [{ type: 'pin-blocked', actor: 'system', body: { profile: id } }],
      { random, now },
    )
    return { result: counted, profile: suspend(profile, 'pin'), events }
  }
  const begun = begin(profile)
  if (!begun) return { result: refuse({ kind: 'malformed' }) }
  const attemptId = base64url(random(16))
  const triesLeft = PinTries.left(counted.value, now)
  const told = { attempt_id: attemptId, tries_left: triesLeft, ...wait(counted.value) }
  return {
    result: accept({ ke2: begun.ke2, pin_epoch: pin.epoch, ...told }),
    profile: beginLogin(
      profile,
      counted.value,
      { attemptId, purpose, offer, serverState: begun.serverState },
      now,
    ),
    events: appendEvents(
      chain,
      [{ type: 'pin-tried', actor: id, body: { profile: id, purpose, ...told } }],
      { random, now },
    ),
  }
}
