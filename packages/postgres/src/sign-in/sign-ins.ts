/** `SignIns` on PostgreSQL. */
import { sql } from 'kysely'
import { life, openLife, type SignIns } from '@open-mitid/identity/sign-in'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Connection, Database } from '../database.ts'
import { keepRequest, keptRequest } from '../oidc/kept-request.ts'
import { statement } from '../statement.ts'
import { returningPart, togetherReturning } from '../together.ts'
import type { Vault } from '../vault/index.ts'
import { findForPage, recallForPage } from './find-for-page.ts'
import { openKeptSteps, type KeptSteps } from './kept-steps.ts'
import { nameUserId, openSignIn, showCode, showStart } from './open-statements.ts'
import { visitBrowsers } from './known-browsers.ts'
import { visitHistory, visitState } from './own-history.ts'
import { glanceColumns, openAsked, sealAsked, type GlanceRow } from './sign-in-row.ts'
import { recallVisit, visitEvidence, visitSignIn } from './visit-sign-in.ts'

const glance = statement<{ id: string }, GlanceRow & { now: Instant }>(
  'glance-sign-in',
  (p) => sql`
    select mitid.now() as now, ${glanceColumns} from mitid.sign_in where id = ${p.id}
  `,
)

const sweep = statement<object>(
  'sweep-sign-ins',
  () => sql`
    with answered as (
      delete from mitid.interaction where expires_at < mitid.now() - interval '1 hour'
      returning sign_in_id
    )
    delete from mitid.sign_in using answered
    where id = sign_in_id and profile_id is null and device_kind is null
  `,
)

/**
 * Deletes the requests that no code or token belongs to any more, and with them the sign-ins that
 * nobody claimed: they are about nobody. A job of the worker.
 */
export async function sweepSignIns(db: Connection): Promise<void> {
  await db.affect(sweep, {})
}

export function postgresSignIns(
  db: Database,
  vault: Vault,
  kept: KeptSteps = openKeptSteps(),
): SignIns {
  const ports = { db, vault, kept }
  return {
    async open({ id, qid, client, asked, browser, boundPerson, request }) {
      const opening = returningPart(openSignIn, {
        id,
        qid,
        client,
        browser,
        asked: sealAsked(vault.system, id, asked),
        bound: boundPerson ?? null,
        open_life: openLife,
        life,
      })
      const keeping = request ? [keptRequest(vault, id, request)] : []
      const opened = await togetherReturning(db, opening, keeping)
      if (!opened.ok) {
        if (opened.refusal.part === keepRequest.name) return undefined
        throw new Error(`a new sign-in was not written: ${opened.refusal.part}`)
      }
      if (request)
        kept.answers.requests.keep(request.uid, { signIn: id, browser, content: request.content })
      const { opened_at: openedAt, open_until, expires_at, has_user_id } = opened.value
      return {
        now: openedAt,
        id,
        qid,
        state: 'open',
        client,
        asked,
        browser,
        hasUserId: has_user_id,
        bound: boundPerson !== undefined,
        openedAt,
        openUntil: open_until,
        expiresAt: expires_at,
        flow: undefined,
        returned: false,
        reason: undefined,
      }
    },
    async name(own, hash: Bytes) {
      return glanceOf(vault, await db.first(nameUserId, { ...own, hash }))
    },
    showCode: (own, mac, codeLife) => db.first(showCode, { ...own, mac, life: codeLife }),
    showStart: (own, sha256, tokenLife) => db.first(showStart, { ...own, sha256, life: tokenLife }),
    glance: async (id) => glanceOf(vault, await db.first(glance, { id })),
    find: (by) => findForPage(ports, by),
    recall: (id) => recallForPage(db, kept, id),
    visit: (profile, by) => visitSignIn(ports, profile, by),
    recallVisit: (profile, id) => recallVisit(ports, profile, id),
    visitEvidence: (profile, id) => visitEvidence(ports, profile, id),
    visitState: (profile) => visitState(db, vault, profile),
    visitBrowsers: (profile) => visitBrowsers(db, vault, profile),
    visitHistory: (profile, before) => visitHistory(db, vault, profile, before),
  }
}

function glanceOf(vault: Vault, row: (GlanceRow & { now: Instant }) | undefined) {
  return (
    row && {
      now: row.now,
      id: row.sign_in_id,
      qid: row.qid,
      state: row.sign_in_state,
      client: row.client_id,
      asked: openAsked(vault.system, row.sign_in_id, row.asked),
      browser: row.browser,
      hasUserId: row.user_id_hash !== null,
      bound: row.bound_person !== null,
      openedAt: row.opened_at,
      openUntil: row.open_until,
      expiresAt: row.expires_at,
      flow: row.flow ?? undefined,
      returned: row.returned_at !== null,
      reason: row.ended_reason ?? undefined,
    }
  )
}
