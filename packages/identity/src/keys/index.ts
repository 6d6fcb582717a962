export type { Mac, MacPurpose } from './mac.ts'
