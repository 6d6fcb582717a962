/** Names as a machine-readable zone writes them (ICAO 9303-3 §4.6 and §6). */
import { spellings } from './transliteration.ts'

export type MrzName = {
  /** The primary identifier, mostly the surname; words with one space between them. */
  readonly primary: string
  /** The secondary identifier, mostly the given names; empty where the document has none. */
  readonly secondary: string
  /** No filler stands at the end of the field, so letters may be missing (ICAO 9303-3 §4.6.3). */
  readonly mayBeTruncated: boolean
}

/** Reads a name field: `ERIKSSON<<ANNA<MARIA<<<`. */
export function readMrzName(field: string): MrzName {
  const letters = field.replace(/<+$/u, '')
  const [primary = '', ...secondary] = letters.split('<<')
  const words = (text: string) => text.replaceAll(/<+/gu, ' ').trim()
  return {
    primary: words(primary),
    secondary: words(secondary.join('<')),
    mayBeTruncated: !field.endsWith('<'),
  }
}

/**
 * Writes a name field of `width` letters in the first spelling that Doc 9303-3 §6 gives. What does
 * not fit is cut at the end, the given names first.
 */
export function writeMrzName(primary: string, secondary: string, width: number): string {
  const [first, second] = [fieldWords(primary), fieldWords(secondary)]
  const whole = second === '' ? first : `${first}<<${second}`
  return whole.slice(0, width).padEnd(width, '<')
}

/**
 * Whether a name, as a register writes it, can stand in the zone as `read`: any of the spellings
 * that Doc 9303-3 §6 allows (`Å` as `AA` or `A`), hyphens and apostrophes aside, cut where the
 * zone is full.
 */
export function nameMatches(name: { primary: string; secondary: string }, read: MrzName): boolean {
  if (!read.mayBeTruncated)
    return matches(name.primary, read.primary) && matches(name.secondary, read.secondary)
  const whole = `${read.primary} ${read.secondary}`.trim()
  return read.secondary === ''
    ? startsAs(`${name.primary} ${name.secondary}`, whole)
    : matches(name.primary, read.primary) && startsAs(name.secondary, read.secondary)
}

function fieldWords(name: string): string {
  return wordsOf(name)
    .map((letters) => letters.map((letter) => spellings(letter)[0] ?? '').join(''))
    .filter((word) => word !== '')
    .join('<')
}

/** The letters of each word: a hyphen parts words, an apostrophe or a full stop is left out. */
function wordsOf(name: string): string[][] {
  return name
    .normalize('NFC')
    .toUpperCase()
    .split(/[\s,-]+/u)
    .map((word) => [...word.replaceAll(/['’.`]/gu, '')])
}

function matches(name: string, read: string): boolean {
  return ends(name, read).includes(joined(read).length)
}

function startsAs(name: string, read: string): boolean {
  const text = joined(read)
  return text !== '' && ends(name, read, true).includes(text.length)
}

/** How far into `read` the name can reach, over all its spellings at once. */
function ends(name: string, read: string, mayStop = false): number[] {
  const text = joined(read)
  let reached = new Set([0])
  for (const letter of wordsOf(name).flat()) {
    const next = new Set<number>()
    for (const at of reached) {
      if (mayStop && at === text.length) next.add(at)
      for (const spelling of spellings(letter)) {
        const rest = text.slice(at)
        if (rest.startsWith(spelling)) next.add(at + spelling.length)
        else if (mayStop && spelling.startsWith(rest)) next.add(text.length)
      }
    }
    reached = next
  }
  return [...reached]
}

function joined(words: string): string {
  return words.replaceAll(' ', '')
}
