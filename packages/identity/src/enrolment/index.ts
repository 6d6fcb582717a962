export { cprLookedUp, type LookUpPurpose } from './cpr-looked-up.ts'
export type {
  IdentityRegister,
  IdentityRegisterRefusal,
  RegisteredPerson,
  RegisterStatus,
} from './identity-register.ts'
export type {
  AnswerOlderEidRefusal,
  BeginOlderEid,
  BeginOlderEidRefusal,
  OlderEid,
  OlderEidHolder,
  OlderEidPrompt,
  OlderEidWay,
} from './older-eid.ts'
export type { OutsideFault, Untruth } from './outside-fault.ts'
