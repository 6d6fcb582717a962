import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { appendEvents, emptyChain } from '@open-mitid/identity/ledger'
import type { Id, Instant } from '@open-mitid/kernel'
import { openDatabase } from './database.ts'
import { blockPerson } from './readme-example.ts'
import { freshDatabase } from './testing/index.ts'
import { DataKey } from './vault/index.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

it('the README shows the example that runs here, letter by letter', async () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  expect(read('../README.md')).toContain(`\`\`\`ts\n${read('./readme-example.ts')}\`\`\``)

  const fresh = await freshDatabase()
  const db = openDatabase(fresh.url, { max: 1 })
  const id = 'per_nobody' as Id<'per'>
  const events = appendEvents(
    emptyChain(id),
    [{ type: 'pin-blocked', actor: 'system', body: { profile: 'aut_one' as Id<'aut'> } }],
    { random, now: 1 as Instant },
  )
  expect(await blockPerson(db, DataKey.of(random(32)), id, events)).toBe('was not active')
  await db.close()
  await fresh.drop()
})
