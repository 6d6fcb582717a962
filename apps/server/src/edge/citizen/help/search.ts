/** Finds texts by the words a person types, however they write æ, ø, å and compound words. */

export type Searched = {
  readonly title: string
  readonly summary: string
  /** Other names of the matter. */
  readonly words: string
  readonly text: string
}

export const longestQuery = 100

/** What a word counts for by the place where it stands. */
const weights: readonly (readonly [keyof Searched, number])[] = [
  ['title', 8],
  ['words', 5],
  ['summary', 3],
  ['text', 1],
]

/** The entries that hold a word that was asked for, best first; those with more of them first. */
export function search<Entry extends Searched>(entries: readonly Entry[], query: string): Entry[] {
  const asked = [...new Set(wordsOf(query.slice(0, longestQuery)))].filter(isTelling)
  return entries
    .map((entry) => ({ entry, points: pointsOf(entry, asked) }))
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points)
    .map(({ entry }) => entry)
}

function pointsOf(entry: Searched, asked: readonly string[]): number {
  const found = asked.map((word) => {
    const place = weights.find(([part]) => wordsOf(entry[part]).some((has) => fits(has, word)))
    return place?.[1] ?? 0
  })
  const hits = found.filter((points) => points > 0).length
  return hits * 10 + found.reduce((sum, points) => sum + points, 0)
}

/** "telefon" finds "telefonen", and "telefonen" finds "telefon". */
function fits(has: string, asked: string): boolean {
  return has.startsWith(asked) || (has.length >= 4 && asked.startsWith(has))
}

/** "PIN-kode" is asked for as "pin", "kode" and "pinkode". */
function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}-]+/u)
    .flatMap((word) => {
      const parts = word.split('-').filter(Boolean)
      return parts.length > 1 ? [...parts, parts.join('')] : parts
    })
}

function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}

/** Words that stand in every text tell nothing. */
const common = new Set(
  'jeg min mit mine har ikke det den der til med for hvad hvordan kan skal som og at er en et i på paa the my have not how what can do and to is it of a an with for you your mitid'.split(
    ' ',
  ),
)

function isTelling(word: string): boolean {
  return word.length > 1 && !common.has(word)
}
