export { findObstacles, userIdParts, userIdWithPasswordParts } from './user-id-change.ts'
export { newPersonParts, postgresPersons } from './persons.ts'
export { openContact, openPersonal, sealPersonal, type ContactRow } from './sealed-person.ts'
export { postgresWishLists, wishColumns, wishesOf, wishesPart } from './wishes.ts'
