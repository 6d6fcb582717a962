/** `mitid clock`: moves the time of a sandbox ahead. */
import { advanceClock, clockIsReal } from '@open-mitid/postgres'
import { seconds, type Command } from './command.ts'

export const clockCommand: Command = {
  summary: 'moves the clock of a sandbox ahead',
  usage: `--advance SECONDS

  For a database that was migrated with --clock adjustable. Time never goes back.
  Answers {"advanced"}.`,
  options: { advance: { type: 'string' } },
  async run(values, { database }) {
    const advanced = seconds(values, 'advance')
    const db = await database()
    if (await clockIsReal(db))
      return { ok: false, kind: 'clock-is-real', sentence: 'The clock of this database is real.' }
    await advanceClock(db, advanced)
    return { ok: true, json: { advanced }, lines: [`It is ${String(advanced)} seconds later.`] }
  },
}
