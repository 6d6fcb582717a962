import { afterAll, describe, expect, it } from 'vitest'
import { activatePath } from './device/device-path.ts'
import { aliases, pathOf, places } from './address.ts'
import { openCitizens, type Citizens } from './testing/open-citizen.ts'

const port = 4023
const host = `localhost:${String(port)}`
/** Where a device is activated is a plugin beside this one. */
const elsewhere = [
  'http://localhost:4021',
  'http://localhost:4022',
  activatePath('da'),
  activatePath('en'),
]
const opened: Citizens[] = []
afterAll(async () => {
  for (const each of opened) await each.close()
})

const open = async (scheme: string, sandbox: boolean) => {
  const citizens = await openCitizens({ port, scheme, sandbox })
  opened.push(citizens)
  return citizens.app
}
const app = await open('MitID', true)
const get = (url: string, headers: Record<string, string> = {}, from = app) =>
  from.inject({ url, headers: { host, accept: 'text/html', ...headers } })
const languages = ['da', 'en'] as const
const addresses = languages.flatMap((language) => places.map((place) => pathOf(place, language)))
const answers = [
  ...addresses,
  '/da/hjaelp?q=telefon',
  '/en/help?q=zzzz',
  '/da/find-din-vej?age=yes&mitid=no',
  '/en/find-your-way?age=yes&mitid=no&nemid=yes',
  '/da/findes-ikke',
  '/en/nowhere',
]

