/** The code card: 148 keys, each printed beside a number, asked for once and never again. */
import type { Random } from '@open-mitid/kernel'
import { z } from 'zod'

export const Card = z.strictObject({
  /** As printed at its top, so that a person with two knows which is meant. */
  number: z.string(),
  /** Number of four digits -> key of six. */
  keys: z.record(z.string(), z.string()),
  /** Numbers that were answered rightly. */
  used: z.array(z.string()),
})
export type Card = z.infer<typeof Card>

export const keysOnACard = 148
/** When so many are left, the next card is sent. */
export const lowAt = 20

export function makeCard(random: Random): Card {
  const numbers = new Set<string>()
  while (numbers.size < keysOnACard) numbers.add(digits(random, 4))
  const keys = [...numbers].map((number) => [number, digits(random, 6)] as const)
  const letter = String.fromCharCode(65 + below(26, random))
  const name = `${letter}${digits(random, 3)}-${digits(random, 3)}-${digits(random, 3)}`
  return { number: name, keys: Object.fromEntries(keys), used: [] }
}

export function left({ keys, used }: Card): number {
  return Object.keys(keys).length - used.length
}

/** A number whose key was never used; undefined where the card is used up. */
export function nextNumber({ keys, used }: Card, random: Random): string | undefined {
  const unused = Object.keys(keys).filter((number) => !used.includes(number))
  return unused.length === 0 ? undefined : unused[below(unused.length, random)]
}

/** In the order in which they are printed. */
export function printed({ keys }: Card): readonly (readonly [number: string, key: string])[] {
  return Object.entries(keys).sort(([one], [other]) => one.localeCompare(other))
}

export function isKey({ keys, used }: Card, number: string, key: string): boolean {
  return !used.includes(number) && keys[number] === key
}

export function withUsed(card: Card, number: string): Card {
  return { ...card, used: [...card.used, number] }
}

function digits(random: Random, length: number): string {
  return Array.from({ length }, () => String(below(10, random))).join('')
}

/** Every number below the limit is equally likely. */
function below(limit: number, random: Random): number {
  const most = 65_536 - (65_536 % limit)
  for (;;) {
    const [high = 0, low = 0] = random(2)
    const drawn = high * 256 + low
    if (drawn < most) return drawn % limit
  }
}
