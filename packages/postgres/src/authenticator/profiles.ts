/** `Profiles` on PostgreSQL. */
import { sql } from 'kysely'
import type { Profiles } from '@open-mitid/identity/authenticator'
import type { Database } from '../database.ts'
import { statement } from '../statement.ts'
import { together } from '../together.ts'
import type { Vault } from '../vault/index.ts'
import { callerColumns, callerSource, openCaller, type CallerRow } from './caller-row.ts'
import { turnParts } from './turn-parts.ts'

export const findCaller = statement<{ id: string }, CallerRow>(
  'find-caller',
  (p) => sql`select ${callerColumns} from ${callerSource} where profile.id = ${p.id}`,
)

export function postgresProfiles(db: Database, vault: Vault): Profiles {
  return {
    async visit(id) {
      const row = await db.first(findCaller, { id })
      if (!row) return undefined
      const opened = await openCaller(vault, row)
      return {
        caller: opened.caller,
        write: async (turn) => (await together(db, turnParts(opened, turn))).ok,
      }
    },
  }
}
