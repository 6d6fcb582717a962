/** A person's row: every personal column sealed under their own key, found only by blind index. */
import {
  BirthDate,
  type AssuranceLevel,
  type Contact,
  type CprNumber,
  type EmailAddress,
  type Person,
  type PersonId,
  type PersonName,
  type PhoneNumber,
  type UserId,
} from '@open-mitid/identity/person'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { seal, unsealText, type DataKey } from '../vault/index.ts'

export type PersonRow = {
  readonly id: PersonId
  readonly state: 'active' | 'blocked'
  readonly wrapped_key: Bytes
  readonly user_id: Bytes
  readonly name: Bytes
  readonly address: Bytes | null
  readonly cpr: Bytes | null
  readonly birth_date: Bytes
  readonly protected: boolean
  readonly ial: AssuranceLevel
  readonly language: 'da' | 'en'
  readonly created_at: Instant
}

export type ContactRow = {
  readonly id: Contact['id']
  readonly channel: 'sms' | 'email'
  readonly sealed: Bytes
  readonly in_proofing: boolean
  readonly verified_at: Instant
  readonly changed_at: Instant
}

export type PersonalColumn = 'user_id' | 'name' | 'address' | 'cpr' | 'birth_date'

export type SealedPerson = {
  readonly user_id: Bytes
  readonly name: Bytes
  readonly address: Bytes | null
  readonly cpr: Bytes | null
  readonly birth_date: Bytes
}

export function sealPerson(key: DataKey, person: Person): SealedPerson {
  const column = (name: PersonalColumn, clear: string) => sealPersonal(key, person.id, name, clear)
  return {
    user_id: column('user_id', person.userId),
    name: column('name', person.name),
    address: person.address === undefined ? null : column('address', person.address),
    cpr: person.cpr === undefined ? null : column('cpr', person.cpr),
    birth_date: column('birth_date', person.birthDate),
  }
}

export function sealPersonal(
  key: DataKey,
  person: PersonId,
  column: PersonalColumn,
  clear: string,
): Bytes {
  return seal(key, { table: 'person', column, row: person }, clear)
}

/** Opens one personal column of a person's row, for those who need no more than that. */
export function openPersonal(
  key: DataKey,
  person: PersonId,
  column: PersonalColumn,
  sealed: Bytes,
): string {
  return unsealText(key, { table: 'person', column, row: person }, sealed)
}

/** What was sealed had been parsed: it is taken as it was. */
export function openPerson(key: DataKey, row: PersonRow, contacts: readonly ContactRow[]): Person {
  const open = (column: PersonalColumn, sealed: Bytes) => openPersonal(key, row.id, column, sealed)
  const birthDate = BirthDate.parse(open('birth_date', row.birth_date))
  if (birthDate === undefined) throw new Error('a person has no birth date')
  return {
    id: row.id,
    state: row.state,
    userId: open('user_id', row.user_id) as UserId,
    name: open('name', row.name) as PersonName,
    ...(row.address ? { address: open('address', row.address) } : {}),
    ...(row.cpr ? { cpr: open('cpr', row.cpr) as CprNumber } : {}),
    birthDate,
    protected: row.protected,
    ial: row.ial,
    language: row.language,
    contacts: contacts.map((contact) => openContact(key, contact)),
    createdAt: row.created_at,
  }
}

export function sealContact(key: DataKey, { id, to }: Contact): Bytes {
  return seal(key, { table: 'contact', column: 'sealed', row: id }, to)
}

export function openContact(key: DataKey, row: ContactRow): Contact {
  const to = unsealText(key, { table: 'contact', column: 'sealed', row: row.id }, row.sealed)
  const { id, in_proofing: inProofing, verified_at: verifiedAt, changed_at: changedAt } = row
  const known = { id, inProofing, verifiedAt, changedAt }
  return row.channel === 'sms'
    ? { ...known, channel: 'sms', to: to as PhoneNumber }
    : { ...known, channel: 'email', to: to as EmailAddress }
}
