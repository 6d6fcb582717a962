export { tracedDatabase } from './traced-database.ts'
export { within } from './tracer.ts'
export type { Tracing } from './tracing.ts'
