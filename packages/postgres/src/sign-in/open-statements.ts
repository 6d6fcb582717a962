/**
 * What a page does with a sign-in that is open: one statement each, conditional on its cookie. None
 * waits for the disk, as losing what a page did in a crash costs a retry.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Bytes, Instant, Seconds } from '@open-mitid/kernel'
import type { SignIn } from '@open-mitid/identity/sign-in'
import { statement, unhurried } from '../statement.ts'
import { glanceColumns, type GlanceRow } from './sign-in-row.ts'

type Qid = SignIn['qid']

/** A sign-in for one known person carries that person's own user-ID hash from the start. */
export const openSignIn = statement<
  {
    id: string
    qid: string
    client: string
    browser: Bytes
    asked: Bytes
    bound: string | null
    open_life: Seconds
    life: Seconds
  },
  Pick<GlanceRow, 'opened_at' | 'open_until' | 'expires_at'> & { has_user_id: boolean }
>(
  'open-sign-in',
  (p) => sql`
    insert into mitid.sign_in (id, qid, state, client_id, browser, asked, bound_person,
      user_id_hash, opened_at, open_until, expires_at)
    select ${p.id}, ${p.qid}, 'open', ${p.client}, ${p.browser}, ${p.asked}, ${p.bound}::text,
      (select user_id_index from mitid.person where id = ${p.bound}::text), at,
      at + make_interval(secs => ${p.open_life}::float8),
      at + make_interval(secs => ${p.life}::float8)
    from (select date_trunc('second', mitid.now()) as at) as clock, ${unhurried}
    returning opened_at, open_until, expires_at, user_id_hash is not null as has_user_id
  `,
)

type Own = { id: string; browser: Bytes }

const isOpen = (p: Own): RawBuilder<unknown> => sql`
  id = ${p.id} and browser = ${p.browser} and state = 'open' and open_until > mitid.now()`

export const nameUserId = statement<Own & { hash: Bytes }, GlanceRow & { now: Instant }>(
  'name-user-id',
  (p) => sql`
    update mitid.sign_in set user_id_hash = ${p.hash}, code_mac = null, code_until = null,
      start_sha256 = null, start_until = null
    from ${unhurried} where ${isOpen(p)} and bound_person is null
    returning mitid.now() as now, ${glanceColumns}
  `,
)

const until = (life: Seconds): RawBuilder<unknown> => sql`
  least(open_until, date_trunc('second', mitid.now()) + make_interval(secs => ${life}::float8))`

export const showCode = statement<
  Own & { mac: Bytes; life: Seconds },
  { until: Instant; now: Instant }
>(
  'show-code',
  (p) => sql`
    update mitid.sign_in set code_mac = ${p.mac}, code_until = ${until(p.life)}
    from ${unhurried} where ${isOpen(p)} returning code_until as until, mitid.now() as now
  `,
)

export const showStart = statement<
  Own & { sha256: Bytes; life: Seconds },
  { until: Instant; qid: Qid }
>(
  'show-start',
  (p) => sql`
    update mitid.sign_in set start_sha256 = ${p.sha256}, start_until = ${until(p.life)}
    from ${unhurried} where ${isOpen(p)} returning start_until as until, qid
  `,
)
