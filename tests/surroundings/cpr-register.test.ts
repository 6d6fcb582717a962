/** The sandbox's CPR register as a program: what it answers, to whom, and what can be changed. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { peopleOf } from '../../apps/sandbox/src/people/people.ts'
import { words } from '../../surroundings/cpr-register/src/words.ts'
import { computer, inspect, openBrowser, phone } from '../journeys/browser.ts'
import { openSurrounding, type Surrounding } from './program.ts'

const token = 'a-token-of-the-tests'
const people = peopleOf(new Date('2026-11-22T12:00:00Z'))
const everybody = [...people.citizens, ...people.newcomers]
const service = '/CPR/CprPersonFullSimple/1/REST/PersonFullListSimple'
let register: Surrounding
let browser: Browser

beforeAll(async () => {
  register = await openSurrounding(
    'cpr-register',
    { TOKEN: token },
    { PERSONS_FILE: people.register },
  )
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await register.stop()
})
beforeEach(() => switchTo('ok'))

const switchTo = (fault: string) => register.ask('POST', '/faults', { fault })
const cprOf = (name: string) => everybody.find((one) => one.name.startsWith(name))?.cpr ?? ''

function look(query: Readonly<Record<string, string>>, bearer = token) {
  const asked = `${service}?${new URLSearchParams(query).toString()}`
  return register.ask('GET', asked, undefined, { authorization: `Bearer ${bearer}` })
}

async function find(name: string): Promise<Record<string, unknown>> {
  const answer = await look({ 'pnr.personnummer.eq': cprOf(name) })
  const { Personer } = (await answer.json()) as { Personer: { Person: Record<string, unknown> }[] }
  expect(Personer).toHaveLength(1)
  return Personer[0]?.Person ?? {}
}

describe('a look-up', () => {
  it('by number answers one person, in the form of the register’s own service', async () => {
    const alma = await find('Alma')
    expect(alma).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/u) as string,
      foedselsdato: people.newcomers.find(({ key }) => key === 'alma')?.birth_date,
      koen: 'kvinde',
      status: 'bopael_i_danmark',
      Personnumre: [{ Personnummer: { personnummer: cprOf('Alma'), status: 'aktuel' } }],
      Navne: [{ Navn: { fornavne: 'Alma', efternavn: 'Winther', status: 'aktuel' } }],
      Beskyttelser: [],
      Adresseoplysninger: [
        {
          Adresseoplysninger: {
            CprAdresse: {
              vejadresseringsnavn: 'Havneparken',
              husnummer: '008',
              etage: '03',
              sidedoer: 'tv',
              postnummer: '8000',
              postdistrikt: 'Aarhus C',
            },
            status: 'aktuel',
          },
        },
      ],
      UdrejseIndrejser: [],
    })
  })

  it('tells the dead, those abroad and the protected apart', async () => {
    expect(await find('Ove')).toMatchObject({ status: 'doed', Adresseoplysninger: [] })
    const abroad = { adresselinje1: 'Storgatan 5 B', adresselinje2: '211 42 Malmö' }
    expect(await find('Mathilde')).toMatchObject({
      status: 'udrejst',
      UdrejseIndrejser: [
        { UdrejseIndrejse: { Udlandsadresse: { ...abroad, landenavn: 'Sverige' } } },
      ],
    })
    const protection = { beskyttelsestype: 'navne_og_adresse', status: 'aktuel' }
    expect(await find('Signe')).toMatchObject({ Beskyttelser: [{ Beskyttelse: protection }] })
  })

  it('by name and date of birth finds somebody whose papers spell the name in machine letters', async () => {
    const grethe = people.newcomers.find(({ key }) => key === 'grethe')
    const by = { 'person.foedselsdato.eq': grethe?.birth_date ?? '' }
    const named = { ...by, 'navn.adresseringsnavn.eq': 'GRETHE NOERGAARD HOEJLAND' }
    expect(await (await look(named)).json()).toMatchObject({
      Personer: [{ Person: { Personnumre: [{ Personnummer: { personnummer: grethe?.cpr } }] } }],
    })
    const nobody = await look({ ...named, 'person.foedselsdato.eq': '1990-01-01' })
    expect(await nobody.json()).toEqual({ Personer: [] })
  })

  it('of a number that nobody has is an answer without persons', async () => {
    const answer = await look({ 'pnr.personnummer.eq': '6101010001' })
    expect([answer.status, await answer.json()]).toEqual([200, { Personer: [] }])
  })

  it.each([
    ['no token', ''],
    ['another token', 'a-token-of-the-testt'],
    ['part of the token', 'a-token'],
  ])('with %s is refused', async (_with, bearer) => {
    const answer = await look({ 'pnr.personnummer.eq': cprOf('Alma') }, bearer)
    expect([answer.status, await answer.json()]).toEqual([
      401,
      { status: 401, title: 'The register answers those who have its token' },
    ])
  })

  it.each([
    {},
    { 'pnr.personnummer.eq': '*' },
    { 'pnr.personnummer.eq': '6101010001', 'person.foedselsdato.eq': '1990-01-01' },
    { 'navn.adresseringsnavn.eq': 'Anna Sommer' },
    { 'person.foedselsdato.eq': '1990-02-30', 'navn.adresseringsnavn.eq': 'Anna Sommer' },
  ])('asks about one person and nothing else: %j is refused', async (query) => {
    expect((await look(query as Record<string, string>)).status).toBe(400)
  })
})

describe('faults', () => {
  const ask = () => look({ 'pnr.personnummer.eq': cprOf('Alma') })

  it('are felt: the connection is cut, the answer is a fault, broken off, or never ends', async () => {
    await switchTo('down')
    await expect(ask()).rejects.toThrow('fetch failed')
    await switchTo('failing')
    expect((await ask()).status).toBe(503)
    await switchTo('garbled')
    await expect(ask().then((answer) => answer.json())).rejects.toThrow(SyntaxError)
    await switchTo('endless')
    const reader = (await ask()).body?.getReader()
    let read = 0
    while (read < 1_000_000) read += (await reader?.read())?.value?.length ?? Infinity
    expect(read).toBeLessThan(Infinity)
    await reader?.cancel()
  })

  it('are lies: somebody else, or two people, or what cannot be', async () => {
    await switchTo('other-person')
    expect(JSON.stringify(await (await ask()).json())).not.toContain(cprOf('Alma'))
    await switchTo('two-people')
    expect(await (await ask()).json()).toMatchObject({ Personer: [{}, {}] })
    await switchTo('nonsense')
    expect(JSON.stringify(await (await ask()).json())).toContain('1863-02-30')
  })

  it('leave the pages as they are, and unknown ones change nothing', async () => {
    await switchTo('down')
    expect((await register.ask('POST', '/faults', { fault: 'gone' })).status).toBe(400)
    const told = await register.ask('GET', '/faults')
    expect(await told.json()).toMatchObject({ fault: 'down' })
  })
})

describe.each(['da-DK', 'en-GB'] as const)('the pages in %s', { timeout: 60_000 }, (locale) => {
  const text = words[locale === 'da-DK' ? 'da' : 'en']

  it('everybody is listed, and each page is for everybody', async () => {
    const context = await computer(browser, { locale })
    const page = await context.newPage()
    await page.goto(register.origin)
    expect(await page.getByRole('row').count()).toBe(everybody.length + 1)
    await inspect(page, `cpr-list-${locale}`)
    await page.goto(`${register.origin}/faults`)
    await page.getByLabel(text.lies['other-person']).check()
    await page.getByRole('main').getByRole('button').click()
    await page.getByRole('status').waitFor()
    await inspect(page, `cpr-faults-${locale}`)
    await page.goto(`${register.origin}/no-such-page`)
    await inspect(page, `cpr-missing-${locale}`)
    await context.close()
  })

  it('a person is changed by hand, the service says so, also after a restart, and put back', async () => {
    const context = await phone(browser, { locale, dark: locale === 'da-DK' })
    const page = await context.newPage()
    await page.goto(register.origin)
    await inspect(page, `cpr-list-phone-${locale}`)
    await find('Svend')
    await page.getByRole('link', { name: 'Svend Aage Mikkelsen' }).click()
    await page.getByText(text.by.number).first().waitFor()
    await page.getByLabel(text.fields.lastName).fill('')
    await page.getByLabel(text.fields.postcode).fill('77')
    await page.getByRole('button', { name: text.save }).click()
    await page.getByRole('alert').getByText(text.wrong.lastName).waitFor()
    await inspect(page, `cpr-wrong-${locale}`)
    await page.getByLabel(text.fields.lastName).fill('Vestergaard')
    await page.getByLabel(text.fields.postcode).fill('7755')
    await page.getByLabel(text.columns.status).selectOption('forsvundet')
    await page.getByRole('button', { name: text.save }).click()
    await page.getByRole('status').waitFor()
    await inspect(page, `cpr-person-${locale}`)
    await register.restart()
    expect(await find('Svend')).toMatchObject({
      status: 'forsvundet',
      Navne: [{ Navn: { efternavn: 'Vestergaard' } }],
    })
    await page.getByRole('button', { name: text.restore }).click()
    await page.getByRole('status').waitFor()
    expect(await find('Svend')).toMatchObject({ status: 'bopael_i_danmark' })
    await context.close()
  })
})

it('another page cannot change anybody, nor one that lends its name to this machine', async () => {
  const foreign = { 'sec-fetch-site': 'cross-site' }
  expect((await register.ask('POST', '/faults', { fault: 'down' }, foreign)).status).toBe(403)
})
