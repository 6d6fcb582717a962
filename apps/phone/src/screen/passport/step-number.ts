/** How far along the way a step is, as it is told to the person. */
import type { Again, PassportAt } from '../../app/passport-step.ts'

/** In the order in which they come. */
export const passportWay = [
  'zone',
  'chip',
  'face',
  'terms',
  'contacts',
  'user-id',
  'authenticators',
  'finish',
] as const satisfies readonly PassportAt[]

export const stepsInAll = passportWay.length

/** Who has a MitID is done when they are known. */
export function stepsIn(again: Again | undefined): number {
  return again ? stepOf('face') : stepsInAll
}

export function stepOf(step: (typeof passportWay)[number]): number {
  return passportWay.indexOf(step) + 1
}
