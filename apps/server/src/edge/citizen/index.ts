/** The door of the citizens’ website. */
export { citizenEdge } from './citizen-edge.ts'
export type { EnrolmentEdge } from './enrolment/ports.ts'
