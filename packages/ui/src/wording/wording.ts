/** Texts in both languages, complete by the compiler: Danish sets the keys, English must have the same. */
import type { Language } from './language.ts'

/** One language's texts: a text, a list of texts, a text that takes facts, or a group of these. */
export type Texts = { readonly [key: string]: Phrase | Texts }
type Phrase = string | readonly string[] | ((...facts: never[]) => unknown)

/** A table of texts; `wording[language]` is one language's. */
export type Wording<Table> = Readonly<Record<Language, Table>>

/**
 * Declares a table. A key that only one language has, or a text that takes other facts, does not
 * compile.
 *
 * ```ts
 * const words = wording({
 *   da: { title: 'Log på', hello: (name: string) => `Hej ${name}` },
 *   en: { title: 'Log on', hello: (name) => `Hello ${name}` },
 * })
 * words[language].hello('Anna')
 * ```
 */
export function wording<Table extends Texts>(tables: {
  da: Table
  en: NoInfer<Table>
}): Wording<Table> {
  return tables
}
