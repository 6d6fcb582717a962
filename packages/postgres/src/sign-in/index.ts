export { postgresSignIns } from './sign-ins.ts'
