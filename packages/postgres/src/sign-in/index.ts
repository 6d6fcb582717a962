export { postgresSignIns, sweepSignIns } from './sign-ins.ts'
export { postgresCodeSignIns } from './code-sign-ins.ts'
export { postgresBrowserPasses } from './browser-passes.ts'
export { postgresOwnerLinks, sweepOwnerLinks } from './owner-links.ts'
