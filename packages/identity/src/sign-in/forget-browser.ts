/**
 * A person takes a browser off those that count as known to them, also before it does: this is how
 * they object in the time after the notice (protocols §4, step 8). What is no longer there is forgotten.
 */
import { accept, refuse } from '@open-mitid/kernel'
import {
  active,
  answerCall,
  isHistoryOpen,
  profileOf,
  type AnswerCall,
  type CallPorts,
} from '../authenticator/index.ts'
import { appendEvents } from '../ledger/index.ts'
import type { SignIns } from './sign-ins.ts'

type Ports = CallPorts & { readonly signIns: SignIns }

export function forgetBrowser(ports: Ports): AnswerCall<'/api/browsers/forget'> {
  const { random } = ports
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.signIns.visitBrowsers(id)),
      stands: active,
      decide({ caller: { chain, now }, browsers }, profile) {
        if (!isHistoryOpen(profile, now)) return { result: refuse({ kind: 'pin-needed' }) }
        const { sign_in, reason } = call.request
        const found = browsers.find((browser) => browser.sign_in === sign_in)
        if (!found) return { result: accept({}) }
        const body = { sign_in, browser: found.browser ?? '', reason }
        return {
          result: accept({}),
          events: appendEvents(chain, [{ type: 'browser-forgotten', actor: profile.id, body }], {
            random,
            now,
          }),
          move: { forget: sign_in },
        }
      },
    })
}
