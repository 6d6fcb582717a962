/** What the person has decided with this app, and every event about them; it opens after the PIN. */
import { accept } from '@open-mitid/kernel'
import { Digest, readOffer, type ChainedEvent, type HistoryEntry } from '@open-mitid/protocol'
import {
  active,
  answerCall,
  openOwn,
  profileOf,
  type ActiveProfile,
  type AnswerCall,
  type CallPorts,
  type Decision,
  type PinServer,
} from '../authenticator/index.ts'
import type { AppendedEvents, LedgerEvent } from '../ledger/index.ts'
import type { Decided, HistoryVisit, SignIns } from './sign-ins.ts'

type Path = '/api/history'
type Ports = CallPorts & { readonly signIns: SignIns; readonly pinServer: PinServer }

export function readHistory(ports: Ports): AnswerCall<Path> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.signIns.visitHistory(id, call.request.before)),
      stands: active,
      decide: (found, before) => {
        const { open, ...after } = openOwn(ports, found.caller, before, call.request.ke3)
        return open.ok ? show(found, after, call.request.before) : { result: open, ...after }
      },
    })
}

/** What this very call adds to the chain belongs to the newest page. */
function show(
  { caller, decided, told }: HistoryVisit,
  { profile, events }: { readonly profile: ActiveProfile; readonly events: AppendedEvents },
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
