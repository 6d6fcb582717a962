/** `mitid issue-activation-code`: the first of the two codes that activate an app. */
import {
  issueActivationCode,
  type IssueActivationCodeRefusal,
} from '@open-mitid/identity/authenticator'
import { PersonId, UserId } from '@open-mitid/identity/person'
import { postgresActivations } from '@open-mitid/postgres'
import { activationLink, ActivationCode } from '@open-mitid/protocol'
import { refused, text, UsageError, type Command, type Values } from './command.ts'

const channels = ['page', 'letter', 'centre'] as const

export const issueActivationCodeCommand: Command = {
  summary: 'gives a person the first code for activating an app',
  usage: `(--user-id ID | --person per_...) [--channel page|letter|centre]

  --channel   how the code reaches the person, which says how long it lives: on a page (unless
              said) 30 minutes, from the centre 48 hours, by letter 30 days from its printing

  Unfinished activations of the person end. The second code is sent when the app asks for it.
  Answers {"code", "expires_at", "link"}; of a letter, whose code nobody sees, {"expires_at"}.`,
  options: {
    'user-id': { type: 'string' },
    person: { type: 'string' },
    channel: { type: 'string' },
  },
  async run(values, { open, random }) {
    const channel = channels.find((name) => name === (text(values, 'channel') ?? 'page'))
    if (!channel) throw new UsageError(`--channel is one of ${channels.join(', ')}.`)
    const person = personOf(values)
    if (!person) return refused(sentences, { kind: 'person-unknown' })
    const { config, db, vault } = await open()
    const activations = postgresActivations(db, vault)
    const issue = issueActivationCode({ activations, mac: vault.mac, random })
    const issued = await issue({ person, channel })
    if (!issued.ok) return refused(sentences, issued.refusal)
    const { code, expiresAt } = issued.value
    if (channel === 'letter')
      return {
        ok: true,
        json: { expires_at: expiresAt },
        lines: ['The code goes to the person by letter, and lives for 30 days from its printing.'],
      }
    const link = activationLink(config.origins.phone, code)
    return {
      ok: true,
      json: { code, expires_at: expiresAt, link },
      lines: [
        `Code: ${ActivationCode.show(code)}`,
        `Link: ${link}`,
        `Good until ${new Date(expiresAt * 1000).toISOString()}.`,
      ],
    }
  },
}

const sentences: Readonly<Record<IssueActivationCodeRefusal['kind'], string>> = {
  'person-unknown': 'Nobody has this user ID or identifier.',
  'person-blocked': 'The MitID of this person is blocked.',
  'too-many-apps': 'The person has as many active apps as there may be; one must be removed first.',
  'no-contact':
    'The person has no phone number or e-mail address that may receive the second code today.',
  'no-address': 'Nobody knows where the person lives, so no letter can be sent.',
  busy: 'The person was busy with something else each time; try again.',
}

/** Undefined where nobody can have it. */
function personOf(values: Values) {
  const given = [text(values, 'user-id'), text(values, 'person')]
  const [userId, person] = given
  if (given.filter((one) => one !== undefined).length !== 1)
    throw new UsageError('Say who, with --user-id or with --person.')
  if (userId !== undefined) {
    const parsed = UserId.parse(userId)
    return parsed.ok ? { userId: parsed.value } : undefined
  }
  const id = PersonId.parse(person)
  return id && { id }
}
