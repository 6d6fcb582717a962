export { keepHouseClient } from './house-client.ts'
export { postgresServices } from './services.ts'
