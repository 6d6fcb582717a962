/**
 * What somebody may do who has proved again whose MitID it is (product §C): each thing is an event
 * of its own, decided anew where the person's chain has grown.
 */
import { accept, refuse, type Random, type Result } from '@open-mitid/kernel'
import { appendEvents, type EventDraft } from '../ledger/index.ts'
import type { FoundRegaining, Regainings } from './regainings.ts'

export type RegainRefusal = { readonly kind: 'proof-unknown' | 'proof-moved-on' }
export type RegainPorts = { readonly regainings: Regainings; readonly random: Random }

export type Regained<Value> = {
  /** None where it was done before. */
  readonly drafts: readonly EventDraft[]
  readonly change?: Omit<Parameters<FoundRegaining['write']>[0], 'events'>
  readonly value: Value
}

const tries = 5

export async function regain<Value, Refusal>(
  { regainings, random }: RegainPorts,
  token: string,
  decide: (found: FoundRegaining) => Promise<Result<Regained<Value>, Refusal>>,
): Promise<Result<Value, Refusal | RegainRefusal>> {
  for (let left = tries; left > 0; left -= 1) {
    const found = await regainings.find(token)
    if (!found) return refuse({ kind: 'proof-unknown' })
    // Once the app that it led to is active, or the MitID is blocked, it is good for nothing.
    if (found.gave === 'used' || found.person.state === 'blocked')
      return refuse({ kind: 'proof-moved-on' })
    const decided = await decide(found)
    if (!decided.ok) return decided
    const { drafts, change, value } = decided.value
    if (drafts.length === 0) return accept(value)
    const events = appendEvents(found.chain, drafts, { random, now: found.now })
    if (await found.write({ ...change, events })) return accept(value)
  }
  throw new Error('a chain that grows faster than it can be added to')
}
