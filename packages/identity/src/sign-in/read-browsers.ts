/** The browsers that count, or are about to count, as known to a person (protocols §4, step 8). */
import { accept } from '@open-mitid/kernel'
import {
  active,
  answerCall,
  openOwn,
  profileOf,
  type AnswerCall,
  type CallPorts,
  type PinServer,
} from '../authenticator/index.ts'
import type { SignIns } from './sign-ins.ts'

type Ports = CallPorts & { readonly signIns: SignIns; readonly pinServer: PinServer }

/** It opens with the history: the same PIN, the same minutes. */
export function readBrowsers(ports: Ports): AnswerCall<'/api/browsers'> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.signIns.visitBrowsers(id)),
      stands: active,
      decide: ({ caller, browsers }, before) => {
        const { open, ...after } = openOwn(ports, caller, before, call.request.ke3)
        return { result: open.ok ? accept({ browsers }) : open, ...after }
      },
    })
}
