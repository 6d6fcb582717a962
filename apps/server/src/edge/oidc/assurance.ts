/** Levels of assurance as Danish services name them (NSIS 2.0.2, the concept URIs of data.gov.dk). */
import { AssuranceLevel } from '@open-mitid/identity/person'

const base = 'https://data.gov.dk/concept/core/nsis/'

export function uriOfLevel(level: AssuranceLevel): string {
  return base + level
}

/** Also takes the bare word, which many clients send. */
export function levelOfUri(text: string): AssuranceLevel | undefined {
  return AssuranceLevel.parse(text.startsWith(base) ? text.slice(base.length) : text)
}
