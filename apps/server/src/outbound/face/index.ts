export { openFaceMatcher } from './face-matcher.ts'
