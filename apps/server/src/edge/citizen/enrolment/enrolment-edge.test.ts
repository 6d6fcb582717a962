import { PersonId } from '@open-mitid/identity/person'
import { advanceClock } from '@open-mitid/postgres'
import { afterAll, describe, expect, it } from 'vitest'
import { openCitizens } from '../testing/open-citizen.ts'
import { rightKey } from '../testing/outside.ts'
import { heading, hidden, wrong, openVisitors } from '../testing/visitors.ts'

const citizens = await openCitizens({ port: 4026 })
const { someone, begun, proofed, lastCode, answered } = openVisitors(citizens)
afterAll(async () => {
  await citizens.queries.close()
  await citizens.close()
})

describe('from NemID to a MitID', () => {
  it('with the app: the last page holds a code, and says when the app is active', async () => {
    const browser = await proofed(someone().userId)
    expect(browser.at()).toMatch(/\/authenticators$/u)
    const last = await answered(browser, { first: 'app', spare: 'none' }, 'with an app')
    expect(heading(last.body)).toBe('Is everything right?')
    const own = browser.own()
    const done = await browser.follow(`${own}/confirm`, {})
    expect(browser.at()).toBe(`${own}/done`)
    const link = /href="(http:\/\/localhost:4025\/activate#[0-9A-Z]{12})"/u.exec(done.body)?.[1]
    expect(link).toBeDefined()
    const again = await browser.follow(`${own}/done`)
    expect(again.body).toContain(link)
    const [person] = await citizens.queries.query<{ person_id: string }>(
      'select person_id from mitid.activation',
    )
    const id = PersonId.parse(person?.person_id)
    if (!id) throw new Error('nobody was created')
    expect((await browser.send(`${own}/done/state`)).json()).toEqual({ state: '0' })
    await citizens.queries.query(
      `insert into mitid.profile (id, person_id, state, dk, created_at, rn, last_jti,
        last_body_sha256, last_answer, pin_record)
       values ('aut_x', $1, 'active', '{}', now(), '', '', '', '', '')`,
      [id],
    )
    expect((await browser.send(`${own}/done/state`)).json()).toEqual({ state: '1' })
    const active = await browser.follow(`${own}/done`)
    expect(heading(active.body)).toBe('The app is active')
    expect(active.body).not.toContain('/activate#')
  })

  it('with a code display: where it goes is asked, and ordered with the person', async () => {
    const browser = await proofed(someone().userId, 'da')
    const chosen = { first: 'code-display', spare: 'audio-reader' }
    const asked = await answered(browser, chosen, 'med kodeviser')
    expect(heading(asked.body)).toBe('Hvordan skal det komme til dig?')
    expect(asked.body).toContain('Algade 7, 2. th, 4000 Roskilde')
    const own = browser.own()
    expect((await browser.follow(`${own}/delivery`, {})).statusCode).toBe(422)
    await browser.follow(`${own}/delivery`, { to: 'home' })
    const done = await browser.follow(`${own}/confirm`, {})
    expect(heading(done.body)).toBe('Dit MitID er oprettet')
    expect(done.body).not.toContain('/activate#')
    const orders = await citizens.queries.query('select kind, spare from mitid.code_device')
    expect(orders).toEqual([
      { kind: 'code-display', spare: false },
      { kind: 'audio-reader', spare: true },
    ])
  })

  it('with the code app of NemID, which the page asks about', async () => {
    const { userId } = someone()
    const browser = await begun()
    const own = browser.own()
    const form = { way: 'app', user_id: userId, password: 'right' }
    const asked = await browser.follow(`${own}/nemid`, form)
    expect(asked.body).toContain('K7M2')
    const script = { 'mitid-script': '1', accept: 'application/json' }
    const look = async () =>
      (await browser.send(`${own}/nemid/check`, {}, script)).json<{ state: string }>()
    expect(await look()).toEqual({ state: 'waiting' })
    expect(wrong((await browser.follow(`${own}/nemid/check`, {})).body)).toMatch(/cannot see yet/u)
    citizens.world.approved = true
    expect(await look()).toEqual({ state: 'proved' })
    citizens.world.approved = false
    await browser.follow(own)
    expect(browser.at()).toMatch(/\/authenticators$/u)
  })

  it('left at any step, it is gone on with in the same browser, for a day', async () => {
    const browser = await proofed(someone().userId)
    await answered(browser, { first: 'app', spare: 'none' }, 'left and back')
    const own = browser.own()
    const again = await browser.follow('/en/nemid', {})
    expect(heading(again.body)).toBe('You have begun already')
    const there = await browser.follow(own)
    expect(heading(there.body)).toBe('Is everything right?')
    await advanceClock(citizens.db, 24 * 60 * 60)
    const late = await browser.follow(own)
    expect([late.statusCode, heading(late.body)]).toEqual([404, 'We cannot find that'])
  })

  it('going back changes an answer, and keeps the others', async () => {
    const browser = await proofed(someone().userId)
    await answered(browser, { first: 'app', spare: 'none' }, 'went back')
    const own = browser.own()
    const terms = await browser.follow(`${own}/authenticators`)
    expect(terms.body).toMatch(/value="app"[^>]*checked/u)
    await browser.follow(`${own}/authenticators`, { first: 'audio-reader', spare: 'app' })
    expect(browser.at()).toMatch(/\/delivery$/u)
    const id = await browser.follow(`${own}/user-id`)
    expect(id.body).toContain('value="went back"')
  })

  it('two tabs go two ways and end in one MitID', async () => {
    const { userId } = someone()
    const one = await proofed(userId)
    const first = one.own()
    await answered(one, { first: 'app', spare: 'none' }, 'tab number one')
    await one.follow('/en/nemid', { anew: 'yes' })
    const second = one.own()
    expect(second).not.toBe(first)
    await one.follow(`${second}/nemid`, { way: 'card', user_id: userId, password: 'right' })
    await one.follow(`${second}/nemid/key`, { key: rightKey })
    await answered(one, { first: 'app', spare: 'none' }, 'tab number two')
    expect(heading((await one.follow(`${first}/confirm`, {})).body)).toBe(
      'Your MitID has been created',
    )
    const late = await one.follow(`${second}/confirm`, {})
    expect(heading(late.body)).toBe('You have a MitID already')
  })

  it('stopping deletes what was filled in', async () => {
    const browser = await proofed(someone().userId)
    const own = browser.own()
    await browser.follow(`${own}/leave`)
    const left = await browser.follow(`${own}/leave`, {})
    expect(heading(left.body)).toBe('We have stopped')
    expect(heading((await browser.follow(`${own}/authenticators`)).body)).toBe('We have stopped')
  })
})

