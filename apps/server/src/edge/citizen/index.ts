/** The door of the citizens' website. */
export { citizenEdge, type CitizenEdge } from './citizen-edge.ts'
