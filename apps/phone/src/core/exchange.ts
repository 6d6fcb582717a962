/** One request of the phone to the server over the wire, with its app proof. See protocols §2. */
import { accept, Instant, refuse, utf8, type Random, type Result } from '@open-mitid/kernel'
import {
  appProofHeader,
  Digest,
  makeAppProof,
  ProfileId,
  type PhoneCalls,
  type PhonePath,
  type PhoneProblem,
  type PublicJwk,
  type Sign,
} from '@open-mitid/protocol'
import type { PendingCall, ProfileMemory } from './memory.ts'
import type { ServerClock } from './server-clock.ts'
import type { StoredProfile } from './store.ts'

/** The way to the server: the app's own origin, and what a pure core is not allowed to reach for. */
export type Line = {
  readonly app: string
  readonly fetch: typeof fetch
  readonly random: Random
  readonly clock: ServerClock
}

/** The server could not be asked, so it is not known what became of the call. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

type Answer = PhoneCalls[PhonePath]['answer']

/** After this many milliseconds without an answer the connection is given up, not the call. */
const patience = 20_000

export async function exchange(
  line: Line,
  stored: StoredProfile,
  memory: ProfileMemory,
  { pending, again }: { readonly pending: PendingCall; readonly again: boolean },
): Promise<Result<Answer, PhoneProblem>> {
  const url = `${line.app}${pending.path}`
  const profile = 'profile' in memory ? ProfileId.parse(memory.profile) : undefined
  const proof = await makeAppProof(
    {
      htm: 'POST',
      htu: url,
      rn: memory.rn,
      jti: pending.jti,
      iat: Instant.of(line.clock.now()),
      body_sha256: Digest.ofBytes(utf8(pending.body)),
    },
    { sign: deviceSign(stored.deviceKey) },
    profile ? { profile } : { jwk: await publicJwk(stored.deviceKey) },
  )
  const { response, body } = await post(line, url, proof, pending.body)
  if (!isObject(body)) throw new Unreachable('the answer is none of our server')
  if (response.ok && typeof body['rn'] === 'string') {
    hearTime(line.clock, body, again)
    return accept(body as Answer)
  }
  if (response.status >= 500 || typeof body['kind'] !== 'string')
    throw new Unreachable('the server has a fault')
  hearTime(line.clock, body, again)
  return refuse(body as PhoneProblem)
}

/** What is published at the app's own origin for everybody, as JSON. */
export async function readPublished(line: Line, path: string): Promise<unknown> {
  try {
    const response = await line.fetch(`${line.app}${path}`, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (response.ok) return await response.json()
  } catch (cause) {
    throw new Unreachable('the server did not answer', { cause })
  }
  throw new Unreachable('the server has a fault')
}

async function post(line: Line, url: string, proof: string, body: string) {
  try {
    const response = await line.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [appProofHeader]: proof },
      body,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    return { response, body: (await response.json()) as unknown }
  } catch (cause) {
    throw new Unreachable('the server did not answer', { cause })
  }
}

/** An answer that is given again says when it was given first. */
function hearTime(clock: ServerClock, { now }: { readonly now?: unknown }, again: boolean): void {
  if (typeof now !== 'number') return
  if (again) clock.atLeast(now)
  else clock.hear(now)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

export function deviceSign(deviceKey: CryptoKeyPair): Sign {
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  return async (bytes) =>
    new Uint8Array(await crypto.subtle.sign(algorithm, deviceKey.privateKey, bytes))
}

export async function publicJwk(deviceKey: CryptoKeyPair): Promise<PublicJwk> {
  const { x, y } = await crypto.subtle.exportKey('jwk', deviceKey.publicKey)
  if (x === undefined || y === undefined) throw new Error('the device key is not an EC key')
  return { kty: 'EC', crv: 'P-256', x, y }
}
