/** `OwnChanges` on PostgreSQL. */
import { sql } from 'kysely'
import {
  userIdIndex,
  type AssuranceLevel,
  type CprNumber,
  type PersonId,
  type PersonName,
  type UserId,
} from '@open-mitid/identity/person'
import {
  mostQuestions,
  type FoundOwnChange,
  type OwnChanges,
  type SignInId,
} from '@open-mitid/identity/sign-in'
import { accept, refuse, type Bytes, type Instant } from '@open-mitid/kernel'
import {
  forgetBrowserTriesParts,
  held,
  movedPasswordPart,
  passwordPart,
} from '../authenticator/index.ts'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { endPasswordCodesPart } from '../letter/index.ts'
import {
  findObstacles,
  openPersonal,
  sealPersonal,
  userIdParts,
  userIdWithPasswordParts,
} from '../person/index.ts'
import { statement } from '../statement.ts'
import { part, together, type Part } from '../together.ts'
import type { DataKey, Vault } from '../vault/index.ts'
import { openAsked } from './sign-in-row.ts'

type ChangeRow = {
  readonly now: Instant
  readonly sign_in_id: SignInId
  readonly browser: Bytes
  readonly asked: Bytes
  readonly completed_at: Instant
  readonly phr: boolean
  readonly by_code: boolean
  readonly let_on: boolean
  readonly done: boolean
  readonly person_id: PersonId
  readonly person_state: 'active' | 'blocked'
  readonly ial: AssuranceLevel
  readonly user_id_index: Bytes
  readonly user_id: Bytes
  readonly name: Bytes
  readonly cpr: Bytes | null
  readonly wrapped_key: Bytes
  readonly n: number
  readonly head: Bytes
  readonly has_password: boolean
}

const findChange = statement<{ id: string; browser: Bytes }, ChangeRow>(
  'find-own-change',
  (p) => sql`
    select mitid.now() as now, sign_in.id as sign_in_id, sign_in.browser, sign_in.asked, sign_in.completed_at,
      sign_in.phr, sign_in.device_kind is not null as by_code,
      coalesce(ask.let_on_until > sign_in.completed_at, false) as let_on,
      change.done_at is not null as done, person.id as person_id, person.state as person_state,
      person.ial, person.user_id_index, person.user_id, person.name, person.cpr,
      person.wrapped_key, chain.n, chain.head, password.person_id is not null as has_password
    from mitid.sign_in
      join mitid.person on person.id = sign_in.person_id
      join mitid.chain on chain.subject = person.id
      left join mitid.password on password.person_id = person.id
      join mitid.own_change as change on change.sign_in_id = sign_in.id
      left join mitid.owner_ask as ask on ask.browser = sign_in.browser
        and ask.user_id_hash = person.user_id_index
    where sign_in.id = ${p.id} and sign_in.browser = ${p.browser} and sign_in.state = 'completed'
  `,
)
const beginChange = statement<{ id: string }>(
  'begin-own-change',
  (p) => sql`
    insert into mitid.own_change (sign_in_id, begun_at) values (${p.id}, mitid.now())
  `,
)
const countQuestion = statement<{ id: string; most: number }>(
  'count-question-of-user-id',
  (p) => sql`
    update mitid.own_change set questions = questions + 1
    where sign_in_id = ${p.id} and questions < ${p.most}
  `,
)
const useChange = statement<{ id: string }>(
  'use-own-change',
  (p) => sql`
    update mitid.own_change set done_at = mitid.now()
    where sign_in_id = ${p.id} and done_at is null
  `,
)

/** PostgreSQL, Appendix A. */
const uniqueViolation = '23505'

export function postgresOwnChanges(db: Database, vault: Vault): OwnChanges {
  return {
    async begin(id) {
      await db.affect(beginChange, { id })
    },

    async find(own) {
      const row = await db.first(findChange, own)
      if (!row) return undefined
      const id = row.person_id
      const key = await vault.personKey(id, row.wrapped_key)
      const open = (column: 'user_id' | 'name' | 'cpr', sealed: Bytes) =>
        openPersonal(key, id, column, sealed)
      const isTaken = async (userId: UserId) => {
        const to = await userIdIndex(vault.mac, userId)
        return held((await db.first(findObstacles, { id, to })) ?? null).taken
      }
      return {
        now: row.now,
        change: openAsked(vault.system, row.sign_in_id, row.asked).change,
        completedAt: row.completed_at,
        phr: row.phr,
        byCode: row.by_code,
        letOn: row.let_on,
        done: row.done,
        person: {
          id,
          state: row.person_state,
          ial: row.ial,
          userIdHash: row.user_id_index,
          userId: open('user_id', row.user_id) as UserId,
          name: open('name', row.name) as PersonName,
          cpr: row.cpr ? (open('cpr', row.cpr) as CprNumber) : undefined,
        },
        hasPassword: row.has_password,
        chain: { subject: id, n: row.n, head: row.head },
        async isTaken(userId) {
          const question = part(countQuestion, { id: row.sign_in_id, most: mostQuestions })
          const counted = await together(db, [question])
          return counted.ok ? accept(await isTaken(userId)) : refuse({ kind: 'asked-out' })
        },
        async free(userIds) {
          const free: UserId[] = []
          for (const userId of userIds)
            if (free.length < suggested && !(await isTaken(userId))) free.push(userId)
          return free
        },
        async write(changed, events) {
          const parts = await changeParts(vault, row, key, changed)
          try {
            const written = await together(db, [...ledgerParts(events, key), ...parts])
            return written.ok ? accept(undefined) : refuse({ kind: 'lost' })
          } catch (fault) {
            // Somebody took the same one in this moment.
            if ((fault as { code?: string }).code !== uniqueViolation) throw fault
            return refuse({ kind: 'user-id-taken' })
          }
        },
      }
    },
  }
}

const suggested = 3

/** The person before their password, as every statement that writes both names them. */
async function changeParts(
  vault: Vault,
  row: ChangeRow,
  key: DataKey,
  { record, userId }: Parameters<FoundOwnChange['write']>[0],
): Promise<readonly Part[]> {
  const { person_id: person, user_id_index: from, browser } = row
  const to = userId === undefined ? from : await userIdIndex(vault.mac, userId)
  const used = [part(useChange, { id: row.sign_in_id }), ...forgetBrowserTriesParts(to, browser)]
  if (userId === undefined)
    return [...passwordParts(vault, { person, userIdHash: to, record }), ...used]
  const user_id = sealPersonal(key, person, 'user_id', userId)
  const change = { id: person, from, to, user_id }
  return record === undefined
    ? [...userIdParts(change), ...used]
    : [
        ...userIdWithPasswordParts(change),
        movedPasswordPart(vault, { person, from, to, record }),
        endPasswordCodesPart(person),
        ...used,
      ]
}

type NewPassword = { person: string; userIdHash: Bytes; record: string | undefined }

function passwordParts(vault: Vault, { record, ...whose }: NewPassword): readonly Part[] {
  if (record === undefined) return []
  return [passwordPart(vault, { ...whose, record }), endPasswordCodesPart(whose.person)]
}

const sweepChanges = statement<object>(
  'sweep-own-changes',
  () => sql`
    with over as (
      delete from mitid.own_change where begun_at < mitid.now() - interval '1 day'
      returning sign_in_id)
    delete from mitid.sign_in using over
    where id = sign_in_id and profile_id is null and device_kind is null
  `,
)

/** Deletes changes that are over, and the sign-ins of those that nobody approved. */
export async function sweepOwnChanges(db: Pick<Database, 'affect'>): Promise<void> {
  await db.affect(sweepChanges, {})
}
