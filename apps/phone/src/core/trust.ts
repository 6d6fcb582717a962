/**
 * Which keys the operator signs offers with, as far as this profile knows. The list is fetched when
 * the profile begins and once a day, and what was known once never changes: a server that tells
 * another key in the place of a known one is found out. See docs/decisions/what-the-app-checks.md.
 */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import { EvidenceKeys, verifyEs256, verifyOffer, type VerifiedOffer } from '@open-mitid/protocol'
import type { Calls } from './calls.ts'
import { readPublished, Unreachable, type Line } from './exchange.ts'
import { openMemory, type KeptKeys, type ProfileMemory } from './memory.ts'
import type { PhoneStore } from './store.ts'

/** An offer that no key of the operator has signed for this profile, or keys that have changed. */
export type Untrusted = { readonly kind: 'untrusted' }

export type Trust = {
  /** Learns the keys for the first time, where they can be had now. */
  readonly begin: (id: string) => Promise<void>
  readonly offers: (
    id: string,
    texts: readonly string[],
  ) => Promise<Result<readonly VerifiedOffer[], Untrusted>>
}

type Active = Extract<ProfileMemory, { stage: 'active' }>

/** Seconds after which a key's end may have been announced that this profile has not heard of. */
const day = 24 * 60 * 60

export function trust(store: PhoneStore, line: Line, { note }: Calls): Trust {
  const learn = async (id: string, kept: KeptKeys | undefined) => {
    const told = EvidenceKeys.parse(await readPublished(line, '/evidence-keys.json'))
    if (!told) throw new Unreachable('the keys cannot be read')
    const list = kept ? EvidenceKeys.join(kept.list, told) : told
    if (!list) return refuse({ kind: 'untrusted' } as const)
    const keys = { list, at: line.clock.now() }
    await note(id, (memory) => (memory.stage === 'active' ? { ...memory, keys } : memory))
    return accept(keys)
  }

  return {
    async begin(id) {
      await learn(id, undefined).catch((fault: unknown) => {
        if (!(fault instanceof Unreachable)) throw fault
      })
    },

    async offers(id, texts) {
      if (texts.length === 0) return accept([])
      const memory = await activeMemory(store, id)
      if (!memory) return refuse({ kind: 'untrusted' })
      const { profile, keys: kept } = memory
      const fresh = kept && Math.abs(line.clock.now() - kept.at) < day
      const verified = fresh ? verifyAll(texts, profile, kept.list) : undefined
      if (verified) return accept(verified)
      // A key that has begun since, or an end that was announced.
      const learnt = await learn(id, kept)
      if (!learnt.ok) return learnt
      const again = verifyAll(texts, profile, learnt.value.list)
      return again ? accept(again) : refuse({ kind: 'untrusted' })
    },
  }
}

function verifyAll(
  texts: readonly string[],
  profile: string,
  keys: EvidenceKeys,
): readonly VerifiedOffer[] | undefined {
  const verified: VerifiedOffer[] = []
  for (const text of texts) {
    const offer = verifyOffer(text, { keys, verify: verifyEs256 })
    if (!offer.ok || offer.value.content.aud !== profile) return undefined
    verified.push(offer.value)
  }
  return verified
}

async function activeMemory(store: PhoneStore, id: string): Promise<Active | undefined> {
  const stored = await store.read(id)
  const memory = stored && (await openMemory(stored))
  return memory?.stage === 'active' ? memory : undefined
}
