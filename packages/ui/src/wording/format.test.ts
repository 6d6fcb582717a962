import { describe, expect, test } from 'vitest'
import {
  formatAmount,
  formatDate,
  formatDateTime,
  formatDay,
  formatNumber,
  formatSpan,
  formatTime,
  formatWait,
  plural,
} from './format.ts'

describe('Instants are shown in Danish time', () => {
  const winter = new Date('2026-11-22T13:05:00Z')
  const summer = new Date('2026-06-30T22:30:00Z')

  test('a date is written out', () => {
    expect(formatDate(winter, 'da')).toBe('22. november 2026')
    expect(formatDate(winter, 'en')).toBe('22 November 2026')
    expect(formatDate(summer, 'da')).toBe('1. juli 2026')
  })

  test('a time has a dot in Danish and a colon in English', () => {
    expect(formatTime(winter, 'da')).toBe('14.05')
    expect(formatTime(winter, 'en')).toBe('14:05')
    expect(formatTime(summer, 'en')).toBe('00:30')
    expect(formatDateTime(winter, 'da')).toBe('22. november 2026 kl. 14.05')
    expect(formatDateTime(winter, 'en')).toBe('22 November 2026 at 14:05')
  })

  test('a calendar day stays the same day', () => {
    expect(formatDay('1947-04-06', 'da')).toBe('6. april 1947')
    expect(formatDay('1947-04-06', 'en')).toBe('6 April 1947')
  })
})

test('Numbers are grouped as the language groups them', () => {
  expect(formatNumber(1234567.5, 'da')).toBe('1.234.567,5')
  expect(formatNumber(1234567.5, 'en')).toBe('1,234,567.5')
})

test('An amount shows øre only where there are any', () => {
  expect(formatAmount(230000, 'da')).toBe('2.300 kr.')
  expect(formatAmount(230000, 'en')).toBe('DKK 2,300')
  expect(formatAmount(230050, 'da')).toBe('2.300,50 kr.')
  expect(formatAmount(230050, 'en')).toBe('DKK 2,300.50')
  expect(formatAmount(-5, 'da')).toBe('-0,05 kr.')
})

test('One thing is one, none and many are others', () => {
  const messages = { one: '1 besked', other: (count: string) => `${count} beskeder` }
  expect([0, 1, 2, 1000].map((count) => plural(count, 'da', messages))).toEqual([
    '0 beskeder',
    '1 besked',
    '2 beskeder',
    '1.000 beskeder',
  ])
})

test.each([
  [0, 'under 1 minut', 'less than 1 minute'],
  [60, '1 minut', '1 minute'],
  [299, '4 minutter', '4 minutes'],
  [7200, '2 timer', '2 hours'],
  [5 * 86400, '5 dage', '5 days'],
])('%i seconds are "%s", "%s"', (seconds, danish, english) => {
  expect(formatSpan(seconds, 'da')).toBe(danish)
  expect(formatSpan(seconds, 'en')).toBe(english)
})

test.each([
  [1, '1 sekund', '1 second'],
  [16, '16 sekunder', '16 seconds'],
  [61, '2 minutter', '2 minutes'],
])('Who is to wait %i seconds waits "%s", "%s"', (seconds, danish, english) => {
  expect(formatWait(seconds, 'da')).toBe(danish)
  expect(formatWait(seconds, 'en')).toBe(english)
})
