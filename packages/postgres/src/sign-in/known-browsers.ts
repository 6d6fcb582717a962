/** A person's known browsers, as their app lists them and takes them off. */
import { sql } from 'kysely'
import type { ProfileId } from '@open-mitid/identity/authenticator'
import type { BrowsersVisit, SignInId } from '@open-mitid/identity/sign-in'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { findCaller, openCaller, turnParts } from '../authenticator/index.ts'
import type { Database } from '../database.ts'
import { statement } from '../statement.ts'
import { part, together } from '../together.ts'
import type { Vault } from '../vault/index.ts'
import { openAsked } from './sign-in-row.ts'

type BrowserRow = { id: SignInId; asked: Bytes; completed_at: Instant; known_from: Instant }

const findBrowsers = statement<{ person: string }, BrowserRow>(
  'find-known-browsers',
  (p) => sql`
    select sign_in.id, asked, completed_at, known_from
    from mitid.known_browser join mitid.sign_in on sign_in.id = sign_in_id
    where known_browser.person_id = ${p.person}
    order by completed_at desc limit 100
  `,
)
const forgetNamed = statement<{ sign_in: string; person: string }>(
  'forget-named-browser',
  (p) => sql`
    delete from mitid.known_browser where sign_in_id = ${p.sign_in} and person_id = ${p.person}
  `,
)

export async function visitBrowsers(
  db: Database,
  vault: Vault,
  profile: ProfileId,
): Promise<BrowsersVisit | undefined> {
  const row = await db.first(findCaller, { id: profile })
  if (!row) return undefined
  const opened = await openCaller(vault, row)
  const person = row.person_id
  const browsers = await db.rows(findBrowsers, { person })
  return {
    caller: opened.caller,
    browsers: browsers.map(({ id, asked: sealed, completed_at, known_from }) => {
      const { browser, service } = openAsked(vault.system, id, sealed)
      return {
        sign_in: id,
        ...(browser === undefined ? {} : { browser }),
        service: service.name,
        since: completed_at,
        known_from,
      }
    }),
    async write(turn, move) {
      const forgotten = move ? [part(forgetNamed, { sign_in: move.forget, person })] : []
      return (await together(db, [...turnParts(opened, turn), ...forgotten])).ok
    },
  }
}
