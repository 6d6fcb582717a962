import { setImmediate as turnOfLoop } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { takeTurns } from './turns.ts'

test('of calls that come together one is let through at once, and one more in each turn of the loop', async () => {
  const turn = takeTurns()
  const through: number[] = []
  const calls = [1, 2, 3, 4].map(async (call) => {
    await turn()
    through.push(call)
  })
  await Promise.resolve()
  expect(through).toEqual([1])
  for (const expected of [2, 3, 4]) {
    await turnOfLoop()
    expect(through.at(-1)).toBe(expected)
  }
  await Promise.all(calls)
})

test('a call that comes alone does not wait', async () => {
  const turn = takeTurns()
  const seen: string[] = []
  setImmediate(() => seen.push('loop'))
  await turn()
  seen.push('call')
  await turnOfLoop()
  expect(seen).toEqual(['call', 'loop'])
})

test('whoever comes once all are done does not wait either', async () => {
  const turn = takeTurns()
  await Promise.all([turn(), turn()])
  await turnOfLoop()
  await turnOfLoop()
  const seen: string[] = []
  setImmediate(() => seen.push('loop'))
  await turn()
  seen.push('call')
  expect(seen).toEqual(['call'])
})
