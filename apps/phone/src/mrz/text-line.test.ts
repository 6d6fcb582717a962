import { describe, expect, test } from 'vitest'
import type { Blob } from './ink.ts'
import { findTextLines, fitCurve, middleAt } from './text-line.ts'

/** Letters 14 wide and 20 high at a pitch of 21, along `middle`. */
function line(count: number, middle: (x: number) => number): Blob[] {
  return Array.from({ length: count }, (_, at) => {
    const x = 40 + at * 21
    const y = Math.round(middle(x))
    return { left: x - 7, right: x + 7, top: y - 10, bottom: y + 10 }
  })
}

describe('Lines of print', () => {
  test('a slanting, bent line is found with its pitch, its height and where its middle is', () => {
    const middle = (x: number) => 300 + 0.1 * x + 0.00002 * x * x
    const [found, ...more] = findTextLines(line(44, middle))
    expect(more).toEqual([])
    expect(found?.pitch).toBe(21)
    expect(found?.height).toBe(21)
    for (const x of [50, 500, 900]) expect(found && middleAt(found, x)).toBeCloseTo(middle(x), 0)
  })

  test('two lines stay two', () => {
    const two = [...line(44, () => 300), ...line(44, () => 353)]
    expect(findTextLines(two)).toHaveLength(2)
  })

  test('a short line of print is none of a zone', () => {
    expect(findTextLines(line(12, () => 300))).toEqual([])
  })

  test('letters that are lost to the camera do not break a line', () => {
    const some = line(44, () => 300).filter((_, at) => at % 7 !== 3)
    expect(findTextLines(some)).toHaveLength(1)
  })
})

describe('A curve through points', () => {
  test('a parabola is found again', () => {
    const points = Array.from({ length: 20 }, (_, x) => ({
      x: x * 50,
      y: 3 + 0.5 * x * 50 - 0.001 * (x * 50) ** 2,
    }))
    const [a, b, c] = fitCurve(points) ?? []
    expect([a, b]).toEqual([expect.closeTo(3, 4), expect.closeTo(0.5, 6)])
    expect(c).toBeCloseTo(-0.001, 8)
  })

  test('points over each other have none', () => {
    expect(
      fitCurve([
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ]),
    ).toBeUndefined()
    expect(fitCurve([{ x: 1, y: 1 }])).toBeUndefined()
  })
})
