/** `OwnWishes` on PostgreSQL. */
import { sql } from 'kysely'
import type { OwnWishes } from '@open-mitid/identity/authenticator'
import type { Wishes } from '@open-mitid/identity/person'
import type { Database } from '../database.ts'
import { wishColumns, wishesOf, wishesPart } from '../person/index.ts'
import { statement } from '../statement.ts'
import { together } from '../together.ts'
import type { Vault } from '../vault/index.ts'
import { callerColumns, callerSource, openCaller, type CallerRow } from './caller-row.ts'
import { turnParts } from './turn-parts.ts'

const findWishesOfCaller = statement<{ id: string }, CallerRow & Wishes>(
  'find-wishes-of-caller',
  (p) => sql`
    select ${callerColumns}, ${wishColumns} from ${callerSource} where profile.id = ${p.id}
  `,
)

export function postgresOwnWishes(db: Database, vault: Vault): OwnWishes {
  return {
    async visit(id) {
      const row = await db.first(findWishesOfCaller, { id })
      if (!row) return undefined
      const opened = await openCaller(vault, row)
      return {
        caller: opened.caller,
        wishes: wishesOf(row),
        async write(turn, move) {
          const changed = move ? [wishesPart(row.person_id, move)] : []
          return (await together(db, [...turnParts(opened, turn), ...changed])).ok
        },
      }
    },
  }
}
