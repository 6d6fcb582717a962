/** The door of the MitID box: the plugin, what it asks for, and what its pages load. */
export { readBoxAssets, type BoxAssets } from './assets.ts'
export { signInEdge } from './sign-in-edge.ts'
export type { BoxUseCases, SignInEdge } from './ports.ts'
