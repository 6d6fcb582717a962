/** Protocols §5: the app recomputes what the server shows of its person, and tells where it lies. */
import { appendEvents, type EventDraft } from '@open-mitid/identity/ledger'
import { Instant, type Bytes } from '@open-mitid/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerParts } from '../../packages/postgres/src/ledger/index.ts'
import { together } from '../../packages/postgres/src/together.ts'
import { goodPin, must, openHouse, type App, type House } from './house.ts'
import { random } from './random.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

let people = 0
const newApp = async () => {
  people += 1
  return house.activate(await house.newPerson(`person.${String(people)}`))
}
const opened = async ({ phone, id }: App) => must(await phone.history(id, goodPin))
const isForked = async ({ phone }: App) => {
  const [profile] = await phone.profiles()
  return profile?.stage === 'active' && profile.forked
}

/** So many events more about the person, in one write. */
async function grow({ person: { id } }: App, count: number) {
  const [row] = await house.sql.query<{ n: string; head: Buffer; wrapped_key: Buffer }>(
    `select n, head, wrapped_key from mitid.chain join mitid.person on id = subject where id = $1`,
    [id],
  )
  if (!row) throw new Error('the person has no chain')
  const bytes = (buffer: Buffer): Bytes => Uint8Array.from(buffer)
  const key = await house.vault.personKey(id, bytes(row.wrapped_key))
  const chain = { subject: id, n: Number(row.n), head: bytes(row.head) }
  const body = { purpose: 'operator', looked_up_at: Instant.of(1_790_000_000) } as const
  const draft: EventDraft = { type: 'cpr-looked-up', actor: 'operator', body }
  const drafts = Array<EventDraft>(count).fill(draft)
  const events = appendEvents(chain, drafts, { random, now: Instant.of(1_790_000_000) })
  expect(await together(house.db, ledgerParts(events, key))).toMatchObject({ ok: true })
}

describe('protocols §5', () => {
  it('an honest history is whole, over as many pages as it takes', async () => {
    const app = await newApp()
    const first = await opened(app)
    expect(first).toMatchObject({ whole: true })
    expect(first.events.at(-1)).toMatchObject({ n: 1, type: 'person-created' })
    await grow(app, 250)
    const { events, whole } = await opened(app)
    expect(whole).toBe(true)
    expect(events.filter(({ type }) => type === 'cpr-looked-up')).toHaveLength(250)
    expect(events.map(({ n }) => n)).toEqual(events.map((_, at) => (events[0]?.n ?? 0) - at))
    expect(await isForked(app)).toBe(false)
  })

  const lies: Readonly<Record<string, string>> = {
    hidden: 'delete from mitid.event where subject = $1 and n = $2',
    'given another type': `update mitid.event set type = 'pin-right' where subject = $1 and n = $2`,
    'moved in time': `update mitid.event set at = at - interval '1 day' where subject = $1 and n = $2`,
    'said to be by another': `update mitid.event set actor = 'system' where subject = $1 and n = $2`,
  }
  it.each(Object.entries(lies))('an event that is %s shows in the app', async (_, lie) => {
    const app = await newApp()
    await opened(app)
    await grow(app, 150)
    const [chain] = await house.sql.query<{ n: string }>(
      'select n from mitid.chain where subject = $1',
      [app.person.id],
    )
    // Not among the newest hundred: it takes the second page to see it.
    await house.sql.query(lie, [app.person.id, Number(chain?.n) - 120])
    expect(await opened(app)).toMatchObject({ whole: false })
    expect(await isForked(app)).toBe(true)
  })
})
