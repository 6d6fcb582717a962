export { changeContact, type ChangeContactRefusal } from './change-contact.ts'
export { changeUserId, type ChangeUserIdRefusal } from './change-user-id.ts'
export {
  ContactId,
  EmailAddress,
  masked,
  mayReceiveCodes,
  PhoneNumber,
  type Contact,
} from './contact.ts'
export { cprIndex, CprNumber, type CprNumbers, type CprRefusal } from './cpr-number.ts'
export { createPerson, type CreatePerson, type CreatePersonRefusal } from './create-person.ts'
export { AssuranceLevel, BirthDate, leastAge, PersonId, PersonName, type Person } from './person.ts'
export type { FoundPerson, Persons, Vacancy } from './persons.ts'
export { candidateUserIds } from './suggest-user-ids.ts'
export { UserId, userIdIndex, type UserIdRefusal } from './user-id.ts'
export {
  changeOfWishes,
  changeWishes,
  type ChangeWishesRefusal,
  type Wishes,
  type WishLists,
} from './wishes.ts'
