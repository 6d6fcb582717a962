/** `Profiles` on PostgreSQL. */
import { sql } from 'kysely'
import type { ProfileId, Profiles } from '@open-mitid/identity/authenticator'
import type { Database } from '../database.ts'
import { goneOn, type Kept } from '../kept.ts'
import { statement } from '../statement.ts'
import { together } from '../together.ts'
import type { Vault } from '../vault/index.ts'
import {
  callerColumns,
  callerSource,
  openCaller,
  type CallerRow,
  type OpenedCaller,
} from './caller-row.ts'
import { takeTurn, turnParts } from './turn-parts.ts'

export const findCaller = statement<{ id: string }, CallerRow>(
  'find-caller',
  (p) => sql`select ${callerColumns} from ${callerSource} where profile.id = ${p.id}`,
)

/** A caller as their last call has left them, and what that call was about. */
export type KeptCaller<About> = {
  readonly opened: OpenedCaller
  readonly about: About
}

/** With the time that it is by now. */
export function recalledCaller(opened: OpenedCaller): OpenedCaller {
  const reading = goneOn(opened.reading)
  return { ...opened, reading, caller: { ...opened.caller, now: reading.now } }
}

export function postgresProfiles<About>(
  db: Database,
  vault: Vault,
  kept: Kept<ProfileId, KeptCaller<About>>,
): Profiles {
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
    recall(id) {
      const known = kept.take(id)
      if (!known) return undefined
      const opened = recalledCaller(known.opened)
      const { caller } = opened
      return {
        caller,
        async write(turn) {
          const { parts, after } = takeTurn(opened, turn)
          if (!(await together(db, parts, caller.now)).ok) return false
          kept.keep(id, { ...known, opened: after })
          return true
        },
      }
    },
  }
}
