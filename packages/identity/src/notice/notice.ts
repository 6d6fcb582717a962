/** What a person is always told (product §C), and over which of their channels. */
import { idOf, type Id, type Instant } from '@open-mitid/kernel'
import type { ToldEventType } from '../ledger/index.ts'
import type { ContactId } from '../person/index.ts'

export type NoticeId = Id<'ntc'>
export const NoticeId = idOf('ntc')

/**
 * `all`: every channel, also one that this very event replaced, since whoever took a contact over
 * must not keep its owner from hearing of it. `two`: the two that have been the person's longest.
 * Whom none of them reaches is told by letter; `use` is not worth one, and `letter` always is. Of
 * `letter-itself` a letter is on its way already: nobody is written to about a letter.
 */
type Way = 'all' | 'all-and-letter' | 'two' | 'letter-itself' | 'use'

const rules: Readonly<Record<ToldEventType, Way>> = {
  'identity-proved-again': 'all',
  'passport-turned-away': 'all',
  'user-id-shown': 'all',
  'contact-added': 'all',
  'contact-changed': 'all',
  'app-activated': 'all',
  'app-suspended': 'all',
  'app-removed': 'all',
  'pin-blocked': 'all',
  'pin-changed': 'all',
  'pin-reset': 'all',
  'password-set': 'all',
  'device-ordered': 'all',
  'device-sent': 'letter-itself',
  'device-code-renewed': 'letter-itself',
  'password-code-sent': 'letter-itself',
  'device-activated': 'all',
  'device-suspended': 'all',
  'device-reopened': 'all',
  'device-revoked': 'all',
  'user-id-changed': 'all-and-letter',
  'wishes-changed': 'all',
  'sign-in-completed': 'use',
  'new-browser-used': 'two',
  'browser-remembered': 'two',
  'browser-forgotten': 'two',
  'browser-known': 'two',
}

export type Channel = {
  readonly contact: ContactId
  readonly verifiedAt: Instant
  /** Until when it was the person's, where it is no more. */
  readonly replacedAt: Instant | undefined
}

export type ToldEvent = {
  readonly type: ToldEventType
  readonly at: Instant
  readonly channels: readonly Channel[]
}

/** The contacts that are told of the event. */
export function recipients(event: ToldEvent): readonly ContactId[] {
  const able = reachable(event)
  return toldToAll(event.type) ? able : able.slice(0, wanted)
}

/** Whether there is more to do than to tell these contacts. */
export function needsMore({ type }: Pick<ToldEvent, 'type'>, to: readonly ContactId[]): boolean {
  return rules[type] === 'all-and-letter' || (to.length === 0 && !lettersSpared.has(rules[type]))
}

const lettersSpared: ReadonlySet<Way> = new Set(['use', 'letter-itself'])

/** One contact that was to be told, and whether it cannot be. */
export type Attempt = { readonly contact: ContactId; readonly failed: boolean }

/**
 * What is to be done where a contact could not be told, or there was none: the next contact takes
 * the place of the one that failed, and a letter that of the last.
 */
export function otherwise(
  event: ToldEvent,
  attempts: readonly Attempt[],
): { readonly to: readonly ContactId[]; readonly letter: boolean } {
  const living = attempts.filter(({ failed }) => !failed).length
  const tried = new Set(attempts.map(({ contact }) => contact))
  const to = reachable(event)
    .filter((contact) => !tried.has(contact))
    .slice(0, Math.max(0, wanted - living))
  const letter = needsMore(event, []) && living + to.length === 0
  return { to, letter: letter || rules[event.type] === 'all-and-letter' }
}

/** "Over two channels where there are two" (product §C). */
const wanted = 2

function toldToAll(type: ToldEventType): boolean {
  return rules[type] !== 'two' && rules[type] !== 'use'
}

/** The longest the person's first: whoever added a contact last is the least known. */
function reachable({ type, at, channels }: ToldEvent): readonly ContactId[] {
  return channels
    .filter(({ replacedAt }) => replacedAt === undefined || (toldToAll(type) && replacedAt >= at))
    .toSorted((one, other) => one.verifiedAt - other.verifiedAt)
    .map(({ contact }) => contact)
}
