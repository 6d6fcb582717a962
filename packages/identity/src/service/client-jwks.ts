/** The public keys by which a client proves itself (RFC 7517, RFC 7523). */
import type { ClientJwk } from './client.ts'

export type JwksFault =
  'not-a-key-set' | 'no-keys' | 'too-many-keys' | 'private-key' | 'weak-key' | 'same-kid'

export type ClientJwks = { readonly keys: readonly ClientJwk[] }

/** Members that only private and symmetric keys have (RFC 7518 §6). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']
const most = 10

/** Answers the key set, or the first thing wrong with it: a private key must not be handed in. */
export function parseJwks(value: unknown): ClientJwks | JwksFault {
  const keys = isRecord(value) ? value['keys'] : undefined
  if (!Array.isArray(keys)) return 'not-a-key-set'
  if (keys.length === 0) return 'no-keys'
  if (keys.length > most) return 'too-many-keys'
  const read: ClientJwk[] = []
  const names = new Set<unknown>()
  for (const key of keys as readonly unknown[]) {
    if (!isJwk(key)) return 'not-a-key-set'
    if (privateMembers.some((member) => member in key)) return 'private-key'
    if (!isStrong(key)) return 'weak-key'
    if (names.has(key['kid'])) return 'same-kid'
    names.add(key['kid'])
    read.push(key)
  }
  return { keys: read }
}

function isStrong(key: ClientJwk): boolean {
  if (key.kty === 'EC') return key['crv'] === 'P-256' && text(key['x']) && text(key['y'])
  // 2048 bits are 342 letters of base64url.
  return key.kty === 'RSA' && text(key['e']) && text(key['n']) && key['n'].length >= 342
}

function isJwk(value: unknown): value is ClientJwk {
  return isRecord(value) && typeof value['kty'] === 'string'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]+$/u.test(value)
}
