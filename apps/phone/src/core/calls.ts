/**
 * One call of a profile to the server, sent at least once and counted at most once. The call is
 * written down before it is sent and sent again, to the letter, before any other (protocols §2).
 */
import { accept, Instant, refuse, utf8, type Random, type Result } from '@open-mitid/kernel'
import {
  appProofHeader,
  Digest,
  makeAppProof,
  newNonce,
  ProfileId,
  type PhoneCalls,
  type PhonePath,
  type PhoneProblem,
  type PublicJwk,
  type Sign,
} from '@open-mitid/protocol'
import { openMemory, sealMemory, type PendingCall, type ProfileMemory } from './memory.ts'
import { settle } from './settle.ts'
import type { PhoneStore, StoredProfile } from './store.ts'

/** The way to the server: the app's own origin, and what a pure core is not allowed to reach for. */
export type Line = {
  readonly app: string
  readonly fetch: typeof fetch
  readonly random: Random
  /** Seconds since 1970; only told, never trusted (protocols §2: phones have wrong clocks). */
  readonly now: () => number
}

/** The server could not be asked, so it is not known what became of the call. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export type CallRefusal = PhoneProblem | { readonly kind: 'ended'; readonly why: string }

export type Calls = {
  call<Path extends PhonePath>(
    id: string,
    path: Path,
    body: PhoneCalls[Path]['request'],
    /** What must be on the disk together with the call: a new PIN's secret. */
    remember?: ProfileMemory,
  ): Promise<Result<PhoneCalls[Path]['answer'], CallRefusal>>
  /** Hears the answer to a call that was sent before the app was stopped. */
  catchUp(id: string): Promise<void>
}

export function calls(store: PhoneStore, line: Line): Calls {
  const write = async (stored: StoredProfile, memory: ProfileMemory) => {
    const sealed = await sealMemory(memory, stored.sealKey, line.random(12))
    await store.write({ ...stored, memory: sealed })
  }

  const send = async (stored: StoredProfile, memory: ProfileMemory, pending: PendingCall) => {
    const heard = await exchange(line, stored, memory, pending)
    const after = settle(memory, pending, heard)
    await write(stored, after)
    return { heard, after }
  }

  const current = async (id: string) => {
    const stored = await store.read(id)
    if (!stored) return undefined
    const memory = await openMemory(stored)
    if (!memory.pending) return { stored, memory }
    return { stored, memory: (await send(stored, memory, memory.pending)).after }
  }

  return {
    call: (id, path, body, remember) =>
      store.alone(id, async () => {
        const found = await current(id)
        if (!found) return refuse({ kind: 'ended', why: 'removed' })
        if (found.memory.stage === 'ended') return refuse({ kind: 'ended', why: found.memory.why })
        const pending = { path, jti: newNonce(line.random), body: JSON.stringify(body) }
        const memory = { ...(remember ?? found.memory), rn: found.memory.rn, pending }
        await write(found.stored, memory)
        const { heard } = await send(found.stored, memory, pending)
        return heard as Result<PhoneCalls[typeof path]['answer'], PhoneProblem>
      }),
    catchUp: (id) =>
      store.alone(id, async () => {
        await current(id)
      }),
  }
}

async function exchange(
  line: Line,
  stored: StoredProfile,
  memory: ProfileMemory,
  pending: PendingCall,
): Promise<Result<PhoneCalls[PhonePath]['answer'], PhoneProblem>> {
  const profile = 'profile' in memory ? ProfileId.parse(memory.profile) : undefined
  const proof = await makeAppProof(
    {
      htm: 'POST',
      htu: `${line.app}${pending.path}`,
      rn: memory.rn,
      jti: pending.jti,
      iat: Instant.of(line.now()),
      body_sha256: Digest.ofBytes(utf8(pending.body)),
    },
    { sign: deviceSign(stored.deviceKey) },
    profile ? { profile } : { jwk: await publicJwk(stored.deviceKey) },
  )
  const response = await line
    .fetch(`${line.app}${pending.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [appProofHeader]: proof },
      body: pending.body,
    })
    .catch((cause: unknown) => {
      throw new Unreachable('the server did not answer', { cause })
    })
  const answer: unknown = await response.json().catch((cause: unknown) => {
    throw new Unreachable('the server gave an answer that cannot be read', { cause })
  })
  if (response.ok) return accept(answer as PhoneCalls[PhonePath]['answer'])
  if (response.status >= 500) throw new Unreachable('the server has a fault')
  return refuse(answer as PhoneProblem)
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
