/** `WishLists` on PostgreSQL. */
import { sql } from 'kysely'
import {
  userIdIndex,
  type PersonId,
  type Wishes,
  type WishLists,
} from '@open-mitid/identity/person'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { part, together, type Part } from '../together.ts'
import type { Vault } from '../vault/index.ts'

type WishRow = Wishes & {
  readonly now: Instant
  readonly id: PersonId
  readonly wrapped_key: Bytes
  readonly n: number
  readonly head: Bytes
}

export const wishColumns = sql`person.notify_every_use, person.large_print,
  person.letters_in_both, person.language`

const findWishes = statement<{ index: Bytes }, WishRow>(
  'find-wishes',
  (p) => sql`
    select mitid.now() as now, person.id, wrapped_key, chain.n, chain.head, ${wishColumns}
    from mitid.person join mitid.chain on chain.subject = person.id
    where user_id_index = ${p.index}
  `,
)
const writeWishes = statement<Wishes & { readonly id: PersonId }>(
  'write-wishes',
  (p) => sql`
    update mitid.person set notify_every_use = ${p.notify_every_use},
      large_print = ${p.large_print}, letters_in_both = ${p.letters_in_both},
      language = ${p.language}
    where id = ${p.id}
  `,
)

/** To be written with an event of the same chain, which is what makes it conditional. */
export function wishesPart(id: PersonId, wishes: Wishes): Part {
  return part(writeWishes, { id, ...wishes })
}

export function wishesOf(row: Wishes): Wishes {
  const { notify_every_use, large_print, letters_in_both, language } = row
  return { notify_every_use, large_print, letters_in_both, language }
}

export function postgresWishLists(db: Database, vault: Vault): WishLists {
  return {
    async find(userId) {
      const row = await db.first(findWishes, { index: await userIdIndex(vault.mac, userId) })
      if (!row) return undefined
      const { now, id, n, head } = row
      return {
        now,
        chain: { subject: id, n, head },
        wishes: wishesOf(row),
        async write(wishes, events) {
          const key = await vault.personKey(id, row.wrapped_key)
          return (await together(db, [...ledgerParts(events, key), wishesPart(id, wishes)])).ok
        },
      }
    },
  }
}
