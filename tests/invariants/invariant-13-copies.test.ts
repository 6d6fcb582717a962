/** Protocols §7, invariant 13: two copies of one app’s storage. */
import { afterAll, describe, expect, it } from 'vitest'
import { must } from './house.ts'
import { openCountingHouse } from './counting-house.ts'

const { house, newApp, rowOf } = await openCountingHouse()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 13: copies that call at the same time get one answer, also where nothing is told', async () => {
    const app = await newApp()
    const folders = await Promise.all([1, 2, 3].map(() => house.copyOf(app.folder)))
    const copies = folders.map((folder) => house.phoneOn(folder).state(app.id))
    const answered = (await Promise.all(copies)).filter(({ ok }) => ok)
    expect(answered.length).toBeLessThanOrEqual(1)
    expect((await rowOf(app)).state).toBe('suspended')
  })

  it('Invariant 13: the first call of the second of two copies suspends both', async () => {
    const app = await newApp()
    const copy = await house.copyOf(app.folder)
    const thief = house.phoneOn(copy)
    must(await app.phone.state(app.id))
    expect(await thief.state(app.id)).toMatchObject({ refusal: { kind: 'copied' } })
    expect(await app.phone.state(app.id)).toMatchObject({ refusal: { kind: 'copied' } })
    const rows = await house.sql.query<{ type: string; outbox: boolean }>(
      'select type, outbox from mitid.event where subject = $1 order by n desc limit 1',
      [app.person.id],
    )
    expect(rows).toEqual([{ type: 'app-suspended', outbox: true }])
  })
})
