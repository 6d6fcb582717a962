/** `mitid change-contact`: a new phone number or e-mail address. */
import {
  changeContact,
  EmailAddress,
  PhoneNumber,
  UserId,
  type ChangeContactRefusal,
} from '@open-mitid/identity/person'
import { postgresPersons } from '@open-mitid/postgres'
import { needed, refused, text, UsageError, type Command, type Values } from './command.ts'

export const changeContactCommand: Command = {
  summary: 'gives a person a new phone number or e-mail address',
  usage: `--user-id ID (--phone NUMBER | --email ADDRESS)

  The new contact receives no codes for five days, and every contact is told of the change.
  Answers {"contact"}.`,
  options: {
    'user-id': { type: 'string' },
    phone: { type: 'string' },
    email: { type: 'string' },
  },
  async run(values, { open, random }) {
    const contact = contactOf(values)
    const userId = UserId.parse(needed(values, 'user-id'))
    if (!userId.ok) return refused(sentences, { kind: 'person-unknown' })
    const { db, vault } = await open()
    const change = changeContact({ persons: postgresPersons(db, vault), random })
    const changed = await change({ userId: userId.value, contact })
    if (!changed.ok) return refused(sentences, changed.refusal)
    const { id } = changed.value
    return { ok: true, json: { contact: id }, lines: [`${id} is the person's from now on.`] }
  },
}

const sentences: Readonly<Record<ChangeContactRefusal['kind'], string>> = {
  'person-unknown': 'Nobody has this user ID.',
  'contact-same': 'The person has this contact already.',
  busy: 'The person was busy with something else each time; try again.',
}

function contactOf(values: Values) {
  const phone = PhoneNumber.parse(text(values, 'phone') ?? '')
  if (phone !== undefined) return { channel: 'sms', to: phone } as const
  const email = EmailAddress.parse(text(values, 'email') ?? '')
  if (email !== undefined) return { channel: 'email', to: email } as const
  throw new UsageError('Give a phone number with --phone, or an e-mail address with --email.')
}
