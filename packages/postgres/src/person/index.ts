export { postgresPersons } from './persons.ts'
export {
  openContact,
  openPerson,
  openPersonal,
  type ContactRow,
  type PersonalColumn,
  type PersonRow,
} from './sealed-person.ts'
