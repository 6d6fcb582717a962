/** The door of the citizens’ website. */
export { citizenEdge } from './citizen-edge.ts'
export type { EnrolmentEdge } from './enrolment/ports.ts'
export { deviceEdge, type DeviceUseCases } from './device/device-edge.ts'
