import { describe, expect, test } from 'vitest'
import { findBlobs } from './ink.ts'
import type { Grey } from './grey.ts'

/** `#` is ink, anything else paper; a margin of paper around it all. */
function drawn(rows: readonly string[]): Grey {
  const margin = 20
  const width = (rows[0]?.length ?? 0) + 2 * margin
  const height = rows.length + 2 * margin
  const data = new Uint8Array(width * height).fill(230)
  rows.forEach((row, y) =>
    [...row].forEach((sign, x) => {
      if (sign === '#') data[(y + margin) * width + x + margin] = 20
    }),
  )
  return { width, height, data }
}

describe('Ink in a picture', () => {
  test('what touches, corners included, is one piece, whichever way it turns', () => {
    const blobs = findBlobs(drawn(['#...#', '.#.#.', '..#..', '.....', '#####']))
    expect(blobs).toHaveLength(2)
    expect(blobs).toContainEqual({ left: 20, top: 20, right: 24, bottom: 22 })
    expect(blobs).toContainEqual({ left: 20, top: 24, right: 24, bottom: 24 })
  })

  test('two arms that meet further down are one piece', () => {
    expect(findBlobs(drawn(['#.#.#', '#.#.#', '#.###', '###..']))).toHaveLength(1)
  })

  test('an empty page has no ink, nor has an even shadow', () => {
    const { width, height, data } = drawn([' '])
    expect(findBlobs({ width, height, data })).toEqual([])
    expect(findBlobs({ width, height, data: data.map((_, at) => 90 + (at % width)) })).toEqual([])
  })

  test('the ink in the shade is found as the ink in the light is', () => {
    const { width, height, data } = drawn([
      '##......................##',
      '##......................##',
    ])
    const shaded = data.map((shade, at) => (at % width < width / 2 ? shade * 0.4 : shade))
    expect(findBlobs({ width, height, data: shaded }).length).toBeGreaterThanOrEqual(2)
  })
})
