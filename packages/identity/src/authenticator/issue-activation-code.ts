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
import { appendEvents, type EventDraft } from '../ledger/index.ts'
import { mayReceiveCodes, type PersonId, type UserId } from '../person/index.ts'
import { ActivationId, codeLives, type Activation, type CodeChannel } from './activation.ts'
import type { Activations } from './activations.ts'

export type IssueActivationCode = {
  readonly person: { readonly id: PersonId } | { readonly userId: UserId }
  readonly channel: CodeChannel
}
export type IssuedActivationCode = { readonly code: ActivationCode; readonly expiresAt: Instant }
/** `no-contact`: no phone number or e-mail address may receive the second code today. */
export type IssueActivationCodeRefusal = {
  readonly kind: 'person-unknown' | 'person-blocked' | 'too-many-apps' | 'no-contact' | 'busy'
}
type Ports = { readonly activations: Activations; readonly mac: Mac; readonly random: Random }

/** Up to three active apps (product §A). */
export const mostApps = 3
const tries = 5

export function issueActivationCode({
  activations,
  mac,
  random,
}: Ports): UseCase<IssueActivationCode, IssuedActivationCode, IssueActivationCodeRefusal> {
  return async ({ person, channel }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await activations.findForIssue(person)
      if (!found) return refuse({ kind: 'person-unknown' })
      const { now, chain } = found
      if (found.person.state === 'blocked') return refuse({ kind: 'person-blocked' })
      if (found.activeApps >= mostApps) return refuse({ kind: 'too-many-apps' })
      if (!found.contacts.some((contact) => mayReceiveCodes(contact, now)))
        return refuse({ kind: 'no-contact' })
      const code = ActivationCode.make(random)
      const expiresAt = Instant.plus(now, codeLives[channel])
      const activation = {
        id: ActivationId.make(random),
        person: found.person.id,
        channel,
        state: 'issued',
        expiresAt,
      } as const
      const issued: EventDraft = {
        type: 'activation-code-issued',
        actor: 'operator',
        body: { channel, expires_at: expiresAt },
      }
      const replaced = found.unfinished.flatMap(replacedEvents)
      const events = appendEvents(chain, [...replaced, issued], { random, now })
      const ended = found.unfinished.map(end)
      const codeMac = await activationCodeMac(mac, code)
      if (await found.write({ activation, codeMac, ended, events }))
        return accept({ code, expiresAt })
    }
    return refuse({ kind: 'busy' })
  }
}

/** The blind index by which a first code is found: the code itself is stored nowhere. */
export function activationCodeMac(mac: Mac, code: ActivationCode): Promise<Bytes> {
  return mac('activation-code', utf8(code))
}

function end({ id, person, channel }: Activation) {
  return { id, person, channel, state: 'ended' } as const
}

function replacedEvents(old: Activation): readonly EventDraft[] {
  if (!('profile' in old)) return []
  const body = { profile: old.profile, reason: 'replaced' } as const
  return [{ type: 'activation-ended', actor: 'operator', body }]
}
