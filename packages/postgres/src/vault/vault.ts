/** Data keys: one a person, wrapped on their row, and one for what belongs to nobody. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { equalBytes, forgetOldest, type Bytes } from '@open-mitid/kernel'
import type { EnrolmentId } from '@open-mitid/identity/enrolment'
import type { Mac } from '@open-mitid/identity/keys'
import type { PersonId } from '@open-mitid/identity/person'
import type { Connection } from '../database.ts'
import { statement } from '../statement.ts'
import type { KeyVault } from './key-vault.ts'
import { DataKey, seal, unseal } from './seal.ts'

/** A person, or somebody on the way to be one. */
type Owner = PersonId | EnrolmentId

export type Vault = {
  readonly mac: Mac
  /** The key of what belongs to no person: signing keys, client and system events. */
  readonly system: DataKey
  readonly newPersonKey: (id: Owner) => Promise<{ key: DataKey; wrapped: Bytes }>
  /** Throws where the wrapped key is not that person's. */
  readonly personKey: (id: Owner, wrapped: Bytes) => Promise<DataKey>
}

const findKey = statement<object, { wrapped: Bytes }>(
  'find-system-key',
  () => sql`
  select wrapped from mitid.system_key where name = 'system'
`,
)
const keepKey = statement<{ wrapped: Bytes }>(
  'keep-system-key',
  (p) => sql`
  insert into mitid.system_key (name, wrapped) values ('system', ${p.wrapped}) on conflict do nothing
`,
)

/** Makes the system's data key in a database that has none. */
export async function openVault(db: Connection, keys: KeyVault): Promise<Vault> {
  let found = await db.first(findKey, {})
  if (!found) {
    await db.affect(keepKey, { wrapped: await keys.wrap(newKey(), 'system') })
    found = await db.first(findKey, {})
  }
  if (!found) throw new Error('the data key of the system was not kept')
  const system = DataKey.of(await keys.unwrap(found.wrapped, 'system'))
  return {
    mac: keys.mac,
    system,
    async newPersonKey(id) {
      const bytes = newKey()
      return { key: DataKey.of(bytes), wrapped: await keys.wrap(bytes, id) }
    },
    personKey: keepingPersonKeys(async (id, wrapped) => DataKey.of(await keys.unwrap(wrapped, id))),
  }
}

/** A sign-in opens its person's key at each step, and a hardware module takes its time. */
const keptMs = 60_000
const mostKept = 1_000

type PersonKey = Vault['personKey']

/** The wrapped key is asked for all the same: without it, from the person's row, nothing opens. */
function keepingPersonKeys(unwrap: PersonKey): PersonKey {
  const kept = new Map<Owner, { wrapped: Bytes; key: DataKey; until: number }>()
  return async (id, wrapped) => {
    const found = kept.get(id)
    const now = performance.now()
    if (found && now < found.until && equalBytes(found.wrapped, wrapped)) return found.key
    const key = await unwrap(id, wrapped)
    kept.delete(id)
    kept.set(id, { wrapped, key, until: now + keptMs })
    forgetOldest(kept, mostKept)
    return key
  }
}

function newKey(): Bytes {
  return Uint8Array.from(randomBytes(32))
}

const findSecret = statement<{ name: string }, { sealed: Bytes }>(
  'find-secret',
  (p) => sql`
  select sealed from mitid.secret where name = ${p.name}
`,
)
const keepSecret = statement<{ name: string; sealed: Bytes }>(
  'keep-secret',
  (p) => sql`
  insert into mitid.secret (name, sealed) values (${p.name}, ${p.sealed}) on conflict do nothing
`,
)

/** A secret of the installation, made once: whoever comes second gets the first one's. */
export async function installationSecret(
  db: Connection,
  vault: Vault,
  name: string,
  make: () => Bytes,
): Promise<Bytes> {
  const place = { table: 'secret', column: 'sealed', row: name }
  const found = await db.first(findSecret, { name })
  if (found) return unseal(vault.system, place, found.sealed)
  await db.affect(keepSecret, { name, sealed: seal(vault.system, place, make()) })
  return installationSecret(db, vault, name, make)
}
