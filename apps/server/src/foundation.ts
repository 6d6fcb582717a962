/** What everything stands on: database, keys and time, opened and checked before anything starts. */
import type { Instant, Random } from '@open-mitid/kernel'
import {
  clockIsReal,
  openDatabase,
  openKeyRing,
  openVault,
  type Database,
  type KeyRing,
  type Trip,
  type Vault,
} from '@open-mitid/postgres'
import { databaseTime } from '@open-mitid/postgres/oidc'
import { StartError, type Config } from './config.ts'
import { KeyFileError, openLocalKeyVault } from './outbound/vault/index.ts'
import { openRandom } from './random.ts'
import { tracedDatabase } from './tracing/index.ts'

export type Foundation = {
  readonly db: Database
  readonly vault: Vault
  readonly evidence: KeyRing
  readonly oidc: KeyRing
  readonly random: Random
  readonly now: () => Promise<Instant>
  readonly close: () => Promise<void>
}

/** Throws a `StartError` that says what the operator can do. */
export async function openFoundation(
  config: Config,
  onTrip?: (trip: Trip) => void,
): Promise<Foundation> {
  const { databaseUrl, databaseConnections: max } = config
  const opened = openDatabase(databaseUrl, { max, ...(onTrip ? { onTrip } : {}) })
  const db = config.traces ? tracedDatabase(opened) : opened
  try {
    if (config.environment === 'production' && !(await clockIsReal(db)))
      throw new StartError('The clock of this database can be moved; production needs a real one.')
    const random = openRandom()
    const vault = await openVault(db, await openKeys(config)).catch(notOurKeys)
    const evidence = await openKeyRing(db, vault, 'evidence', random)
    const oidc = await openKeyRing(db, vault, 'oidc', random)
    const now = () => databaseTime(db)
    const close = async () => {
      evidence.close()
      oidc.close()
      await db.close()
    }
    return { db, vault, evidence, oidc, random, now, close }
  } catch (fault) {
    await db.close()
    throw startErrorOf(fault)
  }
}

function openKeys({ keys: folder, environment }: Config) {
  return openLocalKeyVault({ folder, environment })
}

/** What comes from the database says so by its SQLSTATE; anything else is a seal that stays shut. */
function notOurKeys(fault: unknown): never {
  if (fault instanceof KeyFileError || typeof (fault as { code?: unknown }).code === 'string')
    throw fault
  throw new StartError('The keys in MITID_KEYS are not those of this database.', { cause: fault })
}

/** By SQLSTATE (PostgreSQL, Appendix A) and the names of system errors. */
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at DATABASE_URL.',
  ENOENT: 'Nothing answers at DATABASE_URL.',
  ENOTFOUND: 'The host in DATABASE_URL is not known.',
  ETIMEDOUT: 'The database at DATABASE_URL does not answer.',
  '28P01': 'The database refuses the password in DATABASE_URL.',
  '28000': 'The database refuses the user in DATABASE_URL.',
  '3D000': 'There is no database of the name in DATABASE_URL.',
  '3F000': 'The database has no tables yet; run: mitid migrate.',
  '42P01': 'The database lacks tables; run: mitid migrate.',
  '42883': 'The database lacks functions; run: mitid migrate.',
}

function startErrorOf(fault: unknown): unknown {
  if (fault instanceof KeyFileError) return new StartError(fault.message, { cause: fault })
  const { code } = fault as { code?: unknown }
  const sentence = typeof code === 'string' ? sentences[code] : undefined
  return sentence === undefined ? fault : new StartError(sentence, { cause: fault })
}
