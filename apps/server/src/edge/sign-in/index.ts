/** The door of the MitID box: its plugin, and what its pages load. */
export { readBoxAssets } from './assets.ts'
export { openFreshViews, type FreshViews } from './fresh-views.ts'
export { ownerLinkPath } from './owner-way.ts'
export type { BoxUseCases } from './ports.ts'
export { signInEdge } from './sign-in-edge.ts'