describe('turned away kindly, after the proof alone', () => {
  it.each([
    ['You can get MitID when you are 13', { birthDate: '2020-01-01' as never }],
    ['We cannot give you MitID here', { status: 'dead' as const }],
  ])('%s', async (title, change) => {
    const browser = await proofed(someone(change).userId)
    const page = await browser.follow(browser.own())
    expect(heading(page.body)).toBe(title)
    expect(page.body).not.toContain('Asta')
  })
})

describe('what goes wrong is said, with what to do', () => {
  it('NemID is away: the page says so, and the person goes on when it is back', async () => {
    const { userId } = someone()
    const browser = await begun()
    const own = browser.own()
    citizens.world.eid = 'down'
    const form = { way: 'card', user_id: userId, password: 'right' }
    const away = await browser.follow(`${own}/nemid`, form)
    expect([away.statusCode, wrong(away.body)]).toEqual([
      422,
      expect.stringMatching(/does not answer right now/u),
    ])
    expect(away.body).not.toContain('right"')
    citizens.world.eid = 'up'
    await browser.follow(`${own}/nemid`, form)
    await browser.follow(`${own}/nemid/key`, { key: rightKey })
    expect(browser.at()).toMatch(/\/authenticators$/u)
  })

  it('the register is away: NemID need not be used again', async () => {
    const { userId } = someone()
    citizens.world.register = 'down'
    const browser = await proofed(userId)
    const own = browser.own()
    const page = await browser.follow(own)
    expect(heading(page.body)).toBe('The CPR register has not answered')
    citizens.world.register = 'up'
    await browser.follow(`${own}/nemid/check`, {})
    expect(browser.at()).toMatch(/\/authenticators$/u)
  })

  it.each([
    ['nemid', { way: 'card', user_id: '', password: 'x' }, 'Type your user ID for NemID.'],
    ['nemid', { way: 'card', user_id: 'x', password: '' }, 'Type your password for NemID.'],
    ['nemid', { way: 'card', user_id: 'x', password: 'y' }, /User ID or password is not right/u],
    ['nemid/key', { key: '12' }, /A key has 6 digits/u],
  ])('%s %j', async (page, form, sentence) => {
    const browser = await begun()
    const answer = await browser.follow(`${browser.own()}/${page}`, form)
    expect(answer.statusCode).toBe(422)
    expect(wrong(answer.body)).toEqual(
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    )
  })

  it('wrong contacts and codes', async () => {
    const browser = await proofed(someone().userId)
    const own = browser.own()
    await browser.follow(`${own}/authenticators`, { first: 'app', spare: 'none' })
    const { body } = await browser.follow(`${own}/terms`)
    expect(wrong((await browser.follow(`${own}/terms`, hidden(body))).body)).toMatch(
      /Tick the box/u,
    )
    await browser.follow(`${own}/terms`, { ...hidden(body), accepted: 'yes' })
    for (const [channel, to] of [
      ['sms', '123'],
      ['email', 'not an address'],
    ] as const)
      expect((await browser.follow(`${own}/contacts`, { channel, to })).statusCode).toBe(422)
    await browser.follow(`${own}/contacts`, { channel: 'email', to: 'asta@post.example' })
    const right = await lastCode()
    const code = right === '000000' ? '000001' : '000000'
    const told = []
    for (let each = 0; each < 4; each += 1)
      told.push(wrong((await browser.follow(`${own}/contacts/code`, { code })).body))
    expect(told[0]).toMatch(/2 tries left/u)
    expect(told[1]).toMatch(/one try left/u)
    expect(told[2]).toMatch(/no longer valid/u)
    expect(told[3]).toMatch(/no longer valid/u)
    expect(wrong((await browser.follow(`${own}/contacts/code`, { code: right })).body)).toMatch(
      /no longer valid/u,
    )
  })

  it('a user ID is judged while it is typed, and taken ones are told', async () => {
    const browser = await proofed(someone().userId)
    await answered(browser, { first: 'app', spare: 'none' }, 'somebody has it')
    await browser.follow(`${browser.own()}/confirm`, {})
    const other = await proofed(someone().userId)
    await answered(other, { first: 'app', spare: 'none' }, 'before that')
    const own = other.own()
    const script = { 'mitid-script': '1', accept: 'application/json' }
    const check = async (user_id: string) =>
      (await other.send(`${own}/user-id/check`, { user_id }, script)).json<{ text: string }>()
    expect(await check('Somebody HAS it')).toMatchObject({ ok: false, text: /./u })
    expect((await check('Somebody HAS it')).text).toMatch(/taken/u)
    expect(await check('nobody has it')).toEqual({ ok: true, text: 'It is free.' })
    const answer = await other.follow(`${own}/user-id`, { user_id: 'somebody has it' })
    expect(wrong(answer.body)).toMatch(/taken/u)
    const suggested = [...answer.body.matchAll(/name="suggested" value="([^"]*)"/gu)]
    expect(suggested).toHaveLength(3)
    await other.follow(`${own}/user-id`, { suggested: suggested[0]?.[1] ?? '', user_id: '' })
    expect(other.at()).toMatch(/\/confirm$/u)
  })
})
