/** The texts of a page in the reader's language, under the name that this installation has. */
import type { Language, Texts, Wording } from '@open-mitid/ui/wording'
import type { Site } from './site.ts'

/** The name that the texts are written with. */
const written = 'MitID'
/** Wherever it is not said of the state's own system. */
const ours = /(?<!(?:stats|statens|state’s) )MitID/gu

/** Who reads, and the name that is said to them. */
type Named = { readonly site: Pick<Site, 'scheme'>; readonly language: Language }

/** Texts name the scheme as everybody knows it; `SCHEME_NAME` may be another. */
export function textsFor<Table extends object>(
  { site, language }: Named,
  words: Wording<Table>,
): Table {
  const table = words[language]
  return site.scheme === written ? table : (renamed(table, site.scheme) as Table)
}

function renamed(value: unknown, scheme: string): unknown {
  if (typeof value === 'string') return value.replaceAll(ours, scheme)
  if (typeof value === 'function')
    return (...facts: unknown[]) => renamed((value as Told)(...facts), scheme)
  if (Array.isArray(value)) return value.map((each) => renamed(each, scheme))
  return Object.fromEntries(
    Object.entries(value as Texts).map(([key, each]) => [key, renamed(each, scheme)]),
  )
}

type Told = (...facts: unknown[]) => unknown
