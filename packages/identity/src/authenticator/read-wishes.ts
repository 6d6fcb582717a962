/** How a person wants to be told of things, and how their letters are set, shown to them in their app. */
import { accept } from '@open-mitid/kernel'
import { active, answerCall, type CallPorts } from './answer-call.ts'
import type { AnswerCall } from './call.ts'
import { openOwn } from './open-own.ts'
import type { OwnWishes } from './own-wishes.ts'
import type { PinServer } from './pin-server.ts'
import { profileOf } from './profile-of.ts'

type Ports = CallPorts & { readonly ownWishes: OwnWishes; readonly pinServer: PinServer }

/** It opens with the history: the same PIN, the same minutes. */
export function readWishes(ports: Ports): AnswerCall<'/api/wishes'> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.ownWishes.visit(id)),
      stands: active,
      decide: ({ caller, wishes }, before) => {
        const { open, ...after } = openOwn(ports, caller, before, call.request.ke3)
        return { result: open.ok ? accept({ wishes }) : open, ...after }
      },
    })
}
