/** `SigningKeys` on PostgreSQL, and the key pairs that go in. */
import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { accept, refuse, type Bytes, type Instant } from '@open-mitid/kernel'
import type { KeyList, NewKeyPair, SigningKey, SigningKeys } from '@open-mitid/identity/keys'
import { emptyChain } from '@open-mitid/identity/ledger'
import type { Connection, Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { part, together } from '../together.ts'
import { seal, unseal, type Vault } from '../vault/index.ts'

type KeyRow = {
  kid: string
  jwk: SigningKey['jwk']
  sealed: Bytes
  use_from: Instant
  use_until: Instant | null
}

/** The statements of one list: the tables are twins. */
function statementsOf(list: KeyList) {
  const table = sql.table(`mitid.${list}_key`)
  return {
    find: statement<object, KeyRow>(
      `find-${list}-keys`,
      () => sql`select kid, jwk, sealed, use_from, use_until from ${table} order by use_from, kid`,
    ),
    insert: statement<{ kid: string; jwk: string; sealed: Bytes; use_from: Instant }>(
      `insert-${list}-key`,
      (p) => sql`
        insert into ${table} (kid, jwk, sealed, use_from)
        values (${p.kid}, ${p.jwk}, ${p.sealed}, to_timestamp(${p.use_from}::float8))
      `,
    ),
    end: statement<{ kid: string; use_until: Instant }>(
      `end-${list}-key`,
      (p) => sql`
        update ${table} set use_until = to_timestamp(${p.use_until}::float8)
        where kid = ${p.kid} and use_until is null
      `,
    ),
  }
}

const statements: Readonly<Record<KeyList, ReturnType<typeof statementsOf>>> = {
  evidence: statementsOf('evidence'),
  oidc: statementsOf('oidc'),
}

const findSystemChain = statement<object, { now: Instant; n: number | null; head: Bytes | null }>(
  'find-system-chain',
  () => sql`
    select mitid.now() as now, chain.n, chain.head
    from (select 1) as always left join mitid.chain on chain.subject = 'system'
  `,
)

export function postgresSigningKeys(db: Database, vault: Vault): SigningKeys {
  return {
    async load(list) {
      const found = await db.first(findSystemChain, {})
      if (!found) throw new Error('a query without conditions gave no row')
      const { now, n, head } = found
      const chain =
        n === null || !head ? emptyChain('system') : { subject: 'system' as const, n, head }
      const keys = (await db.rows(statements[list].find, {})).map(keyOf)
      return { now, keys, chain }
    },
    async add(list, { kid, jwk, useFrom, privateKey }, ends, events) {
      const { insert, end } = statements[list]
      const sealed = seal(vault.system, placeOf(list, kid), privateKey)
      const written = await together(db, [
        ...ledgerParts(events, vault.system),
        ...(ends ? [part(end, { kid: ends.kid, use_until: ends.useUntil })] : []),
        part(insert, { kid, jwk: JSON.stringify(jwk), sealed, use_from: useFrom }),
      ])
      return written.ok ? accept(undefined) : refuse({ kind: 'lost' })
    },
  }
}

export type PrivateSigningKey = SigningKey & { readonly pkcs8: Bytes }

/** The keys of a list with their private halves, by age. */
export async function openSigningKeys(
  db: Connection,
  vault: Vault,
  list: KeyList,
): Promise<readonly PrivateSigningKey[]> {
  const rows = await db.rows(statements[list].find, {})
  return rows.map((row) => ({
    ...keyOf(row),
    pkcs8: unseal(vault.system, placeOf(list, row.kid), row.sealed),
  }))
}

function keyOf({ kid, jwk, use_from: useFrom, use_until: useUntil }: KeyRow): SigningKey {
  return { kid, jwk, useFrom, useUntil: useUntil ?? undefined }
}

function placeOf(list: KeyList, kid: string) {
  return { table: `${list}_key`, column: 'sealed', row: kid }
}

export const newKeyPair: NewKeyPair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  if (x === undefined || y === undefined) throw new Error('a P-256 key without coordinates')
  return {
    jwk: { kty: 'EC', crv: 'P-256', x, y },
    privateKey: Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' })),
  }
}
