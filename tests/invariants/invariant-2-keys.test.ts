/** Protocols §7, invariant 2: what the operator holds, and what it could bind, shows. */
import { PublicJwk, readBinding } from '@open-mitid/protocol'
import { afterAll, describe, expect, it } from 'vitest'
import { goodPin, must } from './house.ts'
import { openCountingHouse } from './counting-house.ts'

const { house, newApp, memoryOf, everything, publicPoint } = await openCountingHouse()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 2: no key of the server, and nothing in a table, is a key of a phone', async () => {
    const app = await newApp()
    const memory = await memoryOf(app)
    if (memory.stage !== 'active') throw new Error('the app is not active')
    const { dk_jwk: dk, ak_jwk: ak } = must(readBinding(memory.binding)).content
    const dump = await everything()
    expect(dump).not.toContain(memory.slot.s)
    const candidates = new Set(dump.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu) ?? [])
    expect(candidates.size).toBeGreaterThan(20)
    for (const secret of house.secrets)
      for (let at = 0; at + 32 <= secret.length; at += 1)
        candidates.add(Buffer.from(secret.subarray(at, at + 32)).toString('hex'))
    candidates.delete('0'.repeat(64)) // what comes before the first event
    for (const hex of candidates) {
      const { x } = PublicJwk.of(publicPoint(hex))
      expect([dk.x, ak.x]).not.toContain(x)
    }
  })

  it('Invariant 2: an app that somebody else has bound comes to light in the history', async () => {
    const app = await newApp()
    const before = must(await app.phone.state(app.id))
    const other = await house.activate(app.person)
    const after = must(await app.phone.state(app.id))
    expect(after.n).toBeGreaterThan(before.n)
    const { events } = must(await app.phone.history(app.id, goodPin))
    const news = events.filter(({ n }) => n > before.n).map(({ type }) => type)
    expect(news).toContain('app-activated')
    expect(other.id).not.toBe(app.id)
    await house.sql.query('update mitid.chain set n = $2 where subject = $1', [
      app.person.id,
      before.n,
    ])
    must(await app.phone.state(app.id))
    expect(await app.phone.profiles()).toMatchObject([{ forked: true }])
  })
})
