/** What a profile remembers once it has heard an answer: the one place where its stage moves. */
import type { Result } from '@open-mitid/kernel'
import type { ChainHead, PhoneCalls, PhonePath, PhoneProblem } from '@open-mitid/protocol'
import type { EndedWhy, PendingCall, ProfileMemory } from './memory.ts'

type Heard<Path extends PhonePath> = PhoneCalls[Path]['answer']
type Asked<Path extends PhonePath> = PhoneCalls[Path]['request']

const steps: {
  readonly [Path in PhonePath]: (
    memory: ProfileMemory,
    answer: Heard<Path>,
    request: Asked<Path>,
  ) => ProfileMemory
} = {
  '/api/activation/open': ({ nickname, rn }, { profile, second }, { code }) =>
    second === undefined
      ? { stage: 'pin', nickname, rn, profile }
      : { stage: 'second-code', nickname, rn, profile, second, code },
  '/api/activation/second': (memory) =>
    memory.stage === 'second-code'
      ? { stage: 'pin', nickname: memory.nickname, rn: memory.rn, profile: memory.profile }
      : memory,
  '/api/pin/register': same,
  '/api/activation/finish': (memory, { binding, n, head, person }) =>
    memory.stage === 'pin' && memory.slot
      ? {
          stage: 'active',
          nickname: memory.nickname === '' ? person.suggested_nickname : memory.nickname,
          rn: memory.rn,
          profile: memory.profile,
          slot: memory.slot,
          binding,
          seen: { n, head },
          checked: { n, head },
        }
      : memory,
  '/api/claim': same,
  '/api/pin/prove': same,
  '/api/approve': saw,
  '/api/refuse': same,
  '/api/receipt': same,
  '/api/history': saw,
  '/api/browsers': same,
  '/api/browsers/forget': same,
  '/api/wishes': same,
  '/api/wishes/change': same,
  '/api/pin/change': newPin,
  '/api/pin/reset': newPin,
  '/api/profile/remove': (memory) => ended(memory, 'removed'),
  '/api/state': saw,
}

/** The memory after `pending` was answered. It stays pending only where nobody looked at it. */
export function settle(
  before: ProfileMemory,
  pending: PendingCall,
  heard: Result<Heard<PhonePath>, PhoneProblem>,
): ProfileMemory {
  const rn = (heard.ok ? heard.value.rn : heard.refusal.rn) ?? before.rn
  const memory = { ...before, rn, pending: undefined }
  if (heard.ok) {
    const step = steps[pending.path as PhonePath] as typeof same
    return step(memory, heard.value, JSON.parse(pending.body) as Asked<PhonePath>)
  }
  switch (heard.refusal.kind) {
    case 'proof':
      // The server does not know this profile (now). An earlier sending may have been counted.
      return before
    case 'copied':
      return ended(memory, 'copied')
    case 'profile-ended':
      return ended(memory, 'revoked')
    default:
      // A PIN change that was refused has no second slot to wait for.
      return memory.stage === 'active' ? { ...memory, nextSlot: undefined } : memory
  }
}

function same(
  memory: ProfileMemory,
  _answer: Heard<PhonePath>,
  _request: Asked<PhonePath>,
): ProfileMemory {
  return memory
}

function newPin(
  memory: ProfileMemory,
  answer: Heard<'/api/pin/change' | '/api/pin/reset'>,
): ProfileMemory {
  if (memory.stage !== 'active' || !memory.nextSlot) return memory
  const { nextSlot: slot } = memory
  return saw({ ...memory, slot, nextSlot: undefined, binding: answer.binding }, answer)
}

/**
 * The chain only grows (protocols §5). Calls of a profile are serial, so a server that tells of
 * fewer events than before, or of another event in the same place, has taken some away.
 */
function saw(memory: ProfileMemory, told: ChainHead): ProfileMemory {
  if (memory.stage !== 'active') return memory
  const { n, head } = memory.seen
  const grew = told.n > n || (told.n === n && told.head === head)
  return grew ? { ...memory, seen: { n: told.n, head: told.head } } : { ...memory, forked: true }
}

function ended(memory: ProfileMemory, why: EndedWhy): ProfileMemory {
  return { stage: 'ended', nickname: memory.nickname, rn: memory.rn, why }
}
