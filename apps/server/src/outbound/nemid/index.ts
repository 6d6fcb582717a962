export { openNemId } from './nemid.ts'
