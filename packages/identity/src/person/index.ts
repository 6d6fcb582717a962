export {
  ContactId,
  EmailAddress,
  masked,
  mayReceiveCodes,
  PhoneNumber,
  type Contact,
} from './contact.ts'
export { cprIndex, CprNumber, type CprNumbers, type CprRefusal } from './cpr-number.ts'
export {
  AssuranceLevel,
  BirthDate,
  PersonId,
  PersonName,
  type Language,
  type Person,
} from './person.ts'
export { UserId, userIdIndex, type UserIdRefusal } from './user-id.ts'
