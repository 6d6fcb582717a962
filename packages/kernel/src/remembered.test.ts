import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
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
  it('is not kept where there was nothing to be read', () => {
    const read = vi.fn(() => undefined)
    const reading = remembered(read)
    reading('nothing')
    reading('nothing')
    expect(read).toHaveBeenCalledTimes(2)
  })
  it('of a piece keeps the piece, and not the text that it came with', () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const reading = remembered((text: string) => text.length)
    collect()
    const before = process.memoryUsage().heapUsed
    for (let n = 0; n < 1_000; n += 1)
      reading(
        Buffer.alloc(32_768, `${String(n)}-`)
          .toString('latin1')
          .slice(0, 64),
      )
    collect()
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(4 * 1024 * 1024)
    expect(reading('none')).toBe(4)
  })
})
