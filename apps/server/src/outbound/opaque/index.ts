export { newDecoyRecord, newOpaqueSetup, openOpaqueServers } from './opaque-servers.ts'
export type { OpaqueServers } from './opaque-servers.ts'
