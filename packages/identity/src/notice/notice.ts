/** What a person is always told (product §C), and over which of their channels. */
import { idOf, type Id, type Instant } from '@open-mitid/kernel'
import type { ToldEventType } from '../ledger/index.ts'
import type { ContactId } from '../person/index.ts'

export type NoticeId = Id<'ntc'>
export const NoticeId = idOf('ntc')

/**
 * `all`: every channel, also one that this very event replaced, since whoever took a contact over
 * must not keep its owner from hearing of it. `two`: the two that have been the person's longest.
 */
type Channels = 'all' | 'two'

const rules: Readonly<Record<ToldEventType, Channels>> = {
  'contact-added': 'all',
  'contact-changed': 'all',
  'app-activated': 'all',
  'app-suspended': 'all',
  'app-removed': 'all',
  'pin-blocked': 'all',
  'pin-changed': 'all',
  'password-set': 'all',
  'device-ordered': 'all',
  'device-sent': 'two',
  'device-activated': 'all',
  'device-suspended': 'all',
  'device-reopened': 'all',
  'device-revoked': 'all',
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
export function recipients({ type, at, channels }: ToldEvent): readonly ContactId[] {
  const all = rules[type] === 'all'
  const reached = channels
    .filter(({ replacedAt }) => replacedAt === undefined || (all && replacedAt >= at))
    .toSorted((one, other) => one.verifiedAt - other.verifiedAt)
    .map(({ contact }) => contact)
  return all ? reached : reached.slice(0, 2)
}
