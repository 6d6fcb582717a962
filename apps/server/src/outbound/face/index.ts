export { openFaceMatcher, type OpenFaceMatcher } from './face-matcher.ts'
