/** A new PIN takes the place of the old one, which is proved for the last time (protocols §3). */
import { accept, refuse } from '@open-mitid/kernel'
import { Digest, readBinding, verifyPinChange, type PhoneCalls } from '@open-mitid/protocol'
import { appendEvents } from '../ledger/index.ts'
import { active, answerCall, type CallPorts, type Decision } from './answer-call.ts'
import type { AnswerCall, Caller } from './call.ts'
import { bind, type EvidenceSigner } from './complete-activation.ts'
import { finishPinTry } from './pin-proof.ts'
import type { PinServer } from './pin-server.ts'
import { profileOf } from './profile-of.ts'
import { changePin as change, type ActiveProfile } from './profile.ts'
import type { Profiles } from './profiles.ts'
import { drawFor } from './register-pin.ts'

type Path = '/api/pin/change'
type Ports = CallPorts & {
  readonly profiles: Profiles
  readonly pinServer: PinServer
  readonly evidence: EvidenceSigner
}

export function changePin(ports: Ports): AnswerCall<Path> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.profiles.visit(id)),
      stands: active,
      decide: ({ caller }, profile) => decide(ports, caller, profile, call.request),
    })
}

async function decide(
  { random, verify, pinServer, evidence }: Ports,
  { chain, now }: Caller,
  before: ActiveProfile,
  { ke3, record, keys }: PhoneCalls[Path]['request'],
): Promise<Decision<Path, undefined>> {
  const asked = { ke3, purpose: 'pin-change' } as const
  const { profile, drafts, proof } = finishPinTry(pinServer, before, asked, now)
  const tried = { profile, events: appendEvents(chain, drafts, { random, now }) }
  if (!proof.ok) return { ...tried, result: proof }
  const drawn = drawFor(profile, 'pin-change')
  if (!drawn.ok) return { ...tried, result: drawn }
  const old = readBinding(profile.binding)
  if (!old.ok) throw new Error('a stored binding cannot be read')
  const { dk_jwk: dk, ak_jwk: ak, auth } = old.value.content
  const { epoch, nonce } = drawn.value
  const due = { profile: profile.id, nonce, pin_epoch: epoch, dk, ak, verify }
  const verified = verifyPinChange(keys, due)
  if (!verified.ok) return { ...tried, result: refuse({ kind: 'keys-invalid' }) }
  const nextAk = verified.value.content.ak_jwk
  const binding = await bind(evidence(now), profile, nextAk, drawn.value, auth, now)
  const body = {
    profile: profile.id,
    binding_sha256: Digest.ofText(binding),
    pin_epoch: epoch,
  }
  const changed = { type: 'pin-changed', actor: profile.id, body } as const
  const events = appendEvents(chain, [...drafts, changed], { random, now })
  const { n, head } = events.head
  return {
    result: accept({ binding, n, head: Digest.from(head) }),
    profile: change(profile, drawn.value, { record, binding }),
    events,
  }
}
