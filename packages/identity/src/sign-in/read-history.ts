/** What the person has decided with this app, and every event about them; it opens after the PIN. */
import { accept, refuse } from '@open-mitid/kernel'
import { Digest, readOffer, type HistoryEntry } from '@open-mitid/protocol'
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
import type { Decided, HistoryVisit, SignIns } from './sign-ins.ts'

type Path = '/api/history'
type Ports = CallPorts & { readonly signIns: SignIns; readonly pinServer: PinServer }

export function readHistory(ports: Ports): AnswerCall<Path> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.signIns.visitHistory(id)),
      stands: active,
      decide: (found, profile) => decide(ports, found, profile, call.request.ke3),
    })
}

function decide(
  { random, pinServer }: Ports,
  found: HistoryVisit,
  before: ActiveProfile,
  ke3: string | undefined,
): Decision<Path, never> {
  const { chain, now } = found.caller
  if (ke3 === undefined)
    return isHistoryOpen(before, now)
      ? show(found, before, appendEvents(chain, [], { random, now }))
      : { result: refuse({ kind: 'pin-needed' }) }
  const tried = finishPinTry(pinServer, before, { ke3, purpose: 'history' }, now)
  const { profile, drafts, proof } = tried
  if (!proof.ok)
    return { result: proof, profile, events: appendEvents(chain, drafts, { random, now }) }
  const opened: EventDraft = {
    type: 'history-opened',
    actor: profile.id,
    body: { profile: profile.id },
  }
  const events = appendEvents(chain, [...drafts, opened], { random, now })
  return show(found, openHistory(profile, now), events)
}

function show(
  { decided, told }: HistoryVisit,
  profile: ActiveProfile,
  events: ReturnType<typeof appendEvents>,
): Decision<Path, never> {
  const { n, head } = events.head
  const entries = decided.map(entryOf)
  return {
    result: accept({ entries, events: told, n, head: Digest.from(head) }),
    profile,
    events,
  }
}

function entryOf({ offer: text, decision, at }: Decided): HistoryEntry {
  const offer = readOffer(text)
  if (!offer.ok) throw new Error('a stored offer cannot be read')
  const { offer_id, service, kind, display } = offer.value.content
  const { title, lines } = display
  return {
    offer_id,
    service: service.name,
    domain: service.domain,
    kind,
    ...(title === undefined ? {} : { title }),
    lines,
    decision,
    at,
  }
}
