/** An event as it is told to its person. */
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { ToldEventType } from '@open-mitid/identity/ledger'
import type { Telling } from '@open-mitid/identity/notice'
import type { PersonId } from '@open-mitid/identity/person'
import { openBody } from '../ledger/index.ts'
import type { DataKey } from '../vault/index.ts'

export type TellingRow = {
  readonly person_id: PersonId
  readonly language: 'da' | 'en'
  readonly n: number
  readonly type: ToldEventType
  readonly at: Instant
  readonly body: Bytes
}

export function openTelling(key: DataKey, row: TellingRow): Telling {
  const body: unknown = JSON.parse(openBody(key, { subject: row.person_id, n: row.n }, row.body))
  // What was sealed under a type had the body of that type.
  const told = { type: row.type, body } as Telling
  return { ...told, at: row.at, language: row.language }
}
