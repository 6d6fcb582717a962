/** What a profile remembers once it has heard an answer: the one place where its stage moves. */
import type { Result } from '@open-mitid/kernel'
import type { ChainHead, PhoneCalls, PhonePath, PhoneProblem } from '@open-mitid/protocol'
import type { PendingCall, ProfileMemory } from './memory.ts'

type Heard<Path extends PhonePath> = PhoneCalls[Path]['answer']

const steps: {
  readonly [Path in PhonePath]: (memory: ProfileMemory, answer: Heard<Path>) => ProfileMemory
} = {
  '/api/activation/open': (memory, { profile, second }) => ({
    stage: 'second-code',
    nickname: memory.nickname,
    rn: memory.rn,
    profile,
    second,
  }),
  '/api/activation/second': (memory) =>
    memory.stage === 'second-code'
      ? { stage: 'pin', nickname: memory.nickname, rn: memory.rn, profile: memory.profile }
      : memory,
  '/api/pin/register': same,
  '/api/activation/finish': (memory, { binding, n, head }) =>
    memory.stage === 'pin' && memory.slot
      ? { ...memory, stage: 'active', slot: memory.slot, binding, seen: { n, head } }
      : memory,
  '/api/claim': same,
  '/api/pin/prove': same,
  '/api/approve': saw,
  '/api/refuse': same,
  '/api/receipt': same,
  '/api/history': saw,
  '/api/pin/change': (memory, { binding, n, head }) =>
    memory.stage === 'active' && memory.nextSlot
      ? { ...memory, slot: memory.nextSlot, nextSlot: undefined, binding, seen: { n, head } }
      : memory,
  '/api/profile/remove': (memory) => ended(memory, 'removed'),
  '/api/state': (memory, answer) => saw(rightSlot(memory, answer.pin_epoch), answer),
}

/** The memory after `pending` was answered. `pending` is over whatever the answer was. */
export function settle(
  before: ProfileMemory,
  pending: PendingCall,
  heard: Result<Heard<PhonePath>, PhoneProblem>,
): ProfileMemory {
  const rn = (heard.ok ? heard.value.rn : heard.refusal.rn) ?? before.rn
  const memory = { ...before, rn, pending: undefined }
  if (heard.ok) {
    const step = steps[pending.path as PhonePath] as typeof same
    return step(memory, heard.value)
  }
  switch (heard.refusal.kind) {
    case 'copied':
      return ended(memory, 'copied')
    case 'profile-ended':
      return ended(memory, 'revoked')
    default:
      return memory
  }
}

function same(memory: ProfileMemory, _answer: Heard<PhonePath>): ProfileMemory {
  return memory
}

function saw(memory: ProfileMemory, told: ChainHead): ProfileMemory {
  if (memory.stage !== 'active' || told.n < memory.seen.n) return memory
  return { ...memory, seen: { n: told.n, head: told.head } }
}

/** After a PIN change that was cut short: the server says which of the two slots is in force. */
function rightSlot(memory: ProfileMemory, epoch: number): ProfileMemory {
  if (memory.stage !== 'active' || memory.nextSlot?.epoch !== epoch) return memory
  return { ...memory, slot: memory.nextSlot, nextSlot: undefined }
}

function ended(memory: ProfileMemory, why: 'copied' | 'removed' | 'revoked'): ProfileMemory {
  return { stage: 'ended', nickname: memory.nickname, rn: memory.rn, why }
}
