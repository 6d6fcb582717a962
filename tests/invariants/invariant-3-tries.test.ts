/** Protocols §7, invariant 3: how often a PIN may be tried, and what is counted when. */
import fc from 'fast-check'
import { base64url } from '@open-mitid/kernel'
import { provePin, type Profiles } from '@open-mitid/identity/authenticator'
import { type OfferId } from '@open-mitid/protocol'
import { afterAll, describe, expect, it } from 'vitest'
import { goodPin, must } from './house.ts'
import { random } from './random.ts'
import { answering, liar } from './liar.ts'
import { openCountingHouse } from './counting-house.ts'

const { house, begun, wrongPin, newApp, memoryOf, rowOf } = await openCountingHouse()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 3: under any schedule of tries, lost answers and waits, each is counted', async () => {
    // Mostly wrong ones, so that every wait is met, and tried in.
    const weights = {
      wrong: 6,
      right: 1,
      'lost try': 3,
      'lost proof': 1,
      '5 minutes': 2,
      '60 minutes': 2,
    } as const
    const names = Object.keys(weights) as (keyof typeof weights)[]
    const act = fc.oneof(
      ...names.map((name) => ({ weight: weights[name], arbitrary: fc.constant(name) })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 16 }), async (acts) => {
        const app = await newApp()
        let clock = 0
        let pending: string | undefined
        let due = { count: 0, waitUntil: 0 }
        const mayTry = () => due.count < 9 && clock >= due.waitUntil
        const begin = () => {
          const count = due.count + 1
          due = { count, waitUntil: clock + (count === 3 ? 300 : count === 6 ? 3600 : 0) }
        }
        for (const name of acts) {
          if (name === '5 minutes' || name === '60 minutes') {
            const span = name === '5 minutes' ? 301 : 3601
            clock += span
            await house.advance(span)
            continue
          }
          const allowed = mayTry()
          const lost = { 'lost try': '/api/pin/prove', 'lost proof': '/api/history' }[
            name as string
          ]
          const phone = house.phoneOn(
            app.folder,
            lost === undefined ? undefined : house.losing(lost),
          )
          const pin = name === 'wrong' ? wrongPin : goodPin
          const answer = await phone.history(app.id, pin).catch(() => 'lost' as const)
          // The call that was cut off is sent again first, and cut off again: nothing new.
          if (lost !== undefined && lost === pending) continue
          pending = answer === 'lost' ? lost : undefined
          if (!allowed) {
            const blocked = due.count >= 9
            if (answer !== 'lost')
              expect(answer).toMatchObject({
                refusal: { kind: blocked ? 'pin-blocked' : 'pin-wait' },
              })
            if (blocked) {
              expect((await rowOf(app)).state).toBe('suspended')
              return
            }
            continue
          }
          begin()
          if (name === 'right' || name === 'lost proof') due = { count: 0, waitUntil: 0 }
          expect((await rowOf(app)).pin_tries).toBe(due.count)
        }
      }),
      { numRuns: 10 },
    )
  })

  it('Invariant 3: after nine wrong tries there is no tenth, and nothing left to try it on', async () => {
    const app = await newApp()
    for (const wait of [301, 3601, 0]) {
      for (let tries = 0; tries < 3; tries += 1) await app.phone.history(app.id, wrongPin)
      await house.advance(wait)
    }
    begun.length = 0
    expect(await app.phone.history(app.id, goodPin)).toMatchObject({
      refusal: { kind: 'pin-blocked' },
    })
    expect(begun).toEqual([])
    const rows = await house.sql.query(
      'select state, pin_record, pin_login from mitid.profile where person_id = $1',
      [app.person.id],
    )
    expect(rows).toEqual([{ state: 'suspended', pin_record: null, pin_login: null }])
  })

  it('Invariant 3: no answer to a try leaves before its count is committed', async () => {
    const app = await newApp()
    const sent: number[] = []
    const counting: typeof fetch = async (url, init) => {
      const answer = await house.send(url, init)
      if (house.wire.at(-1)?.path === '/api/pin/prove') sent.push((await rowOf(app)).pin_tries)
      return answer
    }
    const phone = house.phoneOn(app.folder, counting)
    for (let tries = 1; tries <= 3; tries += 1) await phone.history(app.id, wrongPin)
    expect(sent).toEqual([1, 2, 3])
    await house.sql.query(
      "alter table mitid.event add constraint broken check (type <> 'pin-tried') not valid",
    )
    await house.advance(301)
    house.wire.length = 0
    await expect(phone.history(app.id, wrongPin)).rejects.toThrow()
    expect(house.wire.at(-1)).toMatchObject({ status: 500 })
    expect(house.wire.at(-1)?.body).not.toContain('ke2')
    await house.sql.query('alter table mitid.event drop constraint broken')
  })

  it('Invariant 3: however many write at the same time, a try is evaluated once', async () => {
    const app = await newApp()
    const { ports } = house
    let others = 3
    const busy: Profiles = {
      recall: () => undefined,
      async visit(id) {
        const found = await ports.profiles.visit(id)
        if (!found || others === 0) return found
        others -= 1
        must(await house.issueCode({ person: { id: app.person.id }, channel: 'page' }))
        return found
      },
    }
    const { guess } = liar(app, answering(provePin({ ...ports, profiles: busy })))
    begun.length = 0
    expect((await guess(goodPin)).ke3).toBeDefined()
    expect(others).toBe(0)
    expect(begun).toHaveLength(1)
    expect((await rowOf(app)).pin_tries).toBe(1)
  })

  it('Invariant 3: an app that lies about its try forgets none, and gets one guess of each', async () => {
    const app = await newApp()
    const { call, guess } = liar(app, house.send)
    const { ke3 } = await guess(wrongPin)
    expect(ke3).toBeUndefined()
    const lie = base64url(random(64))
    expect(await call('/api/history', { ke3: lie })).toMatchObject({
      refusal: { kind: 'pin-wrong', tries_left: 2 },
    })
    expect((await rowOf(app)).pin_tries).toBe(1)
    expect(await call('/api/history', { ke3: lie })).toMatchObject({
      refusal: { kind: 'pin-needed' },
    })
  })

  it('Invariant 3: a right PIN is given for one purpose and one offer, and for a minute', async () => {
    const app = await newApp()
    const { call, guess } = liar(app, house.send)
    const offer = 'sgn_00000000000000000000000000' as OfferId
    const [first, second] = [
      { offer_id: offer },
      { offer_id: offer.replace(/0$/u, '1') as OfferId },
    ]
    const needed = { refusal: { kind: 'pin-needed' } }
    const forHistory = (await guess(goodPin)).ke3 ?? ''
    const approval = 'x'
    expect(await call('/api/profile/remove', { ke3: forHistory })).toMatchObject(needed)
    expect(await call('/api/approve', { ...first, ke3: forHistory, approval })).toMatchObject(
      needed,
    )
    const forOffer = (await guess(goodPin, { purpose: 'approve', ...first })).ke3 ?? ''
    expect(await call('/api/approve', { ...second, ke3: forOffer, approval })).toMatchObject(needed)
    expect(await call('/api/history', { ke3: forOffer })).toMatchObject(needed)
    expect((await rowOf(app)).pin_tries).toBe(2)
    const late = (await guess(goodPin)).ke3 ?? ''
    await house.advance(60)
    expect(await call('/api/history', { ke3: late })).toMatchObject(needed)
    expect((await rowOf(app)).pin_tries).toBe(3)
  })

  it('Invariant 3: a right PIN is good once, for the one thing it was given for', async () => {
    const app = await newApp()
    const { profile } = (await memoryOf(app)) as { profile: string }
    must(await app.phone.history(app.id, goodPin))
    const rows = await house.sql.query<{ pin_login: unknown }>(
      'select pin_login from mitid.profile where id = $1',
      [profile],
    )
    expect(rows).toEqual([{ pin_login: null }])
  })

  it('Invariant 3: copies that try at the same time get one answer, and end each other', async () => {
    const app = await newApp()
    const folders = await Promise.all([1, 2, 3, 4].map(() => house.copyOf(app.folder)))
    house.wire.length = 0
    await Promise.all(
      folders.map((folder) =>
        house
          .phoneOn(folder)
          .history(app.id, wrongPin)
          .catch(() => 'lost'),
      ),
    )
    const answered = house.wire.filter(
      ({ path, status }) => path === '/api/pin/prove' && status === 200,
    )
    expect(answered.length).toBeLessThanOrEqual(1)
    expect((await rowOf(app)).state).toBe('suspended')
  })

  it('Invariant 3: every registration is evaluated under an epoch of its own', async () => {
    const app = await newApp()
    const memory = await memoryOf(app)
    if (memory.stage !== 'active') throw new Error('the app is not active')
    await house
      .phoneOn(app.folder, house.losing('/api/pin/register'))
      .changePin(app.id, goodPin, '582046')
      .catch(() => 'lost')
    must(await app.phone.changePin(app.id, goodPin, '582046'))
    const after = await memoryOf(app)
    expect(after).toMatchObject({ slot: { epoch: memory.slot.epoch + 2 } })
    must(await app.phone.history(app.id, '582046'))
    expect(await app.phone.history(app.id, goodPin)).toMatchObject({ ok: false })
  })
})
