import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bytes, Id, Instant } from '@open-mitid/kernel'
import { appendEvents, emptyChain, EventType, verifyChain, type EventDraft } from './index.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const subject = 'per_somebody' as Id<'per'>
const now = 1_767_225_600 as Instant
const profile = 'aut_one' as Id<'aut'>
const drafts: readonly EventDraft[] = [
  { type: 'person-created', actor: 'operator', body: { ial: 'High', route: 'operator' } },
  { type: 'history-opened', actor: profile, body: { profile } },
  { type: 'app-removed', actor: profile, body: { profile } },
]
const append = (from = emptyChain(subject), more = drafts) =>
  appendEvents(from, more, { random, now })

describe('chain', () => {
  it('each event follows the one before it, and the head is the commit of the last', () => {
    const first = append()
    const second = append(first.head)
    const all = [...first.entries, ...second.entries]
    expect(all.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6])
    expect(second.from).toEqual(first.head)
    expect(verifyChain(emptyChain(subject), all)).toEqual({ head: second.head })
    expect(verifyChain(first.head, second.entries)).toEqual({ head: second.head })
  })

  it('an event that is hidden, slipped in, moved, altered or somebody else’s shows', () => {
    const { entries } = append()
    const [one, two, three] = entries
    if (!one || !two || !three) throw new Error('three events')
    const faultOf = (events: readonly (typeof one)[]) =>
      verifyChain(emptyChain(subject), events).fault
    expect(faultOf([one, three])).toEqual({ n: 3, kind: 'wrong-place' })
    expect(faultOf([one, { ...three, n: 2 }])).toEqual({ n: 2, kind: 'wrong-prev' })
    expect(faultOf([one, two, { ...three, body: '{}' }])).toEqual({ n: 3, kind: 'wrong-commit' })
    expect(faultOf([{ ...one, subject: 'system' }])).toEqual({ n: 1, kind: 'wrong-subject' })
    const other = append(emptyChain(subject))
    expect(faultOf([one, ...other.entries.slice(1)])).toEqual({ n: 2, kind: 'wrong-prev' })
  })

  it('no altered field of an event leaves its commit as it was', () => {
    const { entries } = append()
    const [event] = entries
    if (!event) throw new Error('an event')
    const changes = fc.constantFrom(
      { id: 'evt_other' as typeof event.id },
      { type: 'pin-right' as const },
      { at: (now + 1) as Instant },
      { actor: 'system' as const },
      { body: `${event.body} ` },
      { salt: random(32) },
    )
    fc.assert(
      fc.property(changes, (change) => {
        const { fault } = verifyChain(emptyChain(subject), [{ ...event, ...change }])
        expect(fault?.kind).toBe('wrong-commit')
      }),
    )
  })

  it('the commit covers the bytes that the design names, as another tool computes them', async () => {
    const [event] = append().entries
    if (!event) throw new Error('an event')
    const { id, n, type, at, actor, body, salt, commit } = event
    const prev = Buffer.alloc(32).toString('base64url')
    const text = JSON.stringify([1, id, subject, n, prev, type, at, actor, body])
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('raw', salt, algorithm, false, ['sign'])
    const expected = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))
    expect(commit).toEqual(new Uint8Array(expected))
  })
})

describe('event types', () => {
  it('is a closed list', () => {
    expect(EventType.parse('app-activated')).toBe('app-activated')
    for (const other of ['toString', '__proto__', '', undefined, 1])
      expect(EventType.parse(other)).toBeUndefined()
  })
})
