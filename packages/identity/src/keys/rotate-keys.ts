/** The operator's signing keys follow one another; the first is made where there is none. */
import {
  accept,
  refuse,
  type Random,
  type Result,
  type Seconds,
  type UseCase,
} from '@open-mitid/kernel'
import { thumbprint } from '@open-mitid/protocol'
import { appendEvents } from '../ledger/index.ts'
import { rotation, type KeyList, type SigningKey } from './signing-key.ts'
import type { NewKeyPair, SigningKeys } from './signing-keys.ts'

export type RotateKeys = {
  readonly list: KeyList
  /** How long before it signs the key is published, for those who keep copies of the list. */
  readonly lead: Seconds
}

export type RotateKeysRefusal = { readonly kind: 'next-key-waits' | 'busy' }

type Ports = { keys: SigningKeys; random: Random; newKeyPair: NewKeyPair }

const tries = 5

export function rotateKeys(ports: Ports): UseCase<RotateKeys, SigningKey, RotateKeysRefusal> {
  return ({ list, lead }) => addKey(ports, list, lead)
}

/** Gives a list without keys its first, which signs at once. Of servers that race, one makes it. */
export async function ensureFirstKey(ports: Ports, list: KeyList): Promise<void> {
  const { keys } = await ports.keys.load(list)
  if (keys.length > 0) return
  const added = await addKey(ports, list, 0, { onlyFirst: true })
  if (!added.ok && added.refusal.kind === 'busy') await ensureFirstKey(ports, list)
}

async function addKey(
  { keys, random, newKeyPair }: Ports,
  list: KeyList,
  lead: Seconds,
  { onlyFirst = false } = {},
): Promise<Result<SigningKey, RotateKeysRefusal>> {
  for (let left = tries; left > 0; left -= 1) {
    const found = await keys.load(list)
    const plan =
      onlyFirst && found.keys.length > 0
        ? undefined
        : rotation(found.keys, { now: found.now, lead })
    if (!plan) return refuse({ kind: 'next-key-waits' })
    const { jwk, privateKey } = newKeyPair()
    const key: SigningKey = {
      kid: thumbprint(jwk),
      jwk,
      useFrom: plan.useFrom,
      useUntil: undefined,
    }
    const events = appendEvents(
      found.chain,
      [{ type: 'keys-rotated', actor: 'operator', body: { list, kid: key.kid } }],
      { random, now: found.now },
    )
    const added = await keys.add(list, { ...key, privateKey }, plan.ends, events)
    if (added.ok) return accept(key)
  }
  return refuse({ kind: 'busy' })
}
