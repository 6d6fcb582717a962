/** The door of the citizens’ website. */
export { citizenEdge } from './citizen-edge.ts'
