/** Unpredictable bytes, drawn from the system for many at a time: to ask it costs more than to draw. */
import { randomFillSync } from 'node:crypto'
import type { Random } from '@open-mitid/kernel'

const supply = 4096

/** What is handed out is wiped where it was drawn, so that nothing of it is kept. */
export function openRandom(): Random {
  const drawn = new Uint8Array(supply)
  let at = supply
  return (length) => {
    if (length > supply) return randomFillSync(new Uint8Array(length))
    if (at + length > supply) {
      randomFillSync(drawn)
      at = 0
    }
    const bytes = drawn.slice(at, at + length)
    drawn.fill(0, at, at + length)
    at += length
    return bytes
  }
}
