export { postgresServices } from './services.ts'
