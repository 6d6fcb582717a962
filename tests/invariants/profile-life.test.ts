/** Protocols §3: the life of a profile, with answers lost on the way. */
import { afterAll, describe, expect, it } from 'vitest'
import { goodPin, must } from './house.ts'
import { openCountingHouse } from './counting-house.ts'

const { house, newPerson, newApp } = await openCountingHouse()
afterAll(() => house.close())

describe('protocols §3: the life of a profile', () => {
  const paths = [
    '/api/activation/open',
    '/api/activation/second',
    '/api/pin/register',
    '/api/activation/finish',
  ]
  it.each(paths)('an activation whose answer to %s is lost goes on where it was', async (path) => {
    const person = await newPerson()
    const { code } = must(await house.issueCode({ person: { id: person.id }, channel: 'page' }))
    const folder = await house.newFolder()
    const cut = house.phoneOn(folder, house.losing(path))
    const opened = await cut.open(code, '').catch(() => 'lost' as const)
    const phone = house.phoneOn(folder)
    const [profile] = await phone.profiles()
    const id = opened !== 'lost' && opened.ok ? opened.value.id : (profile?.id ?? '')
    if (opened === 'lost') await phone.catchUp(id)
    const second = await house.secondCode()
    await cut.confirmSecond(id, second).catch(() => 'lost')
    if (path === '/api/activation/second') must(await phone.confirmSecond(id, second))
    await cut.finish(id, goodPin).catch(() => 'lost')
    if (path !== '/api/activation/open' && path !== '/api/activation/second')
      must(await phone.finish(id, goodPin))
    must(await phone.history(id, goodPin))
  })

  it('a first code that is wrong, used, ended or another phone’s gets one answer', async () => {
    const person = await newPerson()
    const issue = () => house.issueCode({ person: { id: person.id }, channel: 'page' })
    const first = must(await issue()).code
    const one = house.phoneOn(await house.newFolder())
    must(await one.open(first, ''))
    house.wire.length = 0
    const other = house.phoneOn(await house.newFolder())
    for (const code of [first, 'ABCD-EFGH-JKMN'])
      expect(await other.open(code, '')).toMatchObject({ refusal: { kind: 'activation-unknown' } })
    must(await issue())
    expect(await other.open(first, '')).toMatchObject({ refusal: { kind: 'activation-unknown' } })
    const third = must(await issue()).code
    await house.advance(30 * 60)
    expect(await other.open(third, '')).toMatchObject({ refusal: { kind: 'activation-unknown' } })
    expect(new Set(house.wire.map(({ status, body }) => `${String(status)} ${body}`)).size).toBe(1)
  })

  it('the second code is sent again to the app that asked, and three wrong ones end both', async () => {
    const person = await newPerson()
    const { code } = must(await house.issueCode({ person: { id: person.id }, channel: 'page' }))
    const phone = house.phoneOn(await house.newFolder())
    const { id } = must(await phone.open(code, ''))
    const old = await house.secondCode()
    must(await phone.sendAgain(id))
    const fresh = await house.secondCode()
    if (old !== fresh)
      expect(await phone.confirmSecond(id, old)).toMatchObject({
        refusal: { kind: 'second-code-wrong', tries_left: 2 },
      })
    must(await phone.sendAgain(id))
    expect(await phone.sendAgain(id)).toMatchObject({ refusal: { kind: 'activation-unknown' } })
    const last = await house.secondCode()
    const wrong = last === '000000' ? '000001' : '000000'
    await phone.confirmSecond(id, wrong)
    await phone.confirmSecond(id, wrong)
    expect(await phone.confirmSecond(id, last)).toMatchObject({
      refusal: { kind: 'activation-ended' },
    })
  })

  it('a PIN change whose answer is lost leaves one PIN in force, which the app finds', async () => {
    const app = await newApp()
    const cut = house.phoneOn(app.folder, house.losing('/api/pin/change'))
    await cut.changePin(app.id, goodPin, '582046').catch(() => 'lost')
    must(await app.phone.history(app.id, '582046'))
    expect(must(await app.phone.state(app.id)).tries_left).toBe(3)
  })

  it('a profile that is removed is gone at once, also where the answer is lost', async () => {
    const app = await newApp()
    const cut = house.phoneOn(app.folder, house.losing('/api/profile/remove'))
    await cut.removeProfile(app.id, goodPin).catch(() => 'lost')
    must(await app.phone.removeProfile(app.id, goodPin))
    const rows = await house.sql.query<{ state: string }>(
      'select state from mitid.profile where person_id = $1',
      [app.person.id],
    )
    expect(rows).toEqual([{ state: 'revoked' }])
  })

  it('there are three active apps at the most', async () => {
    const app = await newApp()
    await house.activate(app.person)
    await house.activate(app.person)
    expect(await house.issueCode({ person: { id: app.person.id }, channel: 'page' })).toEqual({
      ok: false,
      refusal: { kind: 'too-many-apps' },
    })
  })
})
