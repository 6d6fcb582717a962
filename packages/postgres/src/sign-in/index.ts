export { postgresSignIns, sweepSignIns } from './sign-ins.ts'
