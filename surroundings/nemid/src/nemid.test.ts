import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keysOnACard, lowAt } from './card.ts'
import type { Holder } from './holder.ts'
import { openNemid, type Nemid } from './nemid.ts'
import { promptMilliseconds, type Prompt } from './prompts.ts'

const hour = 60 * 60 * 1000
const alma: Holder = {
  key: 'alma',
  name: 'Alma Winther',
  cpr: '6108921258',
  userId: 'alma.winther',
  password: 'solsikke42',
  ways: ['card', 'app'],
}
const nonce = 'a-nonce-of-the-caller'
let folder: string
let now: number
let nemid: Nemid

const open = (holder = alma) =>
  openNemid({
    holders: [holder],
    folder,
    random: (length) => Uint8Array.from(randomBytes(length)),
    now: () => now,
  })
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nemid-'))
  now = Date.parse('2026-11-22T12:00:00Z')
  nemid = open()
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const begin = (way: 'card' | 'app' = 'card', given: Partial<Holder> = {}) =>
  nemid.begin({ userId: alma.userId, password: alma.password, way, nonce, ...given })
function prompted(way: 'card' | 'app' = 'card'): Prompt {
  const begun = begin(way)
  if (!begun.ok) throw new Error(begun.refusal.kind)
  return begun.value
}
function asked(): Extract<Prompt, { way: 'card' }> {
  const prompt = prompted()
  if (prompt.way !== 'card') throw new Error('no card')
  return prompt
}
function keyFor({ asked: { card, number } }: Extract<Prompt, { way: 'card' }>): string {
  const { cards } = nemid.holdingOf(alma)
  return cards.find((one) => one.number === card)?.keys[number] ?? ''
}
const proof = (way: 'card' | 'app') => ({ ok: true, value: { holder: alma, way, nonce } })
const refusal = (kind: string) => ({ ok: false, refusal: { kind } })

describe('the code card', () => {
  it('who types the key beside the number has proved who they are, once', () => {
    const prompt = asked()
    const key = keyFor(prompt)
    expect(nemid.answer(prompt.id, ` ${key.slice(0, 3)} ${key.slice(3)}`)).toEqual(proof('card'))
    expect(nemid.answer(prompt.id, key)).toEqual(refusal('over'))
  })

  it('a used key is never asked again, also after a restart and over the change of cards', () => {
    const seen = new Set<string>()
    for (let run = 0; run < 2 * keysOnACard; run += 1) {
      if (run % 50 === 0) nemid = open()
      const prompt = asked()
      const name = `${prompt.asked.card} ${prompt.asked.number}`
      expect(seen.has(name)).toBe(false)
      seen.add(name)
      expect(nemid.answer(prompt.id, keyFor(prompt)).ok).toBe(true)
    }
    expect(nemid.holdingOf(alma).cards.length).toBeGreaterThan(2)
  })

  it('the next card is sent when 20 keys are left, and the old one is used up first', () => {
    const [first] = nemid.holdingOf(alma).cards
    for (let run = 0; run < keysOnACard; run += 1) {
      expect(nemid.holdingOf(alma).cards).toHaveLength(run > keysOnACard - lowAt ? 2 : 1)
      const prompt = asked()
      expect(prompt.asked.card).toBe(first?.number)
      nemid.answer(prompt.id, keyFor(prompt))
    }
    expect(asked().asked.card).toBe(nemid.holdingOf(alma).cards[1]?.number)
  })

  it('an abandoned prompt is no wrong try, and nobody pages through the card by abandoning', () => {
    const { id, asked: first } = asked()
    nemid.abandon(id)
    for (let run = 0; run < 20; run += 1) {
      now += promptMilliseconds
      expect(asked().asked).toEqual(first)
    }
    nemid = open()
    expect(asked().asked).toEqual(first)
    expect(nemid.holdingOf(alma).tries.wrong).toBe(0)
  })

  it('a prompt that is too old, or was followed by another, is over', () => {
    const old = asked()
    const newer = asked()
    expect(nemid.answer(old.id, keyFor(old))).toEqual(refusal('over'))
    now += promptMilliseconds
    expect(nemid.answer(newer.id, keyFor(newer))).toEqual(refusal('over'))
    expect(nemid.answer('no-such-prompt', '123456')).toEqual(refusal('over'))
  })
})

