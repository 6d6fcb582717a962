/** `OwnerLinks` on PostgreSQL: what is asked touches nothing of a person, whoever has the user ID. */
import { sql, type RawBuilder } from 'kysely'
import type { PersonId } from '@open-mitid/identity/person'
import {
  askLife,
  letOnLife,
  type FoundOwnerLink,
  type NewOwnerLink,
  type OwnerLinks,
} from '@open-mitid/identity/sign-in'
import type { Bytes, Instant, Seconds } from '@open-mitid/kernel'
import type { Connection, Database } from '../database.ts'
import { forgetBrowserTriesParts } from '../authenticator/index.ts'
import { ledgerParts } from '../ledger/index.ts'
import { ownerLinkPlace } from '../notice/index.ts'
import { statement } from '../statement.ts'
import { part, together, type Part } from '../together.ts'
import { seal, type Vault } from '../vault/index.ts'

type Own = { id: string; browser: Bytes }
type AskRow = {
  readonly now: Instant
  readonly hash: Bytes
  readonly link_id: string | null
  readonly until: Instant | null
  readonly unused: number | null
  readonly used: boolean | null
}

const openOwn = (p: Own): RawBuilder<unknown> => sql`
  sign_in.id = ${p.id} and sign_in.browser = ${p.browser} and sign_in.state = 'open'
  and sign_in.open_until > mitid.now() and sign_in.user_id_hash is not null`

const findAsk = statement<Own, AskRow>(
  'find-owner-ask',
  (p) => sql`
    select mitid.now() as now, sign_in.user_id_hash as hash, link.id as link_id, link.until,
      link.unused, link.used
    from mitid.sign_in left join mitid.owner_link as link
      on link.user_id_hash = sign_in.user_id_hash
    where ${openOwn(p)}
  `,
)
/** Who looks into their mail needs the time that a sign-in has. */
const keepOpen = statement<Own & { hash: Bytes }>(
  'keep-open-for-owner',
  (p) => sql`
    update mitid.sign_in set open_until = expires_at
    where ${openOwn(p)} and sign_in.user_id_hash = ${p.hash}
  `,
)
const noteAsk = statement<{ browser: Bytes; hash: Bytes; life: Seconds }>(
  'note-owner-ask',
  (p) => sql`
    insert into mitid.owner_ask (browser, user_id_hash, until)
    values (${p.browser}, ${p.hash}, mitid.now() + make_interval(secs => ${p.life}::float8))
    on conflict (browser, user_id_hash) do update set until = excluded.until
  `,
)
type LinkColumns = {
  hash: Bytes
  id: string
  token_sha256: Bytes
  code_mac: Bytes
  sealed: Bytes
  until: Instant
  unused: number
  before: string | null
}
const replaceLink = statement<LinkColumns>(
  'replace-owner-link',
  (p) => sql`
    insert into mitid.owner_link as link (user_id_hash, id, token_sha256, code_mac, sealed, until,
      unused)
    values (${p.hash}, ${p.id}, ${p.token_sha256}, ${p.code_mac}, ${p.sealed},
      to_timestamp(${p.until}::float8), ${p.unused})
    on conflict (user_id_hash) do update set id = excluded.id,
      token_sha256 = excluded.token_sha256, code_mac = excluded.code_mac,
      sealed = excluded.sealed, queued = false, until = excluded.until,
      unused = excluded.unused, used = false
    where link.id = ${p.before}::text
  `,
)

type LinkRow = {
  readonly now: Instant
  readonly link_id: string
  readonly hash: Bytes
  readonly person_id: PersonId
  readonly wrapped_key: Bytes
  readonly n: number
  readonly head: Bytes
  readonly asked: boolean
}
const linkColumns = (browser: Bytes) => sql`
  mitid.now() as now, link.id as link_id, link.user_id_hash as hash, password.person_id,
  person.wrapped_key, chain.n, chain.head, exists (
    select from mitid.owner_ask as ask
    where ask.browser = ${browser} and ask.user_id_hash = link.user_id_hash
      and ask.until > mitid.now()) as asked`
