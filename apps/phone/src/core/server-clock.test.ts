import { expect, test } from 'vitest'
import { serverClock } from './server-clock.ts'

test('A phone whose clock is wrong tells the time of the server', () => {
  let here = 1000
  const clock = serverClock(() => here)
  expect(clock.now()).toBe(1000)
  clock.hear(5000)
  here += 10
  expect(clock.now()).toBe(5010)
})

test('What the server has dated cannot lie ahead of it', () => {
  const clock = serverClock(() => 1000)
  clock.atLeast(1300)
  expect(clock.now()).toBe(1300)
  clock.atLeast(1200)
  expect(clock.now()).toBe(1300)
})
