/** `mitid rotate-keys`: the next signing keys. */
import { keyLists, rotateKeys, type RotateKeysRefusal } from '@open-mitid/identity/keys'
import { newKeyPair, postgresSigningKeys } from '@open-mitid/postgres'
import { refused, seconds, text, UsageError, type Command } from './command.ts'

export const rotateKeysCommand: Command = {
  summary: 'makes the next signing keys',
  usage: `[--list evidence|oidc] [--lead SECONDS]

  Makes a key for each list, published at once and used after the lead (a day unless said), so
  that services that keep a copy of the list know it by then. The key before it stays published.
  Answers [{"list", "kid", "use_from"}].`,
  options: { list: { type: 'string' }, lead: { type: 'string' } },
  async run(values, { open, random }) {
    const wanted = text(values, 'list')
    const lists = keyLists.filter((list) => wanted === undefined || list === wanted)
    if (lists.length === 0) throw new UsageError('--list is evidence or oidc.')
    const lead = seconds(values, 'lead', 24 * 60 * 60)
    const { db, vault } = await open()
    const rotate = rotateKeys({ keys: postgresSigningKeys(db, vault), random, newKeyPair })
    const made: { list: string; kid: string; use_from: number }[] = []
    for (const list of lists) {
      const key = await rotate({ list, lead })
      if (!key.ok) return refused(sentences, key.refusal)
      made.push({ list, kid: key.value.kid, use_from: key.value.useFrom })
    }
    return {
      ok: true,
      json: made,
      lines: made.map(
        ({ list, kid, use_from }) =>
          `${list}: ${kid} from ${new Date(use_from * 1000).toISOString()}`,
      ),
    }
  },
}

const sentences: Readonly<Record<RotateKeysRefusal['kind'], string>> = {
  'next-key-waits': 'The next key is made already and waits for its time.',
  busy: 'The keys were rotated at the same time; look before you try again.',
}
