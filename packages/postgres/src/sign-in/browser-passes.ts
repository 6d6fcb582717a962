/** `BrowserPasses` on PostgreSQL. */
import { sql } from 'kysely'
import type { PersonId } from '@open-mitid/identity/person'
import type { BrowserPasses } from '@open-mitid/identity/sign-in'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { part, together } from '../together.ts'
import type { Vault } from '../vault/index.ts'
import { knowBrowser } from './move-parts.ts'

type PassRow = {
  readonly now: Instant
  readonly person_id: PersonId
  readonly wrapped_key: Bytes
  readonly n: number
  readonly head: Bytes
}

const findPass = statement<{ sha256: Bytes }, PassRow>(
  'find-browser-pass',
  (p) => sql`
    select mitid.now() as now, pass.person_id, person.wrapped_key, chain.n, chain.head
    from mitid.browser_pass as pass
      join mitid.person on person.id = pass.person_id and person.state = 'active'
      join mitid.chain on chain.subject = pass.person_id
    where pass.sha256 = ${p.sha256} and pass.until > mitid.now()
  `,
)
const spendPass = statement<{ sha256: Bytes }>(
  'spend-browser-pass',
  (p) => sql`delete from mitid.browser_pass where sha256 = ${p.sha256}`,
)

export function postgresBrowserPasses(db: Database, vault: Vault): BrowserPasses {
  return {
    async find(sha256) {
      const row = await db.first(findPass, { sha256 })
      if (!row) return undefined
      const { person_id: person, now } = row
      return {
        now,
        person,
        chain: { subject: person, n: row.n, head: row.head },
        async know(browser, events) {
          const key = await vault.personKey(person, row.wrapped_key)
          const written = await together(db, [
            ...ledgerParts(events, key),
            part(spendPass, { sha256 }),
            part(knowBrowser, { browser, person, from: now, sign_in: null }),
          ])
          return written.ok
        },
      }
    },
  }
}
