/** What a person is called towards an organisation, by all of its clients alike. */
import { utf8, type Bytes } from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'
import type { PersonId } from '../person/index.ts'
import type { OrganisationId } from '../service/index.ts'

/** RFC 9562 §5.8: a UUID made of a keyed hash, the same for all clients of an organisation. */
export async function pairwiseSub(
  mac: Mac,
  organisation: OrganisationId,
  person: PersonId,
): Promise<string> {
  return uuid(await mac('pairwise-sub', utf8(`${organisation}|${person}`)))
}

function uuid(bytes: Bytes): string {
  const body = bytes.slice(0, 16)
  body[6] = ((body[6] ?? 0) & 0x0f) | 0x80
  body[8] = ((body[8] ?? 0) & 0x3f) | 0x80
  const hex = [...body].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
}
