/** `mitid show-events`: everything the ledger holds about a person, checked link by link. */
import { emptyChain, verifyChain } from '@open-mitid/identity/ledger'
import { UserId } from '@open-mitid/identity/person'
import { postgresPersons, readChain } from '@open-mitid/postgres'
import { needed, type Command } from './command.ts'

export const showEventsCommand: Command = {
  summary: 'shows and checks all events about a person',
  usage: `--user-id ID

  Answers [{"n", "at", "type", "actor", "body"}]; refuses where the chain does not hold.`,
  options: { 'user-id': { type: 'string' } },
  async run(values, { open }) {
    const userId = UserId.parse(needed(values, 'user-id'))
    const { db, vault } = await open()
    const persons = postgresPersons(db, vault)
    const found = userId.ok ? await persons.find({ userId: userId.value }) : undefined
    if (!found) return { ok: false, kind: 'person-unknown', sentence: 'Nobody has this user ID.' }
    const events = await readChain(db, vault, found.person.id)
    const { fault } = verifyChain(emptyChain(found.person.id), events)
    if (fault)
      return {
        ok: false,
        kind: fault.kind,
        sentence: `The chain does not hold at event ${String(fault.n)}.`,
      }
    const shown = events.map(({ n, at, type, actor, body }) => ({
      n,
      at,
      type,
      actor,
      body: JSON.parse(body) as unknown,
    }))
    return {
      ok: true,
      json: shown,
      lines: shown.map(
        ({ n, at, type, actor, body }) =>
          `${String(n)}  ${new Date(at * 1000).toISOString()}  ${type}  ${actor}  ${JSON.stringify(body)}`,
      ),
    }
  },
}
