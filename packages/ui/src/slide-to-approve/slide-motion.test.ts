import { expect, test } from 'vitest'
import { confirms, dragged, hasArrived, moved } from './slide-motion.ts'

test('The handle follows the pointer and stays on its track', () => {
  expect(dragged(-20, 200)).toBe(0)
  expect(dragged(100, 200)).toBe(0.5)
  expect(dragged(900, 200)).toBe(1)
  expect(dragged(100, 0)).toBe(0)
})

test('Only the end of the track is arrival', () => {
  expect(hasArrived(0.94)).toBe(false)
  expect(hasArrived(0.95)).toBe(true)
})

test('Ten arrow presses go from one end to the other', () => {
  let position = 0
  for (let press = 0; press < 9; press++) position = moved('ArrowRight', position) ?? NaN
  expect(position).toBe(0.9)
  expect(moved('ArrowRight', position)).toBe(1)
  expect(moved('ArrowLeft', 0)).toBe(0)
})

test('End stops before the end, Home goes back, other keys move nothing', () => {
  expect(moved('End', 0)).toBe(0.9)
  expect(moved('Home', 0.7)).toBe(0)
  expect(moved('a', 0.7)).toBeUndefined()
})

test('A second activation confirms the first, a double click or a trembling finger does not', () => {
  const first = { at: 1000, clicks: 1, touch: false }
  expect(confirms(undefined, first)).toBe(false)
  expect(confirms(first, { at: 1400, clicks: 1, touch: false })).toBe(true)
  expect(confirms(first, { at: 1200, clicks: 2, touch: false })).toBe(false)
  expect(confirms(first, { at: 1200, clicks: 1, touch: true })).toBe(false)
  expect(confirms(first, { at: 1400, clicks: 0, touch: true })).toBe(true)
})
