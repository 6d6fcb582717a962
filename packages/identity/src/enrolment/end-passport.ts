/**
 * A proof by passport comes to its end: whoever has a MitID and is named by the passport sees it
 * as an event, in the statement that moves the proof (protocols §5).
 */
import { accept, refuse, type Random, type Result } from '@open-mitid/kernel'
import { appendEvents, type EventBodies, type EventDraft } from '../ledger/index.ts'
import type { CprNumber, Person, Persons } from '../person/index.ts'
import { refused, type InspectedPassport, type PassportProof } from './passport-proof.ts'
import type { PassportProofs } from './passport-proofs.ts'
import type { PassportRefusal } from './passport-refusal.ts'

export type EndingPorts = {
  readonly passportProofs: PassportProofs
  readonly persons: Persons
  readonly random: Random
}

/** What becomes of a proof, and what its person is told of it. */
export type Ending<To extends PassportProof> = {
  readonly to: To
  readonly drafts: readonly EventDraft[]
}

const tries = 5

/** `decide` is given the person with this number, where there is one: again where their chain grew. */
export async function endPassport<To extends PassportProof>(
  { passportProofs, persons, random }: EndingPorts,
  from: PassportProof,
  cpr: CprNumber | undefined,
  decide: (person: Person | undefined) => Ending<To>,
): Promise<Result<To, { readonly kind: 'proof-moved-on' }>> {
  for (let left = tries; left > 0; left -= 1) {
    const found = cpr === undefined ? undefined : await persons.find({ cpr })
    const { to, drafts } = decide(found?.person)
    if (!found || drafts.length === 0)
      return (await passportProofs.move(from, to)) ? accept(to) : refuse({ kind: 'proof-moved-on' })
    const { person, chain, now } = found
    const events = appendEvents(chain, drafts, { random, now })
    const moved = await passportProofs.moveTelling(from, to, { person: person.id, events })
    if (moved.ok) return accept(to)
    if (moved.refusal.kind === 'proof-moved-on') return refuse({ kind: 'proof-moved-on' })
  }
  throw new Error('a chain that grows faster than the end of a proof can be written to it')
}

type TurnedAway = EventBodies['passport-turned-away']['reason']

/** Whoever shows another's passport learns nothing of them; its holder hears of it. */
export async function turnAway(
  ports: EndingPorts,
  proof: InspectedPassport,
  reason: TurnedAway & PassportRefusal,
): Promise<
  Result<
    never,
    | { readonly kind: 'passport'; readonly reason: PassportRefusal }
    | { readonly kind: 'proof-moved-on' }
  >
> {
  const ended = await endPassport(ports, proof, proof.holder.cpr, () => ({
    to: refused(proof, reason, proof.checks),
    drafts: [turnedAway(proof, reason)],
  }))
  return ended.ok ? refuse({ kind: 'passport', reason }) : ended
}

export function turnedAway({ purpose }: InspectedPassport, reason: TurnedAway): EventDraft {
  return { type: 'passport-turned-away', actor: 'system', body: { purpose, reason } }
}
