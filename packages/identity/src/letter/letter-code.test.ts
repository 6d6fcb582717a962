import { describe, expect, it } from 'vitest'
import type { Bytes, Id, Instant } from '@open-mitid/kernel'
import { LetterCode, letterCodeTriesLeft, tryLetterCode, type IssuedLetterCode } from './index.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const now = 1_767_225_600 as Instant
const right = Uint8Array.of(1)
const wrong = Uint8Array.of(2)
const issued: IssuedLetterCode = {
  letter: 'ltr_one' as Id<'ltr'>,
  device: 'dev_one',
  state: 'issued',
  mac: right,
  tries: 0,
  until: (now + 1) as Instant,
}

describe('the code of a letter (product §A)', () => {
  it('has eight digits, shown in two groups, and is read however it is typed', () => {
    for (let times = 0; times < 50; times += 1) {
      const code = LetterCode.make(random)
      expect(code).toMatch(/^\d{8}$/u)
      expect(LetterCode.parse(` ${LetterCode.show(code).replace(' ', ' - ')} `)).toBe(code)
    }
    for (const typed of ['1234567', '123456789', '1234567a', '', undefined, 12_345_678])
      expect(LetterCode.parse(typed)).toBeUndefined()
  })

  it('is used once', () => {
    const tried = tryLetterCode(issued, right, now)
    expect(tried).toMatchObject({ ok: true, value: { right: true, to: { state: 'used' } } })
    if (tried.ok) expect(tryLetterCode(tried.value.to, right, now).ok).toBe(false)
  })

  it('the third wrong try ends it, also for who has the right one', () => {
    let stored: Parameters<typeof tryLetterCode>[0] = issued
    for (const left of [2, 1, 0]) {
      const tried = tryLetterCode(stored, wrong, now)
      if (!tried.ok) throw new Error(tried.refusal.kind)
      expect(tried.value.right).toBe(false)
      stored = tried.value.to
      expect(letterCodeTriesLeft(stored)).toBe(left)
    }
    expect(tryLetterCode(stored, right, now).ok).toBe(false)
  })

  it('is good for nothing before its letter is printed, and when it has run out', () => {
    expect(tryLetterCode({ ...issued, until: undefined }, right, now).ok).toBe(false)
    expect(tryLetterCode({ ...issued, until: now }, right, now).ok).toBe(false)
  })
})
