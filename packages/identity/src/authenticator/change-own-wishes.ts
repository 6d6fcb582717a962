/**
 * A person changes in their app how they are told of things and how their letters are set, while
 * what is their own is open. Every channel is told, so nobody quiets a stolen MitID unheard.
 */
import { accept, refuse } from '@open-mitid/kernel'
import { appendEvents } from '../ledger/index.ts'
import { changeOfWishes } from '../person/index.ts'
import { active, answerCall, type CallPorts } from './answer-call.ts'
import type { AnswerCall } from './call.ts'
import type { OwnWishes } from './own-wishes.ts'
import { profileOf } from './profile-of.ts'
import { isHistoryOpen } from './profile.ts'

type Ports = CallPorts & { readonly ownWishes: OwnWishes }

export function changeOwnWishes(ports: Ports): AnswerCall<'/api/wishes/change'> {
  const { ownWishes, random } = ports
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ownWishes.visit(id)),
      stands: active,
      decide({ caller: { chain, now }, wishes }, profile) {
        if (!isHistoryOpen(profile, now)) return { result: refuse({ kind: 'pin-needed' }) }
        const change = changeOfWishes(wishes, call.request, profile.id)
        if (!change) return { result: accept({ wishes }) }
        return {
          result: accept({ wishes: change.to }),
          events: appendEvents(chain, [change.draft], { random, now }),
          move: change.to,
        }
      },
    })
}
