/** What a profile has claimed and decided, and the events about its person. */
import { sql } from 'kysely'
import type { ProfileId } from '@open-mitid/identity/authenticator'
import type { HistoryVisit, SignInId, StateVisit } from '@open-mitid/identity/sign-in'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { findCaller, openCaller, turnParts, type OpenedCaller } from '../authenticator/index.ts'
import type { Database } from '../database.ts'
import { openEvent, type EventRow } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { together } from '../together.ts'
import { unsealText, type Vault } from '../vault/index.ts'
import { place } from './sign-in-row.ts'

type OfferRow = { id: SignInId; offer: Bytes }

const findWaiting = statement<{ profile: string }, OfferRow & { expires_at: Instant }>(
  'find-waiting',
  (p) => sql`
    select id, offer, expires_at from mitid.sign_in
    where profile_id = ${p.profile} and claimed_at is not null
      and state = 'claimed' and expires_at > mitid.now()
    order by claimed_at
  `,
)
const countOtherApps = statement<{ person: string; profile: string }, { apps: number }>(
  'count-other-apps',
  (p) => sql`
    select count(*) as apps from mitid.profile
    where person_id = ${p.person} and id <> ${p.profile} and state = 'active'
  `,
)
const findDecided = statement<{ profile: string }, OfferRow & { yes: boolean; at: Instant }>(
  'find-decided',
  (p) => sql`
    select id, offer, state <> 'refused' as yes, coalesce(approved_at, ended_at) as at
    from mitid.sign_in
    where profile_id = ${p.profile} and claimed_at is not null
      and (approval is not null or state = 'refused')
    order by claimed_at desc limit 200
  `,
)
const findEvents = statement<{ subject: string; before: number }, EventRow>(
  'find-newest-events',
  (p) => sql`
    select n, id, prev, type, at, actor, sealed, salt, commit
    from mitid.event where subject = ${p.subject} and n < ${p.before}::bigint
    order by n desc limit 100
  `,
)

export async function visitState(
  db: Database,
  vault: Vault,
  profile: ProfileId,
): Promise<StateVisit | undefined> {
  const opened = await visit(db, vault, profile)
  if (!opened) return undefined
  const waiting = await db.rows(findWaiting, { profile })
  const others = await db.first(countOtherApps, { person: opened.caller.person.id, profile })
  return {
    caller: opened.caller,
    waiting: waiting.map((row) => ({ offer: offerOf(opened, row), expiresAt: row.expires_at })),
    otherApps: others?.apps ?? 0,
    write: writing(db, opened),
  }
}

export async function visitHistory(
  db: Database,
  vault: Vault,
  profile: ProfileId,
  before = Number.MAX_SAFE_INTEGER,
): Promise<HistoryVisit | undefined> {
  const opened = await visit(db, vault, profile)
  if (!opened) return undefined
  const decided = await db.rows(findDecided, { profile })
  const told = await db.rows(findEvents, { subject: opened.caller.person.id, before })
  return {
    caller: opened.caller,
    decided: decided.map((row) => ({
      offer: offerOf(opened, row),
      decision: row.yes ? 'approve' : 'refuse',
      at: row.at,
    })),
    told: told.map((row) => openEvent(opened.key, opened.caller.person.id, row)),
    write: writing(db, opened),
  }
}

async function visit(db: Database, vault: Vault, id: ProfileId) {
  const row = await db.first(findCaller, { id })
  return row && openCaller(vault, row)
}

function offerOf({ key }: OpenedCaller, { id, offer }: OfferRow): string {
  return unsealText(key, place(id, 'offer'), offer)
}

function writing(db: Database, opened: OpenedCaller): StateVisit['write'] {
  return async (turn) => (await together(db, turnParts(opened, turn))).ok
}
