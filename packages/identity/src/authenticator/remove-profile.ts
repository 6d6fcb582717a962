/** A person takes a profile off its phone for good; after it, it is only ever activated anew. */
import { accept } from '@open-mitid/kernel'
import { appendEvents } from '../ledger/index.ts'
import { active, answerCall, type CallPorts } from './answer-call.ts'
import type { AnswerCall } from './call.ts'
import { finishPinTry } from './pin-proof.ts'
import type { PinServer } from './pin-server.ts'
import { profileOf } from './profile-of.ts'
import { revoke } from './profile.ts'
import type { Profiles } from './profiles.ts'

type Ports = CallPorts & { readonly profiles: Profiles; readonly pinServer: PinServer }

export function removeProfile(ports: Ports): AnswerCall<'/api/profile/remove'> {
  const { random, pinServer } = ports
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.profiles.visit(id)),
      stands: active,
      decide({ caller: { chain, now } }, before) {
        const asked = { ke3: call.request.ke3, purpose: 'remove' } as const
        const { profile, drafts, proof } = finishPinTry(pinServer, before, asked, now)
        if (!proof.ok)
          return { result: proof, profile, events: appendEvents(chain, drafts, { random, now }) }
        const body = { profile: profile.id }
        const removed = { type: 'app-removed', actor: profile.id, body } as const
        return {
          result: accept({}),
          profile: revoke(profile),
          events: appendEvents(chain, [...drafts, removed], { random, now }),
        }
      },
    })
}
