import { Instant } from '@open-mitid/kernel'
import type { Digest } from '@open-mitid/protocol'
import { ProfileId } from '@open-mitid/protocol'
import { describe, expect, it } from 'vitest'
import { PersonId } from '../person/index.ts'
import {
  ActivationId,
  confirm,
  open,
  ready,
  triesLeft,
  use,
  type Activation,
} from './activation.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const now = Instant.of(1_800_000_000)
const later = (seconds: number) => Instant.plus(now, seconds)
const right = random(32)
const wrong = random(32)
const profile = ProfileId.make(random)
const dk = 'A'.repeat(43) as Digest
const otherDk = 'B'.repeat(43) as Digest
const known = {
  id: ActivationId.make(random),
  person: PersonId.make(random),
  channel: 'page',
} as const
const issued: Activation = { ...known, state: 'issued', expiresAt: later(1800) }
const second = { mac: right, channel: 'sms', to: '•• 50', until: later(1800) } as const
const attempt = { profile, dk, second }
const opened = value(open(issued, attempt, now))
const confirmed = value(confirm(opened, right, now)).to

function value<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error('it was refused')
  return result.value
}

describe('protocols §3: an activation', () => {
  it('is opened once, for one device key', () => {
    expect(open(issued, attempt, later(1800)).ok).toBe(false)
    expect(open(opened, { ...attempt, dk: otherDk }, now).ok).toBe(false)
    expect(open(opened, attempt, now).ok).toBe(true)
  })
  it('sends its second code three times at the most, and forgets no wrong one with it', () => {
    const tried = value(confirm(opened, wrong, now)).to
    const again = value(open(tried, attempt, now))
    expect(again).toMatchObject({ tries: 1, sends: 2 })
    expect(open(value(open(again, attempt, now)), attempt, now).ok).toBe(false)
  })
  it('sends none once both codes have ended, also to the phone that opened it', () => {
    const late = { ...attempt, second: { ...second, until: later(3500) } }
    const again = value(open(opened, late, later(1799)))
    expect(open(again, late, later(3499)).ok).toBe(true)
    expect(open(again, late, later(3500)).ok).toBe(false)
    expect(open(opened, attempt, later(1800)).ok).toBe(false)
  })
  it('a letter has a week to come before another may be sent, and thirty days to be used', () => {
    const day = 24 * 3600
    const byLetter = { ...attempt, second: { ...second, channel: 'letter', to: '' } as const }
    const sentAt = (when: number) => ({
      ...byLetter,
      second: { ...byLetter.second, until: later(when + 30 * day) },
    })
    const first = value(open(issued, sentAt(0), now))
    expect(open(first, sentAt(day), later(7 * day - 1)).ok).toBe(false)
    const again = value(open(first, sentAt(7 * day), later(7 * day)))
    expect(again.sends).toBe(2)
    expect(value(confirm(first, right, later(30 * day - 1))).right).toBe(true)
    expect(confirm(first, right, later(30 * day)).ok).toBe(false)
  })
  it('ends with the third wrong second code', () => {
    let activation: Activation = opened
    for (const left of [2, 1, 0]) {
      const counted: { right: boolean; to: Activation } = value(confirm(activation, wrong, now))
      expect(counted.right).toBe(false)
      activation = counted.to
      expect(triesLeft(activation)).toBe(left)
    }
    expect(activation.state).toBe('ended')
    expect(confirm(activation, right, now).ok).toBe(false)
  })
  it('takes no second code after its half hour', () => {
    expect(confirm(opened, right, later(1799)).ok).toBe(true)
    expect(confirm(opened, right, later(1800)).ok).toBe(false)
  })
  const states: readonly Activation[] = [
    issued,
    opened,
    confirmed,
    use(value(ready(confirmed, now))),
    { ...known, state: 'ended' },
  ]
  it.each(states)('only a confirmed one can be finished: $state', (activation) => {
    expect(ready(activation, now).ok).toBe(activation.state === 'confirmed')
    expect(open(activation, attempt, now).ok).toBe(['issued', 'opened'].includes(activation.state))
    expect(confirm(activation, right, now).ok).toBe(activation.state === 'opened')
  })
  it('is to be finished within half an hour', () => {
    expect(ready(confirmed, later(1799)).ok).toBe(true)
    expect(ready(confirmed, later(1800)).ok).toBe(false)
  })
})
