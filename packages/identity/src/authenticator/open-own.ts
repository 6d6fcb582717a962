/** What is a person's own in the app opens with the PIN, and stands open for minutes (protocols §7, invariant 14). */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import type { PhoneRefusal } from '@open-mitid/protocol'
import { appendEvents, type AppendedEvents, type EventDraft } from '../ledger/index.ts'
import type { CallPorts } from './answer-call.ts'
import type { Caller } from './call.ts'
import { finishPinTry } from './pin-proof.ts'
import type { PinServer } from './pin-server.ts'
import { isHistoryOpen, openHistory, type ActiveProfile } from './profile.ts'

type Ports = Pick<CallPorts, 'random'> & { readonly pinServer: PinServer }

type Tried = {
  readonly open: Result<undefined, PhoneRefusal>
  /** Profile and chain after it, a wrong PIN counted. */
  readonly profile: ActiveProfile
  readonly events: AppendedEvents
}

export function openOwn(
  { random, pinServer }: Ports,
  { chain, now }: Pick<Caller, 'chain' | 'now'>,
  before: ActiveProfile,
  ke3: string | undefined,
): Tried {
  const append = (drafts: readonly EventDraft[]) => appendEvents(chain, drafts, { random, now })
  if (ke3 === undefined) {
    const open = isHistoryOpen(before, now) ? accept(undefined) : refuse({ kind: 'pin-needed' })
    return { open, profile: before, events: append([]) }
  }
  const tried = finishPinTry(pinServer, before, { ke3, purpose: 'history' }, now)
  const { profile, drafts, proof } = tried
  if (!proof.ok) return { open: proof, profile, events: append(drafts) }
  const body = { profile: profile.id }
  const opened: EventDraft = { type: 'history-opened', actor: profile.id, body }
  return {
    open: accept(undefined),
    profile: openHistory(profile, now),
    events: append([...drafts, opened]),
  }
}