describe.each(answers)('%s', (address) => {
  const language = address.startsWith('/en') ? 'en' : 'da'
  it('has its language, one first heading, a title, and headings in order', async () => {
    const { body, headers } = await get(address)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toContain(`<html lang="${language}">`)
    const levels = [...body.matchAll(/<h([1-6])[ >]/gu)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    levels.forEach((level, at) => {
      expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1)
    })
    expect(body).toMatch(/<title>.*MitID.*<\/title>/u)
  })
  it('holds no script, no style and no cookie, and loads nothing from elsewhere', async () => {
    const { body, headers } = await get(address)
    expect(body).not.toMatch(/<script|<style| style=| on[a-z]+="/u)
    expect(headers['set-cookie']).toBeUndefined()
    for (const [, loaded] of body.matchAll(
      /<(?:link rel="(?!canonical|alternate)[^>]*href|img[^>]*src)="([^"]*)"/gu,
    ))
      expect(loaded).toMatch(/^\/client\//u)
  })
  it('leads only to what is there, and to the app and the issuer', async () => {
    const { body } = await get(address)
    const links = [...body.matchAll(/<(?:a|form)[^>]* (?:href|action)="([^"]*)"/gu)]
    for (const [, link = ''] of links) {
      if (link.startsWith('#')) continue
      if (elsewhere.some((other) => link.startsWith(other))) continue
      const { statusCode } = await get(link.replaceAll('&amp;', '&'))
      expect([link, statusCode]).toEqual([link, 200])
    }
  })
  it('is the same page in the other language', async () => {
    const { body } = await get(address)
    const other = language === 'da' ? 'en' : 'da'
    const there = new RegExp(`href="([^"]*)" lang="${other}"`, 'u').exec(body)?.[1] ?? ''
    const back = await get(there.replaceAll('&amp;', '&'))
    expect(back.statusCode).toBe(200)
    if (addresses.includes(address)) expect(back.body).toContain(`href="${address}" lang`)
  })
})

describe('addresses', () => {
  it('every page has a name of its own', async () => {
    for (const language of languages) {
      const titles = await Promise.all(
        places.map(async (place) => {
          const { body } = await get(pathOf(place, language))
          return /<title>(.*)<\/title>/u.exec(body)?.[1]
        }),
      )
      expect(new Set(titles).size).toBe(places.length)
    }
  })
  it('product D: the printed addresses open in the language of whoever comes', async () => {
    const words = ['nemid', 'help-others', 'get-mitid-with-passport', 'legitimation', 'spare']
    for (const word of [...words, 'reserve', 'guides', 'support', 'help'])
      for (const [accept, start] of [
        ['da-DK', '/da'],
        ['en-GB', '/en'],
      ] as const) {
        const { statusCode, headers } = await get(`/${word}`, { 'accept-language': accept })
        expect([statusCode, headers.vary]).toEqual([302, 'accept-language'])
        const { location = '' } = headers
        expect(location.startsWith(start)).toBe(true)
        expect((await get(location)).statusCode).toBe(200)
      }
  })
  it('a word of the other language leads to the same page', async () => {
    const { statusCode, headers } = await get('/en/hjaelp/ny-telefon')
    expect([statusCode, headers.location]).toEqual([308, '/en/help/new-phone'])
    expect(new Set(aliases.map(({ path }) => path)).size).toBe(aliases.length)
  })
  it('an unknown address is a kind page with a search, and a problem for programs', async () => {
    const page = await get('/en/nowhere')
    expect(page.statusCode).toBe(404)
    expect(page.body).toContain('name="q"')
    const problem = await get('/nowhere', { accept: 'application/json' })
    expect(problem.json()).toMatchObject({ status: 404, kind: 'not-found' })
  })
  it('a page that did not change is not sent again', async () => {
    const { headers } = await get('/da')
    const again = await get('/da', { 'if-none-match': String(headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

describe('what an installation changes', () => {
  it('the name of the scheme is its own, in every text', async () => {
    const other = await open('Elektra', true)
    for (const address of addresses)
      expect(
        (await get(address, {}, other)).body.replaceAll(/(?:state’s|stats|statens) MitID/gu, ''),
      ).not.toContain('MitID')
  })
  it('outside a sandbox nothing speaks of one', async () => {
    const real = await open('MitID', false)
    for (const address of addresses) {
      const { body } = await get(address, {}, real)
      const main = /<main.*<\/main>/su.exec(body)?.[0] ?? ''
      if (!address.endsWith('services') && !address.endsWith('tjenester'))
        expect(main).not.toMatch(/sandkasse|sandbox/iu)
    }
  })
})

describe('the films', () => {
  const films = async (from = app) => {
    const { body } = await get(pathOf('passport', 'en'), {}, from)
    return [...body.matchAll(/ (?:src|poster)="([^"]+)"/gu)].map(([, address = '']) => address)
  }

  it('are three, each with a picture and captions, and kept for good', async () => {
    const answers = await Promise.all((await films()).map((address) => get(address)))
    for (const type of ['video/webm', 'image/webp', 'text/vtt; charset=utf-8'])
      expect(answers.filter(({ headers }) => headers['content-type'] === type)).toHaveLength(3)
    for (const { headers } of answers) {
      expect(headers['cache-control']).toContain('immutable')
      expect(headers['content-security-policy']).toContain("; media-src 'self';")
    }
  })
  it('RFC 9110 §14: are answered in part, if the part is there and the film is the same', async () => {
    const [film = ''] = (await films()).filter((address) => address.includes('.webm'))
    const { rawPayload: all, headers } = await get(film)
    const part = await get(film, { range: 'bytes=10-19', 'if-range': String(headers.etag) })
    expect([part.statusCode, part.headers['content-range']]).toEqual([
      206,
      `bytes 10-19/${all.length}`,
    ])
    expect(part.rawPayload).toEqual(all.subarray(10, 20))
    expect((await get(film, { range: `bytes=${all.length}-` })).statusCode).toBe(416)
    const other = await get(film, { range: 'bytes=10-19', 'if-range': '"another"' })
    expect([other.statusCode, other.rawPayload.length]).toEqual([200, all.length])
  })
  it('name the scheme as this installation does', async () => {
    const other = await open('Elektra', true)
    const captions = (await films(other)).filter((each) => each.includes('.vtt'))
    const said = await Promise.all(captions.map(async (each) => (await get(each, {}, other)).body))
    expect(said.join('\n')).toContain('Get a Elektra')
    expect(said.join('\n')).not.toContain('MitID')
  })
})

describe('search', () => {
  it.each([
    ['/da/hjaelp?q=mistet+telefonen', 'Jeg har mistet min telefon'],
    ['/da/hjaelp?q=PINKODE+glemt', 'Jeg har glemt min PIN-kode'],
    ['/da/hjaelp?q=stj%C3%A5let', 'Jeg har mistet min telefon'],
    ['/da/hjaelp?q=stjaalet', 'Jeg har mistet min telefon'],
    ['/en/help?q=stolen', 'I have lost my phone'],
    ['/en/help?q=is+this+a+scam', 'I did not start this'],
  ])('%s finds “%s” first', async (address, title) => {
    const { body } = await get(address)
    expect(/<ul class="ways-on"><li><a[^>]*>([^<]*)</u.exec(body)?.[1]).toBe(title)
  })
  it('what was typed is shown as text, cut to its length, and not indexed', async () => {
    const { body } = await get(`/en/help?q=${encodeURIComponent('<u>'.repeat(60))}`)
    expect(body).not.toContain('<u>')
    expect(body).toContain('noindex')
  })
  it('an empty or odd question shows all help', async () => {
    for (const query of ['q=', 'q=%20', 'q=a&q=b', 'x=1'])
      expect((await get(`/en/help?${query}`)).body).toBe((await get('/en/help')).body)
    expect((await get('/en/help?q=zzzz')).body).toContain('We found nothing')
  })
})
