/** The door of the citizens’ website. */
export { citizenEdge } from './citizen-edge.ts'
export { deviceEdge, type DeviceUseCases } from './device/device-edge.ts'
