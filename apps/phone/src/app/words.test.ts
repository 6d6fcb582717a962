import { Instant } from '@open-mitid/kernel'
import { phoneStatus, type HistoryEntry, type PhoneRefusal } from '@open-mitid/protocol'
import { languages } from '@open-mitid/ui/wording'
import { describe, expect, test } from 'vitest'
import { exampleEntry } from '../testing/history.ts'
import { isApplePhone } from './install.ts'
import { eventOf, searchHistory } from './history-search.ts'
import { parseNickname } from './nickname.ts'
import { endOf, sentenceOf } from './told.ts'

const until = Instant.of(1_790_000_000)

describe.each(languages)('In %s', (language) => {
  test.each(Object.keys(phoneStatus) as PhoneRefusal['kind'][])(
    'a person is told in words of the refusal %s',
    (kind) => {
      const refusal = { kind, until, tries_left: 2 } as PhoneRefusal
      const sentence = sentenceOf(refusal, language)
      expect(sentence).not.toContain(kind.includes('-') ? kind : '{')
      expect(sentence.length).toBeGreaterThan(15)
    },
  )

  test('an event that this app does not know is still told of', () => {
    const told = eventOf({ n: 1, type: 'invented-tomorrow', at: until }, language)
    expect(told).not.toContain('invented')
    expect(eventOf({ n: 1, type: 'toString', at: until }, language)).toBe(told)
  })
})

test('A wrong PIN tells how many tries are left, or until when to wait', () => {
  expect(sentenceOf({ kind: 'pin-mistyped', triesLeft: 1 }, 'en')).toContain('1 try')
  expect(sentenceOf({ kind: 'pin-mistyped', triesLeft: 0, waitUntil: until }, 'en')).toMatch(/\d/u)
})

test('Only answers that end a profile lead to its end', () => {
  expect(endOf({ kind: 'proof' })).toBe('unknown')
  expect(endOf({ kind: 'copied' })).toBe('copied')
  expect(endOf({ kind: 'profile-ended' })).toBe('revoked')
  expect(endOf({ kind: 'claim-unknown' })).toBeUndefined()
})

test('The history is searched by what stands in it, the newest first', () => {
  const entries: HistoryEntry[] = [
    exampleEntry({ service: 'Borger', at: Instant.of(1_790_000_000) }),
    exampleEntry({ service: 'Sundby Bank', at: Instant.of(1_790_000_100) }),
  ]
  const all = searchHistory({ entries, events: [] }, '', 'en').entries
  expect(all.map(({ service }) => service)).toEqual(['Sundby Bank', 'Borger'])
  const found = searchHistory({ entries, events: [] }, 'dkk 2,300 SUNDBY', 'en').entries
  expect(found.map(({ service }) => service)).toEqual(['Sundby Bank'])
})

test.each([
  ['  Anna   Øst ', 'Anna Øst'],
  ['', undefined],
  ['   ', undefined],
  ['x'.repeat(31), undefined],
  ['\u202egnp.exe', undefined],
])('The name "%s" of a profile is read as %s', (typed, name) => {
  expect(parseNickname(typed)).toBe(name)
})

test.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', 5, true],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5, true],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0, false],
  ['Mozilla/5.0 (Linux; Android 15; Pixel 9)', 5, false],
])('%s with %i touch points is a phone or tablet by Apple: %s', (userAgent, touch, is) => {
  expect(isApplePhone({ userAgent, maxTouchPoints: touch })).toBe(is)
})
