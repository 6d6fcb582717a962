export { postgresContactCodes } from './contact-codes.ts'
export { postgresEnrolments } from './enrolments.ts'
export { sweepEnrolments } from './sweep.ts'
