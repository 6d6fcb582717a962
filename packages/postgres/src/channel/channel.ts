/**
 * Short messages between processes by NOTIFY, outside every transaction of ours: inside one it
 * would make all commits wait for each other.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { sql } from 'kysely'
import type { Connection } from '../database.ts'
import { statement } from '../statement.ts'

export type Channel = {
  /** Never fails: what cannot be sent is lost. */
  readonly send: (words: readonly string[]) => void
  /** Hears what other processes send. */
  readonly receive: (listener: (words: readonly string[]) => void) => void
  readonly close: () => Promise<void>
}

const notify = statement<{ name: string; payload: string }>(
  'notify-channel',
  (p) => sql`select pg_notify(${p.name}, ${p.payload})`,
)

/** PostgreSQL takes 8,000 bytes a message; a word of ours has about 30. */
const wordsPerMessage = 150
const againMs = 1_000

/** Listens on a connection of its own, and on another when that one is lost. */
export async function openChannel(url: string, db: Connection, name: string): Promise<Channel> {
  const self = randomUUID()
  const listeners = new Set<(words: readonly string[]) => void>()
  let client: pg.Client | undefined
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const again = () => {
    client = undefined
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => void connect().catch(again), againMs).unref()
  }
  const connect = async () => {
    const next = new pg.Client({ connectionString: url })
    next.on('error', again)
    next.on('notification', ({ payload = '' }) => {
      const [sender, ...words] = payload.split(' ')
      if (sender !== self) for (const listener of listeners) listener(words)
    })
    await next.connect()
    await next.query(`listen ${pg.escapeIdentifier(name)}`)
    client = next
  }
  await connect()
  return {
    send(words) {
      for (let at = 0; at < words.length; at += wordsPerMessage) {
        const payload = [self, ...words.slice(at, at + wordsPerMessage)].join(' ')
        db.rows(notify, { name, payload }).catch(() => undefined)
      }
    },
    receive(listener) {
      listeners.add(listener)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
