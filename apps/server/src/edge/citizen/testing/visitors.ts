/** People with NemID at the website, page by page, and what its pages say. */
import { postgresContactCodes } from '@open-mitid/postgres'
import type { Browser, Citizens } from './open-citizen.ts'
import { rightKey } from './outside.ts'

type Chosen = { first: string; spare: string }

export function openVisitors(citizens: Citizens) {
  let nth = 0
  const someone = (change?: Parameters<Citizens['know']>[1]) => {
    nth += 1
    const userId = `nemid-${String(nth)}`
    return { userId, person: citizens.know(userId, change) }
  }

  async function begun(language = 'en'): Promise<Browser> {
    const browser = citizens.browser()
    await browser.follow(`/${language}/nemid`, {})
    return browser
  }

  async function proofed(userId: string, language = 'en'): Promise<Browser> {
    const browser = await begun(language)
    const own = browser.own()
    await browser.follow(`${own}/nemid`, { way: 'card', user_id: userId, password: 'right' })
    await browser.follow(`${own}/nemid/key`, { key: rightKey })
    return browser
  }

  async function lastCode(): Promise<string> {
    const [row] = await citizens.queries.query<{ id: string }>('select id from mitid.contact_code')
    const codes = postgresContactCodes(citizens.db, citizens.vault)
    const found = row && (await codes.find(row.id as never))
    if (!row || !found) throw new Error('no code is on its way')
    await codes.remove(row.id as never)
    return found.code
  }

  async function contact(browser: Browser, channel: string, to: string) {
    const own = browser.own()
    await browser.follow(`${own}/contacts`, { channel, to })
    return browser.follow(`${own}/contacts/code`, { code: await lastCode() })
  }

  async function answered(browser: Browser, chosen: Chosen, userId: string) {
    const own = browser.own()
    await browser.follow(`${own}/authenticators`, chosen)
    const { body } = await browser.follow(`${own}/terms`)
    await browser.follow(`${own}/terms`, { ...hidden(body), accepted: 'yes' })
    await contact(browser, 'sms', '20 12 34 56')
    return browser.follow(`${own}/user-id`, { user_id: userId })
  }

  return { someone, begun, proofed, lastCode, contact, answered }
}

export function hidden(body: string): Record<string, string> {
  const fields = body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/gu)
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]))
}

export const heading = (body: string): string | undefined =>
  /<h1[^>]*>([^<]*)<\/h1>/u.exec(body)?.[1]
export const wrong = (body: string): string | undefined =>
  /<a href="#[^"]*">([^<]*)<\/a><\/li>/u.exec(body)?.[1]
