/** `TrustLists` on PostgreSQL. Lists are public: they are kept as they came. */
import { sql } from 'kysely'
import { emptyChain } from '@open-mitid/identity/ledger'
import type { TrustLists } from '@open-mitid/identity/enrolment'
import { accept, refuse, type Bytes, type Instant } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { part, together, type Part } from '../together.ts'
import type { Vault } from '../vault/index.ts'

const readVersion = statement<object, { version: number }>(
  'read-trust-version',
  () => sql`select version from mitid.trust_version where one`,
)
const readHead = statement<
  object,
  { version: number; now: Instant; n: number | null; head: Bytes | null }
>(
  'read-trust-head',
  () => sql`
    select trust.version, mitid.now() as now, chain.n, chain.head
    from mitid.trust_version trust left join mitid.chain on chain.subject = 'system'
    where trust.one
  `,
)
const readMasterLists = statement<object, { publisher: string; list: Bytes }>(
  'read-master-lists',
  () => sql`select publisher, list from mitid.master_list order by publisher`,
)
const readRevocationLists = statement<
  object,
  { issuer: string; list: Bytes; this_update: Instant }
>(
  'read-revocation-lists',
  () => sql`select issuer, list, this_update from mitid.revocation_list order by issuer`,
)
const count = statement<object>(
  'count-trust-version',
  () => sql`update mitid.trust_version set version = version + 1 where one`,
)
const keepMaster = statement<{ publisher: string; list: Bytes }>(
  'keep-master-list',
  (p) => sql`
    insert into mitid.master_list (publisher, list, imported_at)
    values (${p.publisher}, ${p.list}, mitid.now())
    on conflict (publisher) do update
    set list = excluded.list, imported_at = excluded.imported_at
  `,
)
const keepRevocation = statement<{ issuer: string; list: Bytes; this_update: Instant }>(
  'keep-revocation-list',
  (p) => sql`
    insert into mitid.revocation_list as kept (issuer, list, this_update, imported_at)
    values (${p.issuer}, ${p.list}, to_timestamp(${p.this_update}::float8), mitid.now())
    on conflict (issuer) do update
    set list = excluded.list, this_update = excluded.this_update,
      imported_at = excluded.imported_at
    where kept.this_update <= excluded.this_update
  `,
)

export function postgresTrustLists(db: Database, vault: Vault): TrustLists {
  const keep = async (events: Parameters<typeof ledgerParts>[0], kept: Part) => {
    const written = await together(db, [
      ...ledgerParts(events, vault.system),
      part(count, {}),
      kept,
    ])
    return written.ok ? accept(undefined) : refuse({ kind: 'lost' } as const)
  }
  return {
    async version() {
      const found = await db.first(readVersion, {})
      return found?.version ?? 0
    },
    load: () =>
      db.transaction(async (connection) => {
        const found = await connection.first(readHead, {})
        if (!found) throw new Error('the version of what is trusted has no row')
        const { version, now, n, head } = found
        const chain =
          n === null || !head ? emptyChain('system') : { subject: 'system' as const, n, head }
        const masterLists = await connection.rows(readMasterLists, {})
        const revocationLists = (await connection.rows(readRevocationLists, {})).map(
          ({ this_update: thisUpdate, ...kept }) => ({ ...kept, thisUpdate }),
        )
        return { version, now, chain, masterLists, revocationLists }
      }),
    keepMasterList: (kept, events) => keep(events, part(keepMaster, kept)),
    keepRevocationList: ({ issuer, list, thisUpdate }, events) =>
      keep(events, part(keepRevocation, { issuer, list, this_update: thisUpdate })),
  }
}
