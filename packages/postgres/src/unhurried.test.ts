import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import './index.ts'
import './oidc/index.ts'
import { statement, statements, unhurried } from './statement.ts'
import { openStore, type Store } from './testing/index.ts'

let store: Store
beforeAll(async () => {
  store = await openStore({ max: 1 })
  await store.db.first(wait, {}) // a test's database does not, for speed
})
afterAll(() => store.close())

const wait = statement<object, object>(
  'test-wait',
  () => sql`select set_config('synchronous_commit', 'on', false)`,
)
const setting = sql<{ waits: string }>`current_setting('synchronous_commit') as waits`
const hurried = statement<object, { waits: string }>('test-hurried', () => sql`select ${setting}`)
const move = statement<object, { waits: string }>(
  'test-unhurried',
  () =>
    sql`update mitid.trust_version set version = version from ${unhurried} returning ${setting}`,
)

it('a write that says so does not wait for the disk, and the next one on its connection does', async () => {
  const { db } = store
  expect(await db.first(hurried, {})).toEqual({ waits: 'on' })
  expect(await db.first(move, {})).toEqual({ waits: 'off' })
  expect(await db.first(hurried, {})).toEqual({ waits: 'on' })
})

it('invariant 11: what a crash of the database may take is what a browser does again, and no more', () => {
  const takeable = [...statements].filter(([, text]) => text.includes('synchronous_commit'))
  const names = takeable.map(([name]) => name).filter((name) => !name.startsWith('test-'))
  expect(names.toSorted()).toEqual([
    'name-user-id',
    'open-sign-in',
    'push-request',
    'show-code',
    'show-start',
  ])
})
