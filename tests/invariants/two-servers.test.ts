/** Two servers on one database: what one remembers of a sign-in gives way to what the other has written. */
import { completeSignIn } from '@open-mitid/identity/sign-in'
import { openKeptSteps, postgresProfiles, postgresSignIns } from '@open-mitid/postgres'
import type { PhonePath } from '@open-mitid/protocol'
import { afterAll, describe, expect, it } from 'vitest'
import { phoneUseCases } from '../../apps/server/src/compose-phone.ts'
import { goodPin, must } from './house.ts'
import { answering } from './liar.ts'
import { openTwoPeople } from './two-people.ts'

const { house, bank, asta, trips, mine, qr, stateOf, eventsOf, doubtsOf } = await openTwoPeople()
afterAll(() => house.close())

const kept = openKeptSteps()
const ports = {
  ...house.ports,
  profiles: postgresProfiles(house.db, house.vault, kept.callers),
  signIns: postgresSignIns(house.db, house.vault, kept),
}
const calls = phoneUseCases(ports)
const complete = completeSignIn(ports)

/** The app's calls, of which some reach the other server. */
function reaching(...elsewhere: readonly PhonePath[]): typeof fetch {
  return (url, init) => {
    const { pathname } = new URL(url instanceof Request ? url.url : url)
    const path = elsewhere.find((each) => each === pathname)
    return path ? answering<PhonePath>(calls[path] as never)(url, init) : house.send(url, init)
  }
}

const blocked = () =>
  house.sql.query("update mitid.person set state = 'blocked' where id = $1", [asta.person.id])

async function claimed(through: typeof fetch = house.send) {
  const phone = house.phoneOn(asta.folder, through)
  const { own } = await house.begin(bank, mine)
  const asked = must(await phone.claim(asta.id, await qr(own)))
  return { own, approve: () => phone.approve(asta.id, asked, goodPin, false) }
}

describe('a sign-in whose steps reach two servers', () => {
  const claim = '/api/claim'
  const prove = '/api/pin/prove'
  const approve = '/api/approve'
  it.each([
    [claim],
    [prove],
    [approve],
    [claim, prove],
    [claim, approve],
    [prove, approve],
  ] as const)('is completed by either where the other answers %s %s', async (...elsewhere) => {
    for (const finish of [complete, house.box.complete]) {
      const { own, approve: yes } = await claimed(reaching(...elsewhere))
      must(await yes())
      must(await finish(own))
      expect(await doubtsOf(asta, own)).toEqual([])
    }
    const chain = await eventsOf(asta)
    expect(chain.map(({ n }) => n)).toEqual(chain.map((_, at) => at + 1))
  })
})

describe('what a server remembers', () => {
  it('saves the reading, where nothing came between', async () => {
    const { own, approve } = await claimed()
    trips.length = 0
    must(await approve())
    must(await house.box.complete(own))
    expect(trips.map(({ writes }) => writes)).toEqual([true, true, true])
  })
  it('is not what it decides by once the page has ended the sign-in', async () => {
    const { own, approve } = await claimed()
    must(await house.box.abort(own))
    expect(await approve()).toMatchObject({ refusal: { kind: 'sign-in-moved-on' } })
    expect(await stateOf(own)).toBe('aborted')
  })
  it('is nothing to another browser, and is not lost by its asking', async () => {
    const { own, approve } = await claimed()
    must(await approve())
    const stranger = { id: own.id, browser: own.browser.toReversed() }
    expect(await house.box.complete(stranger)).toMatchObject({
      refusal: { kind: 'sign-in-unknown' },
    })
    expect(await stateOf(own)).toBe('approved')
    must(await house.box.complete(own))
  })
  it('is of its own time, and a sign-in that is over by the database’s clock is over', async () => {
    const { approve } = await claimed()
    await house.advance(301)
    expect(await approve()).toMatchObject({ refusal: { kind: 'sign-in-moved-on' } })
    const later = await claimed()
    must(await later.approve())
    await house.advance(301)
    expect(await house.box.complete(later.own)).toMatchObject({
      refusal: { kind: 'sign-in-moved-on' },
    })
  })
  it('counts a PIN try once, whichever server is asked', async () => {
    const wrong = house.phoneOn(asta.folder, reaching('/api/pin/prove'))
    const { own } = await house.begin(bank, mine)
    const asked = must(await wrong.claim(asta.id, await qr(own)))
    expect(await wrong.approve(asta.id, asked, '135791', false)).toMatchObject({
      refusal: { kind: 'pin-mistyped' },
    })
    const right = house.phoneOn(asta.folder)
    must(await right.approve(asta.id, asked, goodPin, false))
    const tried = (await eventsOf(asta)).filter(({ type }) => type === 'pin-tried').slice(-2)
    expect(
      tried.map(({ body }) => (JSON.parse(body) as { tries_left: number }).tries_left),
    ).toEqual([2, 1])
  })
  it('lets nobody through who has been blocked since, at any step', async () => {
    const { own, approve } = await claimed()
    const later = await claimed()
    must(await approve())
    await blocked()
    expect(await house.box.complete(own)).toMatchObject({ refusal: { kind: 'blocked' } })
    expect(await stateOf(own)).toBe('aborted')
    expect(await later.approve()).toMatchObject({ refusal: { kind: 'profile-ended' } })
    expect(await stateOf(later.own)).toBe('claimed')
  })
})
