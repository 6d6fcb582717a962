export { newPersonParts, postgresPersons } from './persons.ts'
export { openContact, openPersonal, type ContactRow } from './sealed-person.ts'
export { postgresWishLists } from './wishes.ts'
