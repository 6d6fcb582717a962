/** Product §C: how a person is told of things, and how their letters are set, changed in their app. */
import { changeWishes } from '@open-mitid/identity/person'
import { postgresWishLists, readChain } from '@open-mitid/postgres'
import { afterAll, describe, expect, it } from 'vitest'
import { openCountingHouse } from './counting-house.ts'
import { goodPin, must, type App } from './house.ts'
import { random } from './random.ts'

const { house, newApp, wrongPin } = await openCountingHouse()
afterAll(() => house.close())

const first = {
  notify_every_use: false,
  large_print: false,
  letters_in_both: false,
  language: 'da',
} as const
const path = '/api/wishes/change'

const read = async ({ phone, id }: App) => must(await phone.wishes(id, goodPin))
const rowOf = async ({ person }: App) => {
  const [row] = await house.sql.query(
    'select notify_every_use, large_print, letters_in_both, language from mitid.person where id = $1',
    [person.id],
  )
  return row
}
const changesOf = async ({ person }: App) => {
  const events = await readChain(house.db, house.vault, person.id)
  return events
    .filter(({ type }) => type === 'wishes-changed')
    .map(({ actor, body }) => ({ actor, body: JSON.parse(body) as unknown }))
}

describe('the wishes of a person, in their app', () => {
  it('what is named changes and the rest stays, with an event of the app that says what they are now', async () => {
    const app = await newApp()
    expect(await read(app)).toEqual(first)
    const wanted = { notify_every_use: true, language: 'en' } as const
    const now = must(await app.phone.changeWishes(app.id, wanted))
    expect(now).toEqual({ ...first, ...wanted })
    expect(await rowOf(app)).toEqual(now)
    const [change, ...more] = await changesOf(app)
    expect(more).toEqual([])
    expect(change).toMatchObject({ actor: expect.stringMatching(/^aut_/u) as string, body: now })
    must(await app.phone.changeWishes(app.id, { large_print: true }))
    expect(await read(app)).toEqual({ ...now, large_print: true })
  })

  it('Invariant 15: a change is handed to whoever tells of it, in the statement that makes it', async () => {
    const app = await newApp()
    await read(app)
    const waiting = async () => {
      const rows = await house.sql.query<{ type: string }>(
        'select type from mitid.event where subject = $1 and outbox',
        [app.person.id],
      )
      return rows.map(({ type }) => type)
    }
    expect(await waiting()).not.toContain('wishes-changed')
    must(await app.phone.changeWishes(app.id, { letters_in_both: true }))
    expect(await waiting()).toContain('wishes-changed')
  })

  it('what is so already is answered and writes nothing', async () => {
    const app = await newApp()
    const wishes = await read(app)
    const before = (await readChain(house.db, house.vault, app.person.id)).length
    for (const wanted of [{}, wishes, { large_print: false }])
      expect(must(await app.phone.changeWishes(app.id, wanted))).toEqual(first)
    expect(await readChain(house.db, house.vault, app.person.id)).toHaveLength(before)
  })

  it('an answer that was lost is given again, and the change is made and told once', async () => {
    const app = await newApp()
    await read(app)
    const unlucky = house.phoneOn(app.folder, house.losing(path))
    await expect(unlucky.changeWishes(app.id, { large_print: true })).rejects.toThrow()
    expect(must(await app.phone.changeWishes(app.id, { large_print: true }))).toMatchObject({
      large_print: true,
    })
    expect(await changesOf(app)).toHaveLength(1)
  })

  it('Invariant 14: whoever has the phone without the PIN reads nothing and changes nothing', async () => {
    const app = await newApp()
    expect(await app.phone.changeWishes(app.id, { notify_every_use: true })).toMatchObject({
      refusal: { kind: 'pin-needed' },
    })
    expect(await app.phone.wishes(app.id, wrongPin)).toMatchObject({
      refusal: { kind: 'pin-mistyped' },
    })
    await read(app)
    await house.advance(301)
    expect(await app.phone.changeWishes(app.id, { notify_every_use: true })).toMatchObject({
      refusal: { kind: 'pin-needed' },
    })
    expect(await rowOf(app)).toEqual(first)
    expect(await changesOf(app)).toEqual([])
  })

  it("Invariant 14: a person's own wishes alone are read and changed", async () => {
    const [one, other] = [await newApp(), await newApp()]
    await read(one)
    must(await one.phone.changeWishes(one.id, { large_print: true }))
    expect(await read(other)).toEqual(first)
    expect(await changesOf(other)).toEqual([])
  })

  it('two apps of one person and support change at once: each change is made, and none undoes another', async () => {
    const one = await newApp()
    const other = await house.activate(one.person)
    await Promise.all([read(one), read(other)])
    const support = changeWishes({
      wishLists: postgresWishLists(house.db, house.vault),
      random,
    })
    const { userId } = one.person
    const [mine, theirs, supports] = await Promise.all([
      one.phone.changeWishes(one.id, { large_print: true }),
      other.phone.changeWishes(other.id, { notify_every_use: true }),
      support({ userId, wanted: { letters_in_both: true } }),
    ])
    for (const answer of [mine, theirs, supports]) expect(answer.ok).toBe(true)
    const all = { ...first, large_print: true, notify_every_use: true, letters_in_both: true }
    expect(await rowOf(one)).toEqual(all)
    const changes = await changesOf(one)
    expect(changes).toHaveLength(3)
    expect(changes.at(-1)?.body).toEqual(all)
  })
})
