import { afterAll, describe, expect, it } from 'vitest'
import { openCitizens } from '../testing/open-citizen.ts'
import { rightKey } from '../testing/outside.ts'
import { heading, openVisitors } from '../testing/visitors.ts'

const citizens = await openCitizens({ port: 4026 })
const { someone, begun, proofed } = openVisitors(citizens)
afterAll(async () => {
  await citizens.queries.close()
  await citizens.close()
})

describe('attacks', () => {
  it('a stranger finds no enrolment of another, whatever they ask of it', async () => {
    const browser = await proofed(someone().userId)
    const own = browser.own()
    const stranger = await begun()
    const none = citizens.browser()
    for (const thief of [stranger, none])
      for (const page of ['', '/authenticators', '/confirm', '/done', '/done/state', '/leave']) {
        const answer = await thief.send(own + page)
        if (page === '/leave' && thief === stranger) continue
        expect([page, answer.statusCode]).toEqual([page, 404])
        expect(answer.body).not.toContain('Asta')
      }
    for (const page of ['/authenticators', '/confirm', '/leave', '/done/code', '/nemid/key'])
      expect((await stranger.send(own + page, { key: rightKey })).statusCode).toBe(404)
    expect(heading((await browser.follow(own)).body)).toBe('Choose what to approve with')
  })

  it('steps out of their order lead back to where the enrolment is, and change nothing', async () => {
    const browser = await proofed(someone().userId)
    const own = browser.own()
    for (const [page, form] of [
      ['terms', { accepted: 'yes' }],
      ['contacts', { channel: 'sms', to: '20123456' }],
      ['user-id', { user_id: 'out of order' }],
      ['delivery', { to: 'home' }],
      ['confirm', {}],
      ['done/code', {}],
    ] as const) {
      const answer = await browser.follow(`${own}/${page}`, form)
      if (page !== 'terms') expect([page, browser.at()]).toEqual([page, `${own}/authenticators`])
      expect(answer.statusCode).toBeLessThan(500)
    }
    const [row] = await citizens.queries.query<{ n: string }>(
      'select count(*) as n from mitid.contact_code where not queued',
    )
    expect(row?.n).toBe('0')
  })

  it('another site can send no form of ours (CSRF), and learns nothing from trying', async () => {
    const browser = await proofed(someone().userId)
    const own = browser.own()
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    for (const page of ['', '/authenticators', '/leave', '/confirm']) {
      const url = page === '' ? '/en/nemid' : own + page
      expect((await browser.send(url, { first: 'app', spare: 'none' }, foreign)).statusCode).toBe(
        403,
      )
    }
    expect(heading((await browser.follow(own)).body)).toBe('Choose what to approve with')
  })

  it('whether a user ID is taken is told nobody without a proof', async () => {
    const browser = await begun()
    const answer = await browser.send(`${browser.own()}/user-id/check`, {
      user_id: 'somebody has it',
    })
    expect([answer.statusCode, answer.json()]).toEqual([409, { ok: false, text: '' }])
  })

  it('no answer puts the cookie, the password or a code into a page or an address', async () => {
    const { userId } = someone()
    const browser = await begun()
    const own = browser.own()
    const secret = [...browser.cookies.values()][0] ?? ''
    const form = { way: 'card', user_id: userId, password: 'hunter2-secret' }
    const answer = await browser.follow(`${own}/nemid`, form)
    expect(answer.body).not.toContain('hunter2-secret')
    expect(answer.body).not.toContain(secret)
    expect(browser.at()).not.toContain(secret)
  })
})
