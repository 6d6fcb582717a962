/** The browsers that count, or are about to count, as known to a person (protocols §4, step 8). */
import { accept, refuse } from '@open-mitid/kernel'
import {
  active,
  answerCall,
  finishPinTry,
  isHistoryOpen,
  openHistory,
  profileOf,
  type ActiveProfile,
  type AnswerCall,
  type CallPorts,
  type Decision,
  type PinServer,
} from '../authenticator/index.ts'
import { appendEvents, type EventDraft } from '../ledger/index.ts'
import type { BrowsersVisit, SignIns } from './sign-ins.ts'

type Path = '/api/browsers'
type Ports = CallPorts & { readonly signIns: SignIns; readonly pinServer: PinServer }

/** It opens with the history: the same PIN, the same minutes. */
export function readBrowsers(ports: Ports): AnswerCall<Path> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.signIns.visitBrowsers(id)),
      stands: active,
      decide: (found, profile) => decide(ports, found, profile, call.request.ke3),
    })
}

function decide(
  { random, pinServer }: Ports,
  { caller: { chain, now }, browsers }: BrowsersVisit,
  before: ActiveProfile,
  ke3: string | undefined,
): Decision<Path, never> {
  const result = accept({ browsers })
  if (ke3 === undefined)
    return isHistoryOpen(before, now) ? { result } : { result: refuse({ kind: 'pin-needed' }) }
  const { profile, drafts, proof } = finishPinTry(
    pinServer,
    before,
    { ke3, purpose: 'history' },
    now,
  )
  if (!proof.ok)
    return { result: proof, profile, events: appendEvents(chain, drafts, { random, now }) }
  const body = { profile: profile.id }
  const opened: EventDraft = { type: 'history-opened', actor: profile.id, body }
  const events = appendEvents(chain, [...drafts, opened], { random, now })
  return { result, profile: openHistory(profile, now), events }
}
