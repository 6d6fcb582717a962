/**
 * The order in which every call of an app is answered (protocols §2): load, check the proof,
 * decide, write, answer. A call that was answered before gets the same answer.
 */
import { accept, refuse, type Instant, type Random, type Result } from '@open-mitid/kernel'
import {
  newNonce,
  verifyAppProof,
  type PhoneCalls,
  type PhonePath,
  type PhoneRefusal,
  type VerifyEs256,
} from '@open-mitid/protocol'
import { appendEvents, type AppendedEvents } from '../ledger/index.ts'
import type { CallAnswer, Caller, PhoneCall, Turn, Visit } from './call.ts'
import { suspend, type ActiveProfile, type Profile, type SuspendedProfile } from './profile.ts'

export type CallPorts = { readonly random: Random; readonly verify: VerifyEs256 }

/** What a call comes to: its answer, and what is written with it. */
export type Decision<Path extends PhonePath, Move> = {
  readonly result: Result<Omit<PhoneCalls[Path]['answer'], 'rn' | 'now'>, PhoneRefusal>
  /** The profile after it; unchanged where it is left out. */
  readonly profile?: Profile
  readonly events?: AppendedEvents
  readonly move?: Move | undefined
}

type Steps<Path extends PhonePath, Found, Standing extends Profile, Move> = {
  readonly visit: () => Promise<Visit<Found, Move> | undefined> | undefined
  /** The same from what the last call has left, where that is known here. */
  readonly recall?: () => Visit<Found, Move> | undefined
  /** Whether the profile is one that may make this call at all. */
  readonly stands: (caller: Caller) => Result<Standing, PhoneRefusal>
  readonly decide: (
    found: Visit<Found, Move>,
    profile: Standing,
  ) => Decision<Path, Move> | Promise<Decision<Path, Move>>
  /** Told of the move once it is committed. */
  readonly moved?: (move: Move) => void
}

/** Others who write to the same person's chain make a decision void this often at the most. */
const tries = 12

export async function answerCall<Path extends PhonePath, Found, Standing extends Profile, Move>(
  ports: CallPorts,
  call: PhoneCall<Path>,
  steps: Steps<Path, Found, Standing, Move>,
): Promise<CallAnswer<Path>> {
  const recalled = steps.recall?.()
  const quick = recalled && (await answerRecalled(ports, call, recalled, steps))
  if (quick) return quick
  for (let left = tries; left > 0; left -= 1) {
    const found = await steps.visit()
    if (!found) return refuse({ kind: 'proof' })
    const proof = checkProof(ports, call, found.caller)
    if (!proof.ok && proof.refusal.kind === 'copied') {
      if (await suspendCopies(ports, call, found)) return proof
      continue
    }
    if (!proof.ok) return proof
    if (proof.value.freshness === 'repeated')
      return JSON.parse(found.caller.last.answer()) as CallAnswer<Path>
    const standing = steps.stands(found.caller)
    const decision = standing.ok ? await steps.decide(found, standing.value) : { result: standing }
    const answer = await conclude(ports, call, found, decision)
    if (!answer) continue
    if (decision.move !== undefined) steps.moved?.(decision.move)
    return answer
  }
  throw new Error('a call was overtaken each time it was decided')
}

/** Only a yes, since its write fails where anything has changed: undefined for all else. */
async function answerRecalled<Path extends PhonePath, Found, Standing extends Profile, Move>(
  ports: CallPorts,
  call: PhoneCall<Path>,
  recalled: Visit<Found, Move>,
  steps: Steps<Path, Found, Standing, Move>,
): Promise<CallAnswer<Path> | undefined> {
  const proof = checkProof(ports, call, recalled.caller)
  const standing = steps.stands(recalled.caller)
  if (!proof.ok || proof.value.freshness === 'repeated' || !standing.ok) return undefined
  const decision = await steps.decide(recalled, standing.value)
  if (!decision.result.ok) return undefined
  const answer = await conclude(ports, call, recalled, decision)
  if (answer && decision.move !== undefined) steps.moved?.(decision.move)
  return answer
}

/** Writes what was decided; undefined where it lost. */
async function conclude<Path extends PhonePath, Found, Move>(
  ports: CallPorts,
  call: PhoneCall<Path>,
  { caller, write }: Visit<Found, Move>,
  decision: Decision<Path, Move>,
): Promise<CallAnswer<Path> | undefined> {
  const rn = newNonce(ports.random)
  const answer = withNonce<Path>(decision.result, { rn, now: caller.now })
  const turn = turnOf(ports, call, caller, { ...decision, rn, answer })
  return (await write(turn, decision.move)) ? answer : undefined
}

/** An active profile of a person who is not blocked: the only one that acts for them. */
export function active({ profile, person }: Caller): Result<ActiveProfile, PhoneRefusal> {
  if (profile.state === 'suspended' && profile.reason === 'copied')
    return refuse({ kind: 'copied' })
  if (profile.state === 'suspended' && profile.reason === 'pin')
    return refuse({ kind: 'pin-blocked' })
  if (profile.state === 'active' && person.state === 'active') return accept(profile)
  return refuse({ kind: 'profile-ended' })
}

/**
 * A profile whose PIN may be replaced once its person has been proved: active, or blocked by wrong
 * PINs alone. A copied one is only ever activated anew, and so is one that its person closed.
 */
export function forgetful(caller: Caller): Result<ActiveProfile | SuspendedProfile, PhoneRefusal> {
  const { profile, person } = caller
  const isBlocked = profile.state === 'suspended' && profile.reason === 'pin'
  return isBlocked && person.state === 'active' ? accept(profile) : active(caller)
}

function checkProof<Path extends PhonePath>(
  { verify }: CallPorts,
  { proof, htu, body }: PhoneCall<Path>,
  { profile, rn, last }: Caller,
) {
  return verifyAppProof(proof, { dk: profile.dk, htm: 'POST', htu, rn, body, verify, last })
}

/** Answers whether it is done: the nonce moves on to one that neither copy knows. */
async function suspendCopies<Path extends PhonePath, Found, Move>(
  ports: CallPorts,
  call: PhoneCall<Path>,
  { caller, write }: Visit<Found, Move>,
): Promise<boolean> {
  const { profile, chain, now } = caller
  if (profile.state !== 'active' && profile.state !== 'activating') return true
  const body = { profile: profile.id, reason: 'copied' } as const
  const events = appendEvents(chain, [{ type: 'app-suspended', actor: 'system', body }], {
    random: ports.random,
    now,
  })
  const decision = {
    profile: suspend(profile, 'copied'),
    events,
    rn: newNonce(ports.random),
    answer: refuse({ kind: 'copied' }),
  }
  return write(turnOf(ports, call, caller, decision), undefined)
}

function withNonce<Path extends PhonePath>(
  result: Decision<Path, unknown>['result'],
  next: { readonly rn: string; readonly now: Instant },
): CallAnswer<Path> {
  return result.ok ? accept({ ...result.value, ...next }) : refuse({ ...result.refusal, ...next })
}

function turnOf<Path extends PhonePath>(
  { random }: CallPorts,
  { proof }: PhoneCall<Path>,
  { profile, chain, now }: Caller,
  decided: {
    readonly profile?: Profile
    readonly events?: AppendedEvents
    readonly rn: string
    readonly answer: Result<unknown, unknown>
  },
): Turn {
  return {
    profile: decided.profile ?? profile,
    rn: decided.rn,
    jti: proof.content.jti,
    body_sha256: proof.content.body_sha256,
    answer: JSON.stringify(decided.answer),
    events: decided.events ?? appendEvents(chain, [], { random, now }),
  }
}
