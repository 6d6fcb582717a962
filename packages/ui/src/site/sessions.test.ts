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
it('no script reads the cookie, no other site sends it, and over TLS it needs TLS', async () => {
  expect(await shop().come()).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/u)
  expect(await shop('https://shop.example').come()).toMatch(/; Secure$/u)
  expect(await shop().left()).toMatch(/^shop_session=;.*Max-Age=0$/u)
})
