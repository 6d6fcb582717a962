/** The signing keys of one list, opened and at hand, so that signing waits for nothing. */
import { createPrivateKey, sign, type KeyObject } from 'node:crypto'
import type { Bytes, Instant } from '@open-mitid/kernel'
import {
  currentKey,
  ensureFirstKey,
  publishedKeys,
  type KeyList,
  type SigningKey,
} from '@open-mitid/identity/keys'
import type { Database } from '../database.ts'
import type { Vault } from '../vault/index.ts'
import { newKeyPair, openSigningKeys, postgresSigningKeys } from './signing-keys.ts'

/** A key in the ring. `sign` answers at once: ES256, 64 bytes r||s. */
export type RingKey = SigningKey & {
  readonly privateKey: KeyObject
  readonly sign: (bytes: Bytes) => Bytes
}

export type KeyRing = {
  /** The key to sign with, at the time that came with the rows. */
  readonly current: (now: Instant) => RingKey
  readonly published: (now: Instant) => readonly RingKey[]
  /** Reads the list again now; it is read again every minute by itself. */
  readonly refresh: () => Promise<void>
  readonly close: () => void
}

/** Far shorter than the lead with which keys are published before they sign. */
const refreshMs = 60_000

/** Makes the first key of an empty list. */
export async function openKeyRing(
  db: Database,
  vault: Vault,
  list: KeyList,
  random: (length: number) => Bytes,
): Promise<KeyRing> {
  await ensureFirstKey({ keys: postgresSigningKeys(db, vault), random, newKeyPair }, list)
  let keys: readonly RingKey[] = []
  const refresh = async () => {
    const opened = await openSigningKeys(db, vault, list)
    keys = opened.map(({ pkcs8, ...key }) => keys.find(isAs(key)) ?? ringKey(key, pkcs8))
  }
  await refresh()
  const timer = setInterval(() => {
    // A database that is away keeps nobody from signing: the next minute tries again.
    refresh().catch(() => undefined)
  }, refreshMs).unref()
  return {
    current(now) {
      const key = currentKey(keys, now)
      if (!key) throw new Error(`the ${list} list has no key for this time`)
      return key
    },
    published: (now) => publishedKeys(list, keys, now),
    refresh,
    close: () => {
      clearInterval(timer)
    },
  }
}

function isAs(key: SigningKey) {
  return (kept: RingKey) => kept.kid === key.kid && kept.useUntil === key.useUntil
}

function ringKey(key: SigningKey, pkcs8: Bytes): RingKey {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return {
    ...key,
    privateKey,
    sign: (bytes) =>
      new Uint8Array(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  }
}
