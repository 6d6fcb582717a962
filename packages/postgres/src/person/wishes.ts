/** `WishLists` on PostgreSQL. */
import { sql } from 'kysely'
import { userIdIndex, type PersonId, type WishLists } from '@open-mitid/identity/person'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { part, together } from '../together.ts'
import type { Vault } from '../vault/index.ts'

type WishRow = {
  now: Instant
  id: PersonId
  wrapped_key: Bytes
  n: number
  head: Bytes
  notify_every_use: boolean
  large_print: boolean
  letters_in_both: boolean
}

const findWishes = statement<{ index: Bytes }, WishRow>(
  'find-wishes',
  (p) => sql`
    select mitid.now() as now, person.id, wrapped_key, chain.n, chain.head, notify_every_use,
      large_print, letters_in_both
    from mitid.person join mitid.chain on chain.subject = person.id
    where user_id_index = ${p.index}
  `,
)
const writeWishes = statement<
  Pick<WishRow, 'id' | 'notify_every_use' | 'large_print' | 'letters_in_both'>
>(
  'write-wishes',
  (p) => sql`
    update mitid.person set notify_every_use = ${p.notify_every_use},
      large_print = ${p.large_print}, letters_in_both = ${p.letters_in_both}
    where id = ${p.id}
  `,
)

export function postgresWishLists(db: Database, vault: Vault): WishLists {
  return {
    async find(userId) {
      const row = await db.first(findWishes, { index: await userIdIndex(vault.mac, userId) })
      if (!row) return undefined
      const { now, id, n, head } = row
      const wishes = {
        notifyEveryUse: row.notify_every_use,
        largePrint: row.large_print,
        lettersInBoth: row.letters_in_both,
      }
      return {
        now,
        person: id,
        chain: { subject: id, n, head },
        wishes,
        async write({ notifyEveryUse, largePrint, lettersInBoth }, events) {
          const key = await vault.personKey(id, row.wrapped_key)
          const columns = {
            id,
            notify_every_use: notifyEveryUse,
            large_print: largePrint,
            letters_in_both: lettersInBoth,
          }
          return (await together(db, [...ledgerParts(events, key), part(writeWishes, columns)])).ok
        },
      }
    },
  }
}
