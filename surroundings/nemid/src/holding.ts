/** What NemID keeps about each holder: cards, the number that waits for its key, wrong tries. */
import type { Random } from '@open-mitid/kernel'
import { keepIn } from '@open-mitid/ui/site'
import { z } from 'zod'
import { Card, left, lowAt, makeCard, nextNumber } from './card.ts'
import type { Holder } from './holder.ts'
import { noTries, Tries } from './tries.ts'

const Holding = z.strictObject({
  /** Oldest first; what is asked comes from the oldest that has keys left. */
  cards: z.array(Card),
  /** Asked and not yet answered rightly: whoever goes away and comes back is asked the same. */
  asked: z.strictObject({ card: z.string(), number: z.string() }).optional(),
  tries: Tries,
})
export type Holding = z.infer<typeof Holding>
export type Asked = NonNullable<Holding['asked']>

export type Holdings = {
  readonly of: (holder: Holder) => Holding
  readonly keep: (holder: Holder, holding: Holding) => void
}

export function openHoldings(
  holders: readonly Holder[],
  folder: string | undefined,
  random: Random,
): Holdings {
  const All = z.record(z.string(), Holding)
  const kept = keepIn({
    folder,
    name: 'holdings.json',
    parse: (value) => All.parse(value),
    first: {},
  })
  const begin = ({ ways }: Holder): Holding => ({
    cards: ways.includes('card') ? [makeCard(random)] : [],
    tries: noTries,
  })
  const missing = holders.filter(({ key }) => !(key in kept.read()))
  if (missing.length > 0)
    kept.write({
      ...kept.read(),
      ...Object.fromEntries(missing.map((holder) => [holder.key, begin(holder)])),
    })
  return {
    of: (holder) => kept.read()[holder.key] ?? begin(holder),
    keep(holder, holding) {
      kept.write({ ...kept.read(), [holder.key]: holding })
    },
  }
}

/**
 * The holding with a number that is asked: the one that waits already, so that nobody pages through
 * a card by going away, or a new one. The next card is sent in good time.
 */
export function withAsked(holding: Holding, random: Random): Holding & { readonly asked: Asked } {
  if (holding.asked) return { ...holding, asked: holding.asked }
  const remaining = holding.cards.reduce((sum, card) => sum + left(card), 0)
  const cards = remaining <= lowAt ? [...holding.cards, makeCard(random)] : holding.cards
  for (const card of cards) {
    const number = nextNumber(card, random)
    if (number !== undefined) return { ...holding, cards, asked: { card: card.number, number } }
  }
  throw new Error('a card without keys was the last one')
}
