/**
 * A link to the owner of a user ID goes out (protocols §4): here it is found whether there is one,
 * long after the page that asked was answered.
 */
import type { Id, Instant, Random } from '@open-mitid/kernel'
import type { Language, TypedCode } from '@open-mitid/protocol'
import { appendEvents, type AppendedEvents, type ChainHead } from '../ledger/index.ts'
import { masked, mayReceiveCodes, type Contact, type PersonId } from '../person/index.ts'
import { carry, type Carriers } from './channels.ts'
import type { Imprint } from './notice-text.ts'
import { ownerLinkText } from './owner-link-text.ts'

export type WaitingOwnerLink = {
  readonly now: Instant
  readonly until: Instant
  readonly token: string
  readonly code: TypedCode
  /** Undefined where nobody has a password under the user ID, or their MitID is blocked. */
  readonly owner:
    | {
        readonly person: PersonId
        readonly language: Language
        readonly contacts: readonly Contact[]
        readonly chain: ChainHead
      }
    | undefined
  /**
   * It waits no more, and its secrets are kept nowhere; false where the person's chain has grown
   * since.
   */
  readonly settle: (events: AppendedEvents | undefined) => Promise<boolean>
}

export type WaitingOwnerLinks = { find(id: Id<'msg'>): Promise<WaitingOwnerLink | undefined> }

const tries = 5

/** Throws where no carrier took it: the job is tried again while the link lives. */
export function sendOwnerLink(ports: {
  ownerLinks: WaitingOwnerLinks
  carriers: Carriers
  imprint: Imprint
  /** The address to which the secret is added as a fragment. */
  ownerPage: string
  random: Random
}): (id: Id<'msg'>) => Promise<void> {
  return async (id) => {
    let told: Contact | undefined
    for (let left = tries; left > 0; left -= 1) {
      const found = await ports.ownerLinks.find(id)
      if (!found) return
      const { owner, now, until } = found
      if (owner && now < until) told ??= await tell(ports, id, found, channelsOf(owner, now))
      if (await found.settle(told && owner && sentEvents(ports.random, owner, told, now))) return
    }
    throw new Error('an owner’s link was sent and could not be noted')
  }
}

/** Mail first, which may be read anywhere; a contact that is new receives nothing of the kind. */
function channelsOf(
  { contacts }: NonNullable<WaitingOwnerLink['owner']>,
  now: Instant,
): readonly Contact[] {
  const able = contacts.filter((contact) => mayReceiveCodes(contact, now))
  return [
    ...able.filter(({ channel }) => channel === 'email'),
    ...able.filter(({ channel }) => channel === 'sms'),
  ]
}

/** The first that takes it. */
async function tell(
  { carriers, imprint, ownerPage }: Omit<Parameters<typeof sendOwnerLink>[0], 'random'>,
  id: Id<'msg'>,
  { code, token, until, owner }: WaitingOwnerLink,
  channels: readonly Contact[],
): Promise<Contact | undefined> {
  const language = owner?.language ?? 'da'
  const text = ownerLinkText({ code, language, until }, `${ownerPage}#${token}`, imprint)
  const faults: Error[] = []
  for (const contact of channels) {
    const fault = await carry(carriers, id, contact, text).then(() => undefined, faultOf)
    if (!fault) return contact
    faults.push(fault)
  }
  if (faults.length > 0) throw new AggregateError(faults, 'no carrier took an owner’s link')
  return undefined
}

function faultOf(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error('a carrier failed')
}

function sentEvents(
  random: Random,
  { chain }: NonNullable<WaitingOwnerLink['owner']>,
  contact: Contact,
  now: Instant,
): AppendedEvents {
  const body = { channel: contact.channel, to: masked(contact) }
  return appendEvents(chain, [{ type: 'owner-link-sent', actor: 'system', body }], { random, now })
}
