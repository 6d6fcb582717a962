import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openDatabase, type Database } from '../database.ts'
import { freshDatabase, type FreshDatabase } from '../testing/index.ts'
import { openChannel, type Channel } from './channel.ts'

let fresh: FreshDatabase
let db: Database
let one: Channel
let other: Channel

beforeAll(async () => {
  fresh = await freshDatabase()
  db = openDatabase(fresh.url, { max: 2 })
  one = await openChannel(fresh.url, db, 'words')
  other = await openChannel(fresh.url, db, 'words')
})
afterAll(async () => {
  await one.close()
  await other.close()
  await db.close()
  await fresh.drop()
})

it('what one process sends, the others hear in full, and it does not hear itself', async () => {
  const heard: string[] = []
  const own = vi.fn()
  other.receive((words) => heard.push(...words))
  one.receive(own)
  const words = Array.from({ length: 400 }, (_, n) => `sgn_${String(n).padStart(26, '0')}`)
  one.send(words)
  await vi.waitFor(() => {
    expect(heard).toHaveLength(400)
  })
  expect(heard.toSorted()).toEqual(words)
  expect(own).not.toHaveBeenCalled()
})

it('a listening connection that dies is replaced', async () => {
  const heard: string[] = []
  other.receive((words) => heard.push(...words))
  const { default: pg } = await import('pg')
  const killer = new pg.Client({ connectionString: fresh.url })
  await killer.connect()
  await killer.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%'`,
  )
  await killer.end()
  await vi.waitFor(
    () => {
      one.send(['again'])
      expect(heard).toContain('again')
    },
    { timeout: 10_000, interval: 200 },
  )
})
