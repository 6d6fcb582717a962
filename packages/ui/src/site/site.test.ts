import { expect, it } from 'vitest'
import { inLanguages, sendPage, site, type SiteProblem } from './site.ts'

const origin = 'http://localhost:3981'
const web = site({
  origin: () => origin,
  assets: new Map(),
  languageCookie: 'shop_language',
  problemPage: (problem: SiteProblem) => `<p>${problem}</p>`,
})
web.get('/thing/:id', (_request, reply) => sendPage(reply, '<p>a thing</p>'))
const ask = (url: string, headers: Record<string, string> = {}) =>
  web.inject({ url, headers: { host: 'localhost:3981', ...headers } })

it('an address that cannot be read is none of ours, and is answered as those are', async () => {
  for (const url of ['/thing/%ff', '/thing/%', `/thing/${'x'.repeat(500)}`]) {
    const problem = await ask(url)
    expect(problem.statusCode).toBe(404)
    expect(problem.headers['content-type']).toContain('application/problem+json')
    expect(problem.headers['content-security-policy']).toContain("default-src 'none'")
    expect(problem.body).not.toContain('/thing')
    const page = await ask(url, { accept: 'text/html' })
    expect(page.statusCode).toBe(404)
    expect(page.body).toBe('<p>missing</p>')
  }
})
it('a language switch stays on this site, whatever address was asked for', () => {
  for (const path of [
    '/',
    '/a/b?x=1',
    '//',
    '//evil.example/',
    '//x//evil.example',
    '/\\evil.example',
  ])
    for (const link of Object.values(inLanguages(path)))
      expect(new URL(link, origin).origin).toBe(origin)
  expect(inLanguages('/a?x=%C3%A5&lang=da')).toEqual({
    da: '/a?x=%C3%A5&lang=da',
    en: '/a?x=%C3%A5&lang=en',
  })
})
it('an address is cut at its first question mark alone', async () => {
  expect(inLanguages('/a?x=who?&y=1').en).toBe('/a?x=who%3F&y=1&lang=en')
  const { headers } = await ask('/thing/1?x=who?&lang=en')
  expect(headers['set-cookie']).toContain('shop_language=en')
})
