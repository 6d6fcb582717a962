export { enrolmentsOn } from '../enrolment/testing/open-enrolments.ts'
export { freshDatabase, type FreshDatabase } from './fresh-database.ts'
export { openStore, type Store } from './open-store.ts'
export { openQueries, type Queries } from './queries.ts'
