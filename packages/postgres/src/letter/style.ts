/** How a person's letters are set, by what they have wished for. */
import { sql } from 'kysely'
import type { LetterStyle } from '@open-mitid/identity/letter'

export type StyleRow = {
  readonly language: 'da' | 'en'
  readonly large_print: boolean
  readonly letters_in_both: boolean
}

/** For a query that names `mitid.person`. */
export const styleColumns = sql`person.language, person.large_print, person.letters_in_both`

export function styleOf(row: StyleRow): LetterStyle {
  const language = row.letters_in_both ? 'both' : row.language
  return { language, largePrint: row.large_print }
}
