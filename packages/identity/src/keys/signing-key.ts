/** The two lists of keys that the operator signs with: evidence (protocols §2), and OpenID tokens. */
import { Instant, type Seconds } from '@open-mitid/kernel'
import type { PublicJwk } from '@open-mitid/protocol'

export type KeyList = 'evidence' | 'oidc'
export const keyLists: readonly KeyList[] = ['evidence', 'oidc']

/** A key signs from `useFrom` and, once the next one has begun, until `useUntil`. */
export type SigningKey = {
  readonly kid: string
  readonly jwk: PublicJwk
  readonly useFrom: Instant
  readonly useUntil: Instant | undefined
}

/** What was begun with a key just before the next one may still be signed with it. */
const overlap: Seconds = 60
/** How long tokens may still be checked after their key has ended. */
const afterlife: Seconds = 24 * 60 * 60

/** The key to sign with at that time: the newest that has begun. */
export function currentKey<Key extends SigningKey>(
  keys: readonly Key[],
  now: Instant,
): Key | undefined {
  return keys
    .filter(({ useFrom }) => useFrom <= now)
    .reduce<Key | undefined>(
      (newest, key) => (newest && newest.useFrom >= key.useFrom ? newest : key),
      undefined,
    )
}

/**
 * What is published, also before its time, so that whoever keeps a copy knows a key before it
 * signs. From the evidence list nothing is ever removed.
 */
export function publishedKeys<Key extends SigningKey>(
  list: KeyList,
  keys: readonly Key[],
  now: Instant,
): readonly Key[] {
  if (list === 'evidence') return keys
  return keys.filter(
    ({ useUntil }) => useUntil === undefined || now < Instant.plus(useUntil, afterlife),
  )
}

export type Rotation = {
  readonly useFrom: Instant
  /** The key that the new one follows, and its end. */
  readonly ends: { readonly kid: string; readonly useUntil: Instant } | undefined
}

/** When the next key begins; undefined where a next one is waiting already. */
export function rotation(
  keys: readonly SigningKey[],
  { now, lead }: { now: Instant; lead: Seconds },
): Rotation | undefined {
  if (keys.some(({ useFrom }) => useFrom > now)) return undefined
  const current = currentKey(keys, now)
  if (!current) return { useFrom: now, ends: undefined }
  const useFrom = Instant.plus(now, lead)
  return { useFrom, ends: { kid: current.kid, useUntil: Instant.plus(useFrom, overlap) } }
}
