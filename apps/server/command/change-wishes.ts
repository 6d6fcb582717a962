/** `mitid change-wishes`: how a person is told of things, and how their letters are set. */
import {
  changeWishes,
  UserId,
  type ChangeWishesRefusal,
  type Wishes,
} from '@open-mitid/identity/person'
import { postgresWishLists } from '@open-mitid/postgres'
import { needed, refused, text, UsageError, type Command, type Values } from './command.ts'

export const changeWishesCommand: Command = {
  summary: 'sets how a person is told of things, and how their letters are set',
  usage: `--user-id ID [--every-use on|off] [--large-print on|off] [--both-languages on|off]
  [--language da|en]

  --every-use       a notice each time the person's MitID is used
  --large-print     letters in large print
  --both-languages  letters in Danish and in English
  --language        the language of messages and letters

  The person is told of a change over every channel. Answers
  {"every_use", "large_print", "both_languages", "language"}.`,
  options: {
    'user-id': { type: 'string' },
    'every-use': { type: 'string' },
    'large-print': { type: 'string' },
    'both-languages': { type: 'string' },
    language: { type: 'string' },
  },
  async run(values, { open, random }) {
    const wanted = {
      ...onOrOff(values, 'every-use', 'notify_every_use'),
      ...onOrOff(values, 'large-print', 'large_print'),
      ...onOrOff(values, 'both-languages', 'letters_in_both'),
      ...languageIn(values),
    }
    if (Object.keys(wanted).length === 0) throw new UsageError('Say what is wished for.')
    const userId = UserId.parse(needed(values, 'user-id'))
    if (!userId.ok) return refused(sentences, { kind: 'person-unknown' })
    const { db, vault } = await open()
    const change = changeWishes({ wishLists: postgresWishLists(db, vault), random })
    const changed = await change({ userId: userId.value, wanted })
    if (!changed.ok) return refused(sentences, changed.refusal)
    const { notify_every_use, letters_in_both, large_print, language } = changed.value
    return {
      ok: true,
      json: {
        every_use: notify_every_use,
        large_print,
        both_languages: letters_in_both,
        language,
      },
      lines: ['The wishes are noted, and the person is told of what is new.'],
    }
  },
}

const sentences: Readonly<Record<ChangeWishesRefusal['kind'], string>> = {
  'person-unknown': 'Nobody has this user ID.',
  busy: 'The person was busy with something else each time; try again.',
}

function onOrOff(values: Values, option: string, name: keyof Wishes): Partial<Wishes> {
  const given = text(values, option)
  if (given === undefined) return {}
  if (given !== 'on' && given !== 'off') throw new UsageError(`--${option} is on or off.`)
  return { [name]: given === 'on' }
}

function languageIn(values: Values): Partial<Wishes> {
  const language = text(values, 'language')
  if (language === undefined) return {}
  if (language !== 'da' && language !== 'en') throw new UsageError('--language is da or en.')
  return { language }
}
