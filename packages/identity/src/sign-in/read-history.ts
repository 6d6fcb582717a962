/** What the person has decided with this app, and every event about them; it opens after the PIN. */
import { accept, refuse } from '@open-mitid/kernel'
import {
  Digest,
  readOffer,
  type ChainedEvent,
  type HistoryEntry,
  type PhoneCalls,
} from '@open-mitid/protocol'
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
import {
  appendEvents,
  type AppendedEvents,
  type EventDraft,
  type LedgerEvent,
} from '../ledger/index.ts'
import type { Decided, HistoryVisit, SignIns } from './sign-ins.ts'

type Path = '/api/history'
type Ports = CallPorts & { readonly signIns: SignIns; readonly pinServer: PinServer }

export function readHistory(ports: Ports): AnswerCall<Path> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.signIns.visitHistory(id, call.request.before)),
      stands: active,
      decide: (found, profile) => decide(ports, found, profile, call.request),
    })
}

function decide(
  { random, pinServer }: Ports,
  found: HistoryVisit,
  before: ActiveProfile,
  { ke3, before: page }: PhoneCalls[Path]['request'],
): Decision<Path, never> {
  const { chain, now } = found.caller
  if (ke3 === undefined)
    return isHistoryOpen(before, now)
      ? show(found, before, appendEvents(chain, [], { random, now }), page)
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
  return show(found, openHistory(profile, now), events, page)
}

/** What this very call adds to the chain belongs to the newest page. */
function show(
  { caller, decided, told }: HistoryVisit,
  profile: ActiveProfile,
  events: AppendedEvents,
  page: number | undefined,
): Decision<Path, never> {
  const { n, head } = events.head
  const all = page === undefined ? [...events.entries.toReversed(), ...told] : told
  const prev = all.at(-1)?.prev ?? caller.chain.head
  return {
    result: accept({
      entries: page === undefined ? decided.map(entryOf) : [],
      subject: caller.person.id,
      events: all.map(eventOf),
      prev: Digest.from(prev),
      n,
      head: Digest.from(head),
    }),
    profile,
    events,
  }
}

function eventOf({ id, n, type, at, actor, body, salt }: LedgerEvent): ChainedEvent {
  return { id, n, type, at, actor, body, salt: Digest.from(salt) }
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
