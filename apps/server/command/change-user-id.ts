/** `mitid change-user-id`: another user ID for a person. */
import { changeUserId, UserId, type ChangeUserIdRefusal } from '@open-mitid/identity/person'
import { postgresPersons } from '@open-mitid/postgres'
import { needed, refused, type Command } from './command.ts'

export const changeUserIdCommand: Command = {
  summary: 'gives a person another user ID',
  usage: `--user-id ID --to ID

  The old one stops working at once and is never given to anybody else. The person is told over
  every channel, and by letter. Answers {"user_id"}.`,
  options: { 'user-id': { type: 'string' }, to: { type: 'string' } },
  async run(values, { open, random }) {
    const wanted = needed(values, 'to')
    const userId = UserId.parse(needed(values, 'user-id'))
    if (!userId.ok) return refused(sentences, { kind: 'person-unknown' })
    const { db, vault } = await open()
    const change = changeUserId({ persons: postgresPersons(db, vault), random })
    const changed = await change({ userId: userId.value, wanted, by: 'operator' })
    if (!changed.ok) return refused(sentences, changed.refusal)
    return {
      ok: true,
      json: { user_id: changed.value },
      lines: [`The user ID is ${changed.value} from now on.`],
    }
  },
}

const sentences: Readonly<Record<ChangeUserIdRefusal['kind'], string>> = {
  'person-unknown': 'Nobody has this user ID.',
  'person-blocked': 'The MitID of this person is blocked.',
  'user-id-same': 'The person has this user ID already.',
  'user-id-taken': 'Somebody has, or has had, this user ID; choose another.',
  'user-id-length': 'A user ID has 5 to 48 characters.',
  'user-id-letter':
    'A user ID has letters a-z, æ, ø, å, digits, space and {}!#$^,*()_+-=:;?.@ only.',
  'user-id-space': 'A user ID neither begins nor ends with a space.',
  'user-id-digits': 'A user ID has fewer than ten digits.',
  'user-id-cpr': 'A user ID is never the CPR number.',
  'password-bound':
    'The person has a password, which goes with the user ID; only they can change both together.',
  busy: 'The person was busy with something else each time; try again.',
}
