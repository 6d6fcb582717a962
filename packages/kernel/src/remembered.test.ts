import { describe, expect, it, vi } from 'vitest'
import { remembered } from './remembered.ts'

describe('a reading that is remembered', () => {
  it('is made once for a text, and for each text apart', () => {
    const read = vi.fn((text: string) => ({ text }))
    const reading = remembered(read)
    expect(reading('a')).toBe(reading('a'))
    expect(reading('b')).toEqual({ text: 'b' })
    expect(read).toHaveBeenCalledTimes(2)
  })
  it('is forgotten when a thousand younger ones have come, and then made anew', () => {
    const read = vi.fn((text: string) => ({ text }))
    const reading = remembered(read)
    reading('first')
    for (let n = 0; n < 1_000; n += 1) reading(String(n))
    reading('999')
    expect(read).toHaveBeenCalledTimes(1_001)
    reading('first')
    expect(read).toHaveBeenCalledTimes(1_002)
  })
})
