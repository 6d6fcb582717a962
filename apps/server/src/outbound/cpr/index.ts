export { openCprRegister } from './cpr-register.ts'
