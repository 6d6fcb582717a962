import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bytes } from '@open-mitid/kernel'
import type { ClientId } from '@open-mitid/identity/service'
import { openSignIn } from '@open-mitid/identity/sign-in'
import type { Database } from '../database.ts'
import { advanceClock } from '../migrate.ts'
import { statement } from '../statement.ts'
import { openStore, type Store } from '../testing/index.ts'
import { postgresSignIns, sweepSignIns } from './index.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const kept = statement<object, { id: string; requests: number }>(
  'test-kept-sign-ins',
  () => sql`
    select id, (select count(*) from mitid.interaction where sign_in_id = id) as requests
    from mitid.sign_in order by opened_at, id
  `,
)
const claim = statement<{ id: string }>(
  'test-claim-sign-in',
  (p) => sql`update mitid.sign_in set profile_id = 'prf_of_somebody' where id = ${p.id}`,
)

let store: Store
let db: Database
beforeAll(async () => {
  store = await openStore({ max: 2 })
  ;({ db } = store)
})
afterAll(() => store.close())

it('an hour after its request has ended a sign-in that nobody claimed is gone, others stay', async () => {
  const open = openSignIn({
    signIns: postgresSignIns(db, store.vault),
    random,
  })
  const begin = async () => {
    const opened = await open({
      client: { id: 'bank' as ClientId, name: 'Bank', domain: 'bank.example' },
      kind: 'log_on',
      display: { lang: 'da', lines: [] },
      browser: random(32),
      request: { uid: String(random(8)), content: '{}', pushedId: undefined, life: 600 },
    })
    if (!opened.ok) throw new Error('a sign-in can always be opened')
    return opened.value.id
  }
  await begin()
  const claimed = await begin()
  await db.affect(claim, { id: claimed })
  await advanceClock(db, 600 + 3599)
  const late = await begin()
  await sweepSignIns(db)
  expect(await db.rows(kept, {})).toHaveLength(3)
  await advanceClock(db, 10)
  await sweepSignIns(db)
  expect(await db.rows(kept, {})).toEqual([
    { id: claimed, requests: 0 },
    { id: late, requests: 1 },
  ])
})