describe('the code app', () => {
  it('who approves there has proved who they are, once', () => {
    const { id } = prompted('app')
    expect(nemid.read(id)).toEqual({ ok: true, value: 'waiting' })
    expect(nemid.decide(alma, id, 'approved')).toBe(true)
    expect(nemid.decide(alma, id, 'refused')).toBe(false)
    expect(nemid.read(id)).toEqual(proof('app'))
    expect(nemid.read(id)).toEqual(refusal('over'))
  })

  it('a refusal there is told, and a key does not answer for it', () => {
    const { id } = prompted('app')
    expect(nemid.answer(id, '123456')).toEqual(refusal('over'))
    nemid.decide(alma, id, 'refused')
    expect(nemid.read(id)).toEqual({ ok: true, value: 'refused' })
    expect(nemid.holdingOf(alma).tries.wrong).toBe(0)
  })

  it('shows the newest prompt alone, and none that is over', () => {
    const first = prompted('app')
    const second = prompted('app')
    expect(nemid.appPromptOf(alma)?.id).toBe(second.id)
    expect(nemid.decide(alma, first.id, 'approved')).toBe(false)
    now += promptMilliseconds
    expect(nemid.appPromptOf(alma)).toBeUndefined()
    expect(nemid.decide(alma, second.id, 'approved')).toBe(false)
  })
})

describe('locks', () => {
  it('five wrong passwords or keys lock for eight hours, whatever is typed then', () => {
    const prompt = asked()
    for (let run = 0; run < 2; run += 1) begin('card', { password: 'wrong' })
    for (let run = 0; run < 3; run += 1) expect(nemid.answer(prompt.id, '')).toEqual(refusal('key'))
    const until = now + 8 * hour
    expect(begin()).toEqual({ ok: false, refusal: { kind: 'locked', until } })
    expect(nemid.answer(prompt.id, keyFor(prompt))).toMatchObject({ refusal: { kind: 'locked' } })
    nemid = open()
    expect(begin().ok).toBe(false)
    now = until
    expect(begin().ok).toBe(true)
  })

  it('three more wrong tries block, until the operator of the sandbox opens it again', () => {
    for (let run = 0; run < 5; run += 1) begin('card', { password: 'wrong' })
    now += 8 * hour
    for (let run = 0; run < 3; run += 1) begin('card', { password: 'wrong' })
    now += 1000 * hour
    expect(begin()).toEqual(refusal('blocked'))
    nemid.reopen(alma)
    expect(begin().ok).toBe(true)
  })

  it('a right log-on forgets the wrong tries before it, a right password alone does not', () => {
    for (let run = 0; run < 4; run += 1) begin('card', { password: 'wrong' })
    const prompt = asked()
    expect(nemid.holdingOf(alma).tries.wrong).toBe(4)
    nemid.answer(prompt.id, keyFor(prompt))
    expect(nemid.holdingOf(alma).tries.wrong).toBe(0)
  })

  it('a user ID that nobody has gets the answers of one that somebody has', () => {
    const answers = (userId: string) =>
      Array.from({ length: 7 }, () => begin('card', { userId, password: 'wrong' }))
    expect(answers('nobody.at.all')).toEqual(answers('ALMA.winther '))
  })

  it('a way that the holder does not have is told after the right password alone', () => {
    const svend = { ...alma, key: 'svend', userId: 'svend-aage', ways: ['card' as const] }
    nemid = open(svend)
    expect(begin('app', { userId: 'svend-aage' })).toEqual(refusal('way'))
    const wrong = begin('app', { userId: 'svend-aage', password: 'wrong' })
    expect(wrong).toEqual(refusal('credentials'))
  })
})
