export { newOpaqueSetup, openPinServer } from './opaque-pin-server.ts'
