/** Protocols §7, invariant 14: what a profile is told, and what its phone shows before the PIN. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { goodPin, must } from './house.ts'
import { openCountingHouse } from './counting-house.ts'

const { house, newApp } = await openCountingHouse()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 14: a profile is given nothing of another, and its phone shows nothing before the PIN', async () => {
    const bank = await house.newService('invariant14')
    const [one, other] = [await newApp(), await newApp()]
    const { own } = await house.begin(bank, { userId: one.person.userId })
    const asked = must(await one.phone.claim(one.id, await house.qrOf(own)))
    must(await one.phone.approve(one.id, asked, goodPin, false))
    must(await house.box.complete(own))
    expect(await other.phone.receipt(other.id, own.id)).toMatchObject({
      refusal: { kind: 'not-found' },
    })
    expect(await other.phone.refuse(other.id, asked, 'cancel')).toMatchObject({
      refusal: { kind: 'sign-in-moved-on' },
    })
    expect(await other.phone.approve(other.id, asked, goodPin, false)).toMatchObject({
      refusal: { kind: 'sign-in-moved-on' },
    })
    expect(must(await other.phone.history(other.id, goodPin)).entries).toEqual([])
    expect(must(await one.phone.history(one.id, goodPin)).entries).toMatchObject([
      { offer_id: own.id, decision: 'approve', service: 'Banken invariant14' },
    ])
    for (const name of await readdir(one.folder)) {
      const text = await readFile(join(one.folder, name), 'utf8')
      for (const clear of ['Asta', 'Banken', '9978', one.person.id, own.id])
        expect(text).not.toContain(clear)
    }
  })

  it('Invariant 14: nor of another app of the same person', async () => {
    const bank = await house.newService('invariant14b')
    const one = await newApp()
    const other = await house.activate(one.person)
    const begin = async () => (await house.begin(bank, { userId: one.person.userId })).own
    const [done, waiting] = [await begin(), await begin()]
    const asked = must(await one.phone.claim(one.id, await house.qrOf(done)))
    must(await one.phone.approve(one.id, asked, goodPin, false))
    must(await house.box.complete(done))
    const unanswered = must(await one.phone.claim(one.id, await house.qrOf(waiting)))
    expect(must(await one.phone.state(one.id)).waiting).toHaveLength(1)
    expect(must(await other.phone.state(other.id)).waiting).toEqual([])
    expect(await other.phone.receipt(other.id, done.id)).toMatchObject({
      refusal: { kind: 'not-found' },
    })
    const movedOn = { refusal: { kind: 'sign-in-moved-on' } }
    expect(await other.phone.refuse(other.id, unanswered, 'cancel')).toMatchObject(movedOn)
    expect(await other.phone.approve(other.id, unanswered, goodPin, false)).toMatchObject(movedOn)
    expect(must(await other.phone.history(other.id, goodPin)).entries).toEqual([])
  })

  it('Invariant 14: the history opens for five minutes after the PIN, and evidence with it', async () => {
    const bank = await house.newService('history')
    const app = await newApp()
    const { own } = await house.begin(bank, { userId: app.person.userId })
    const asked = must(await app.phone.claim(app.id, await house.qrOf(own)))
    must(await app.phone.approve(app.id, asked, goodPin, false))
    must(await house.box.complete(own))
    await house.advance(15 * 60 + 1)
    expect(await app.phone.receipt(app.id, own.id)).toMatchObject({
      refusal: { kind: 'pin-needed' },
    })
    must(await app.phone.history(app.id, goodPin))
    expect(must(await app.phone.receipt(app.id, own.id)).pack).toBeDefined()
    await house.advance(301)
    expect(await app.phone.receipt(app.id, own.id)).toMatchObject({
      refusal: { kind: 'pin-needed' },
    })
  })
})
