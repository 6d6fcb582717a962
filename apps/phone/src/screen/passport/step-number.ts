/** How far along the way a step is, as it is told to the person. */
import type { Again, PassportAt } from '../../app/passport-step.ts'

const order = [
  'zone',
  'chip',
  'face',
  'terms',
  'contacts',
  'user-id',
  'authenticators',
  'finish',
] as const satisfies readonly PassportAt[]

export const stepsInAll = order.length

/** Who has a MitID is done when they are known. */
export function stepsIn(again: Again | undefined): number {
  return again ? stepOf('face') : stepsInAll
}

export function stepOf(step: (typeof order)[number]): number {
  return order.indexOf(step) + 1
}
