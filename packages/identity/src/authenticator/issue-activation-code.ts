/** A person is given the first of the two codes that activate an app (product §A). */
import {
  accept,
  Instant,
  refuse,
  utf8,
  type Bytes,
  type Random,
  type UseCase,
} from '@open-mitid/kernel'
import { ActivationCode } from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'
import { LetterId, type Letter } from '../letter/index.ts'
import { appendEvents, type Actor, type EventDraft } from '../ledger/index.ts'
import { mayReceiveCodes, type PersonId, type UserId } from '../person/index.ts'
import {
  ActivationId,
  codeLives,
  type Activation,
  type CodeChannel,
  type EndedActivation,
  type IssuedActivation,
} from './activation.ts'
import type { Activations, FoundForIssue } from './activations.ts'

export type IssueActivationCode = {
  readonly person: { readonly id: PersonId } | { readonly userId: UserId }
  readonly channel: CodeChannel
  /** The person, from a page on which they are known; the operator where nobody is named. */
  readonly actor?: PersonId
}
export type IssuedActivationCode = {
  readonly code: ActivationCode
  readonly expiresAt: Instant
  readonly now: Instant
  readonly activeApps: number
}
/**
 * `no-contact`: no phone number or e-mail address may receive the second code today, and no letter
 * that the first did not come by. `no-address`: nobody knows where a letter would go.
 */
export type IssueActivationCodeRefusal = {
  readonly kind:
    'person-unknown' | 'person-blocked' | 'too-many-apps' | 'no-contact' | 'no-address' | 'busy'
}
type Ports = { readonly activations: Activations; readonly mac: Mac; readonly random: Random }

/** Up to three active apps (product §A). */
export const mostApps = 3
const tries = 5

export function issueActivationCode(
  ports: Ports,
): UseCase<IssueActivationCode, IssuedActivationCode, IssueActivationCodeRefusal> {
  const { activations, random } = ports
  return async ({ person, channel, ...by }) => {
    const actor: Actor = by.actor ?? 'operator'
    for (let left = tries; left > 0; left -= 1) {
      const found = await activations.findForIssue(person)
      if (!found) return refuse({ kind: 'person-unknown' })
      const { now, chain } = found
      if (found.person.state === 'blocked') return refuse({ kind: 'person-blocked' })
      if (found.activeApps >= mostApps) return refuse({ kind: 'too-many-apps' })
      if (!secondCodeReaches(found, channel)) return refuse({ kind: 'no-contact' })
      if (channel === 'letter' && !found.addressed) return refuse({ kind: 'no-address' })
      const { code, codeMac, issued } = await newActivation(ports, found.person.id, channel, now)
      const { expiresAt } = issued
      const told: EventDraft = {
        type: 'activation-code-issued',
        actor,
        body: { channel, expires_at: expiresAt },
      }
      const { drafts, ended } = replaced(found.unfinished, actor)
      const events = appendEvents(chain, [...drafts, told], { random, now })
      const letter = channel === 'letter' ? letterWith(code, found, random) : undefined
      if (await found.write({ activation: issued, codeMac, ended, events, letter }))
        return accept({ code, expiresAt, now, activeApps: found.activeApps })
    }
    return refuse({ kind: 'busy' })
  }
}

/** Whether the second code can come another way than the first. */
export function secondCodeReaches(
  { contacts, addressed, now }: Pick<FoundForIssue, 'contacts' | 'addressed' | 'now'>,
  channel: CodeChannel,
): boolean {
  const byContact = contacts.some((contact) => mayReceiveCodes(contact, now))
  return byContact || (addressed && channel !== 'letter')
}

/** A new first code, and the activation that it opens. */
export async function newActivation(
  { mac, random }: Pick<Ports, 'mac' | 'random'>,
  person: PersonId,
  channel: CodeChannel,
  now: Instant,
): Promise<{
  readonly code: ActivationCode
  readonly codeMac: Bytes
  readonly issued: IssuedActivation
}> {
  const code = ActivationCode.make(random)
  const expiresAt = Instant.plus(now, codeLives[channel])
  const id = ActivationId.make(random)
  const codeMac = await activationCodeMac(mac, code)
  return { code, codeMac, issued: { id, person, channel, state: 'issued', expiresAt } }
}

/** The blind index by which a first code is found: the code itself is stored nowhere. */
export function activationCodeMac(mac: Mac, code: ActivationCode): Promise<Bytes> {
  return mac('activation-code', utf8(code))
}

/** A new code ends the activations that are not finished. */
export function replaced(
  unfinished: readonly Activation[],
  actor: Actor,
): { readonly drafts: readonly EventDraft[]; readonly ended: readonly EndedActivation[] } {
  return {
    drafts: unfinished.flatMap((old) => replacedEvents(old, actor)),
    ended: unfinished.map(({ id, person, channel }) => ({ id, person, channel, state: 'ended' })),
  }
}

function replacedEvents(old: Activation, actor: Actor): readonly EventDraft[] {
  if (!('profile' in old)) return []
  const body = { profile: old.profile, reason: 'replaced' } as const
  return [{ type: 'activation-ended', actor, body }]
}

function letterWith(
  code: ActivationCode,
  { person, letterStyle: style }: FoundForIssue,
  random: Random,
): Letter {
  const content = { kind: 'activation-code', code } as const
  return { id: LetterId.make(random), person: person.id, style, content }
}
