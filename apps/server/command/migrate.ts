/** `mitid migrate`: brings the database to the tables of this version. */
import { migrate, type Clock } from '@open-mitid/postgres'
import { migrateQueue } from '../src/worker/index.ts'
import { text, UsageError, type Command, type Values } from './command.ts'

export const migrateCommand: Command = {
  summary: 'brings the database to the tables of this version',
  usage: `[--clock real|adjustable]

  Forward only, and safe to run again. A new database has the real clock unless told otherwise;
  one with an adjustable clock is for sandbox and tests, and production refuses it.
  Answers {"applied"}.`,
  options: { clock: { type: 'string' } },
  async run(values, { config }) {
    const { databaseUrl, environment } = await config()
    const clock = clockOf(values)
    if (clock === 'adjustable' && environment === 'production')
      return { ok: false, kind: 'clock', sentence: 'In production the clock is the real one.' }
    const { applied } = await migrate(databaseUrl, clock ? { clock } : {})
    await migrateQueue(databaseUrl)
    const lines = applied.length === 0 ? ['There was nothing to do.'] : applied
    return { ok: true, json: { applied }, lines }
  },
}

function clockOf(values: Values): Clock | undefined {
  const given = text(values, 'clock')
  if (given === undefined || given === 'real' || given === 'adjustable') return given
  throw new UsageError('--clock is real or adjustable.')
}
