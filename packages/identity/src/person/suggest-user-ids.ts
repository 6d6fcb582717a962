/**
 * User IDs to suggest (product §A): easy to remember and to read aloud, unlike anybody else's, and
 * without a birth date, a place or anything else of the person but their name.
 */
import { createHash } from 'node:crypto'
import type { Person } from './person.ts'
import { UserId } from './user-id.ts'

/** Short, well known, and hard to mistake for each other when heard. */
const words = (
  'anker bavn birk blomst bog bølge cykel dragt eng fasan fjord flamme gynge hare havn hejre hylde ' +
  'humle hvede is jolle kajak kaffe kano karse kilde klit kløver koral krone kvist lampe lanterne ' +
  'lærke linde lyng mark morgen måge mølle nordlys odder papir perle pil plade regnbue ribs rosin ' +
  'sejl skov sky sol spurv stork strand svale sommer tulipan urt violin vind ugle ørred'
).split(' ')

/**
 * Best first: whoever needs three takes the first three that are free. `seed` names where they are
 * suggested.
 */
export function candidateUserIds(
  { name, cpr }: Pick<Person, 'name'> & { readonly cpr?: Person['cpr'] | undefined },
  seed: string,
): readonly UserId[] {
  const draw = drawFrom(seed)
  const names = name
    .split(' ')
    .map(folded)
    .filter((part) => part !== '')
  const first = cut(names[0] ?? draw(words), 20)
  const last = cut(names.at(-1) ?? draw(words), 20)
  const initials = names
    .map((part) => part.slice(0, 1))
    .join('')
    .slice(0, 4)
  const rounds = Array.from({ length: 6 }, () => [
    `${first} ${draw(words)} ${draw(words)}`,
    `${first}.${last}.${digits(draw)}`,
    `${initials}-${draw(words)}-${draw(words)}-${digits(draw)}`,
  ])
  return [...new Set(rounds.flat())].flatMap((text) => {
    const parsed = UserId.parse(text, cpr)
    return parsed.ok ? [parsed.value] : []
  })
}

type Draw = <Item>(from: readonly Item[]) => Item

/** The same numbers for the same seed. Nothing secret hangs on them. */
function drawFrom(seed: string): Draw {
  let drawn = 0
  return (from) => {
    drawn += 1
    const hash = createHash('sha256')
      .update(`${seed}|${String(drawn)}`)
      .digest()
    const item = from[hash.readUInt32BE() % from.length]
    if (item === undefined) throw new RangeError('there is nothing to draw from')
    return item
  }
}

function digits(draw: Draw): string {
  return [0, 1, 2].map(() => draw('23456789'.split(''))).join('')
}

function cut(text: string, most: number): string {
  return text.length > most ? text.slice(0, most) : text
}

/** Letters that a user ID has not, as those that it has: `Zoë` is `zoe`. */
function folded(part: string): string {
  return part
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-zæøå]/gu, (letter) => others[letter] ?? letter.normalize('NFD').slice(0, 1))
    .replace(/[^a-zæøå]/gu, '')
}

const others: Readonly<Record<string, string>> = {
  ä: 'æ',
  ö: 'ø',
  ü: 'y',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  œ: 'ø',
}
