/** How a letter, and the code in it, are written: as parts of the statement of what they tell. */
import { sql } from 'kysely'
import type { IssuedLetterCode, Letter } from '@open-mitid/identity/letter'
import type { LetterId, StoredLetterCode } from '@open-mitid/identity/letter'
import type { Bytes, Id, Instant } from '@open-mitid/kernel'
import type { Connection } from '../database.ts'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'
import { seal, unsealText, type DataKey, type Place } from '../vault/index.ts'

const insertLetter = statement<{ id: string; person_id: string; sealed: Bytes }>(
  'insert-letter',
  (p) => sql`
    insert into mitid.letter (id, person_id, state, sealed, queued_at)
    values (${p.id}, ${p.person_id}, 'queued', ${p.sealed}, mitid.now())
  `,
)

const insertNoticeLetter = statement<{
  id: string
  person_id: string
  sealed: Bytes
  notice_id: string
}>(
  'insert-notice-letter',
  (p) => sql`
    insert into mitid.letter (id, person_id, state, sealed, queued_at, notice_id)
    values (${p.id}, ${p.person_id}, 'queued', ${p.sealed}, mitid.now(), ${p.notice_id})
    on conflict do nothing
  `,
)

/** The part that queues a letter, sealed under the key of the person it goes to. */
export function letterPart(key: DataKey, letter: Letter): Part {
  return part(insertLetter, columnsOf(key, letter))
}

/** Writes nothing where the notice has a letter already. */
export async function queueNoticeLetter(
  connection: Connection,
  key: DataKey,
  letter: Letter,
  notice: Id<'ntc'>,
): Promise<void> {
  await connection.affect(insertNoticeLetter, { ...columnsOf(key, letter), notice_id: notice })
}

function columnsOf(key: DataKey, { id, person, style, content }: Letter) {
  const sealed = seal(key, placeOf(id), JSON.stringify({ style, content }))
  return { id, person_id: person, sealed }
}

export function openLetter(
  key: DataKey,
  id: LetterId,
  sealed: Bytes,
): Pick<Letter, 'style' | 'content'> {
  // What was sealed had been a letter's.
  return JSON.parse(unsealText(key, placeOf(id), sealed)) as Pick<Letter, 'style' | 'content'>
}

function placeOf(id: LetterId): Place {
  return { table: 'letter', column: 'sealed', row: id }
}

const insertCode = statement<{ letter_id: string; device_id: string; mac: Bytes }>(
  'insert-letter-code',
  (p) => sql`
    insert into mitid.letter_code (letter_id, device_id, state, mac)
    values (${p.letter_id}, ${p.device_id}, 'issued', ${p.mac})
    on conflict do nothing
  `,
)

/** The part that makes the code of a letter good. To be listed after the letter's. */
export function newLetterCodePart(code: Omit<IssuedLetterCode, 'state' | 'tries' | 'until'>): Part {
  return part(insertCode, { letter_id: code.letter, device_id: code.device, mac: code.mac })
}

export type LetterCodeRow = {
  readonly letter_id: LetterId
  readonly code_device: string
  readonly code_state: StoredLetterCode['state']
  readonly code_mac: Bytes
  readonly code_tries: number
  readonly code_until: Instant | null
}

/** For a query that names `mitid.letter_code`: the newest code of a device, living or not. */
export const letterCodeColumns = sql`letter_code.letter_id, letter_code.device_id as code_device,
  letter_code.state as code_state, letter_code.mac as code_mac, letter_code.tries as code_tries,
  letter_code.until as code_until`

export function letterCodeOf(row: LetterCodeRow): StoredLetterCode {
  const known = { letter: row.letter_id, device: row.code_device }
  if (row.code_state !== 'issued') return { ...known, state: row.code_state }
  const { code_mac: mac, code_tries: tries, code_until: until } = row
  return { ...known, state: 'issued', mac, tries, until: until ?? undefined }
}

const moveCode = statement<{
  letter_id: string
  from_tries: number
  state: string
  tries: number
}>(
  'move-letter-code',
  (p) => sql`
    update mitid.letter_code set state = ${p.state}, tries = ${p.tries}
    where letter_id = ${p.letter_id} and state = 'issued' and tries = ${p.from_tries}
  `,
)

const endPasswordCodes = statement<{ person: string; except: string | null }>(
  'end-password-codes',
  (p) => sql`
    update mitid.letter_code set state = 'ended'
    where state = 'issued' and device_id in (
      select id from mitid.code_device
      where person_id = ${p.person} and state in ('active', 'suspended')
        and id is distinct from ${p.except}::text)
  `,
)

/**
 * The part that ends what letters for a forgotten password have brought to the person: with another
 * password they are worth nothing. `except`: a device whose code the same statement moves itself.
 */
export function endPasswordCodesPart(person: string, except?: string): Part {
  return part(endPasswordCodes, { person, except: except ?? null }, 'any')
}

/** The part that counts, uses or ends a code, conditional on its having been tried no more. */
export function letterCodePart(from: IssuedLetterCode, to: StoredLetterCode): Part {
  return part(moveCode, {
    letter_id: from.letter,
    from_tries: from.tries,
    state: to.state,
    tries: to.state === 'issued' ? to.tries : from.tries,
  })
}
