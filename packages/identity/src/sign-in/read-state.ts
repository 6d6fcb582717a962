/** How a profile stands, and what it has claimed and not yet answered. */
import { accept } from '@open-mitid/kernel'
import { Digest } from '@open-mitid/protocol'
import {
  active,
  answerCall,
  PinTries,
  profileOf,
  wait,
  type AnswerCall,
  type CallPorts,
} from '../authenticator/index.ts'
import type { SignIns } from './sign-ins.ts'

type Ports = CallPorts & { readonly signIns: SignIns }

export function readState(ports: Ports): AnswerCall<'/api/state'> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.signIns.visitState(id)),
      stands: active,
      decide({ caller: { chain, now }, waiting, otherApps }, { pin }) {
        const { waitUntil } = pin.tries
        const waits = waitUntil !== undefined && now < waitUntil ? wait(pin.tries) : {}
        return {
          result: accept({
            n: chain.n,
            head: Digest.from(chain.head),
            waiting: waiting.map(({ offer, expiresAt }) => ({ offer, expires_at: expiresAt })),
            spare: otherApps > 0,
            last_authenticator: otherApps === 0,
            pin_epoch: pin.epoch,
            tries_left: PinTries.left(pin.tries, now),
            ...waits,
          }),
        }
      },
    })
}