const owned = sql`
  join mitid.password on password.user_id_index = link.user_id_hash
  join mitid.person on person.id = password.person_id and person.state = 'active'
  join mitid.chain on chain.subject = person.id`

const findCode = statement<Own & { code_mac: Bytes }, LinkRow>(
  'find-owner-code',
  (p) => sql`
    select ${linkColumns(p.browser)}
    from mitid.sign_in join mitid.owner_link as link on link.user_id_hash = sign_in.user_id_hash
      and link.code_mac = ${p.code_mac} and not link.used and link.until > mitid.now()
      ${owned}
    where ${openOwn(p)}
  `,
)
const findToken = statement<{ token_sha256: Bytes; browser: Bytes }, LinkRow>(
  'find-owner-token',
  (p) => sql`
    select ${linkColumns(p.browser)}
    from mitid.owner_link as link ${owned}
    where link.token_sha256 = ${p.token_sha256} and not link.used and link.until > mitid.now()
  `,
)
const spend = statement<{ id: string }>(
  'spend-owner-link',
  (p) => sql`
    update mitid.owner_link set used = true, unused = 0
    where id = ${p.id} and not used and until > mitid.now()
  `,
)
const letOn = statement<{ browser: Bytes; hash: Bytes; life: Seconds }>(
  'let-browser-on',
  (p) => sql`
    update mitid.owner_ask
    set let_on_until = mitid.now() + make_interval(secs => ${p.life}::float8),
      until = greatest(until, mitid.now() + make_interval(secs => ${p.life}::float8))
    where browser = ${p.browser} and user_id_hash = ${p.hash}
  `,
)

export function postgresOwnerLinks(db: Database, vault: Vault): OwnerLinks {
  const found = (row: LinkRow, browser: Bytes): FoundOwnerLink => {
    const { person_id: person, hash } = row
    return {
      now: row.now,
      person,
      chain: { subject: person, n: row.n, head: row.head },
      asked: row.asked,
      async letOn(events) {
        const key = await vault.personKey(person, row.wrapped_key)
        const written = await together(db, [
          ...ledgerParts(events, key),
          part(spend, { id: row.link_id }),
          part(letOn, { browser, hash, life: letOnLife }),
          ...forgetBrowserTriesParts(hash, browser),
        ])
        return written.ok
      },
    }
  }
  return {
    async findAsk(own) {
      const row = await db.first(findAsk, own)
      if (!row) return undefined
      const { hash } = row
      return {
        now: row.now,
        newest: newestOf(row),
        async write(link) {
          const written = await together(db, [
            part(keepOpen, { ...own, hash }),
            part(noteAsk, { browser: own.browser, hash, life: askLife }),
            ...(link ? [linkPart(vault, row, link)] : []),
          ])
          return written.ok
        },
      }
    },
    async findCode(own, code_mac) {
      const row = await db.first(findCode, { ...own, code_mac })
      return row && found(row, own.browser)
    },
    async findToken(token_sha256, browser) {
      const row = await db.first(findToken, { token_sha256, browser })
      return row && found(row, browser)
    },
  }
}

/** One that was used serves nobody any more. */
function newestOf({ until, unused, used, now }: AskRow) {
  if (until === null || unused === null) return undefined
  return { until: used === true ? now : until, unused }
}

function linkPart(vault: Vault, { hash, link_id: before }: AskRow, link: NewOwnerLink): Part {
  const { id, secrets, tokenSha256: token_sha256, codeMac: code_mac, until, unused } = link
  const sealed = seal(vault.system, ownerLinkPlace(id), JSON.stringify(secrets))
  return part(replaceLink, { hash, id, token_sha256, code_mac, sealed, until, unused, before })
}

const sweeps = [
  statement<object>(
    'sweep-owner-links',
    () => sql`delete from mitid.owner_link where until < mitid.now() - interval '1 day'`,
  ),
  statement<object>(
    'sweep-owner-asks',
    () => sql`delete from mitid.owner_ask where until < mitid.now()`,
  ),
]

/** Deletes what serves nobody any more; a job of the worker. */
export async function sweepOwnerLinks(db: Connection): Promise<void> {
  for (const sweep of sweeps) await db.affect(sweep, {})
}
