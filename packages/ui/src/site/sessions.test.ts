import fastify from 'fastify'
import { expect, it } from 'vitest'
import { openSessions } from './sessions.ts'

const cookie = 'shop_session'

function shop(origin = 'http://localhost:3980') {
  const sessions = openSessions<{ readonly name: string }>(cookie, origin)
  const web = fastify()
  web.get('/in', (_request, reply) => {
    sessions.begin(reply, { name: 'Anna' })
    return reply.send('in')
  })
  web.get('/rename', (request, reply) => {
    sessions.keep(request, reply, { name: 'Bo' })
    return reply.send('renamed')
  })
  web.get('/who', (request, reply) => reply.send(sessions.find(request)?.name ?? 'nobody'))
  web.get('/out', (request, reply) => {
    const name = sessions.take(request)?.name ?? 'nobody'
    sessions.forget(reply)
    return reply.send(name)
  })
  const get = (url: string, pair = '') => web.inject({ url, headers: { cookie: pair } })
  return {
    come: async () => String((await get('/in')).headers['set-cookie']),
    get: async (url: string, pair?: string) => (await get(url, pair)).body,
    renamed: async (pair: string) => String((await get('/rename', pair)).headers['set-cookie']),
    left: async () => String((await get('/out')).headers['set-cookie']),
  }
}
const pairOf = (set: string) => set.split(';')[0] ?? ''

it('a session is found by the cookie that it was given, and by no other', async () => {
  const { come, get } = shop()
  const [one, other] = [pairOf(await come()), pairOf(await come())]
  expect(one).not.toBe(other)
  expect(await get('/who', one)).toBe('Anna')
  expect(await get('/who', `${cookie}=guessed`)).toBe('nobody')
  expect(await get('/who')).toBe('nobody')
})
it('a session that was taken is over, also for whoever kept the cookie', async () => {
  const { come, get } = shop()
  const pair = pairOf(await come())
  expect(await get('/out', pair)).toBe('Anna')
  expect(await get('/out', pair)).toBe('nobody')
  expect(await get('/who', pair)).toBe('nobody')
})
it('what is kept goes on under the name that the browser has, or begins', async () => {
  const { come, get, renamed } = shop()
  const pair = pairOf(await come())
  expect(await renamed(pair)).toBe('undefined')
  expect(await get('/who', pair)).toBe('Bo')
  const begun = pairOf(await renamed(`${cookie}=guessed`))
  expect(begun).not.toContain('guessed')
  expect(await get('/who', begun)).toBe('Bo')
})
it('no script reads the cookie, no other site sends it, and over TLS it needs TLS', async () => {
  expect(await shop().come()).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/u)
  expect(await shop('https://shop.example').come()).toMatch(/; Secure$/u)
  expect(await shop().left()).toMatch(/^shop_session=;.*Max-Age=0$/u)
})
