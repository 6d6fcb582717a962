export { openPassportInspector } from './passport-inspector.ts'
