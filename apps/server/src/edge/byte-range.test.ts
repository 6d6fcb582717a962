import { describe, expect, it } from 'vitest'
import { rangeOf } from './byte-range.ts'

describe('RFC 9110 §14.1.2: a range of 1000 bytes', () => {
  it.each([
    ['bytes=0-', 0, 999],
    ['bytes=0-1', 0, 1],
    ['bytes=200-299', 200, 299],
    ['bytes=999-', 999, 999],
    ['bytes=900-2000', 900, 999],
    ['bytes=-100', 900, 999],
    ['bytes=-2000', 0, 999],
  ])('%s is bytes %i to %i', (header, from, to) => {
    expect(rangeOf(header, 1000)).toEqual({ from, to })
  })
  it.each([undefined, '', 'bytes=-', 'bytes=5-1', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=a-b'])(
    '%s is answered with all',
    (header) => {
      expect(rangeOf(header, 1000)).toBe('all')
    },
  )
  it.each(['bytes=1000-', 'bytes=4000-5000', 'bytes=-0'])('%s is none of it', (header) => {
    expect(rangeOf(header, 1000)).toBe('none')
  })
})
