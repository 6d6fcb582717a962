import { X509Certificate } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { connect, createServer } from 'node:tls'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { certify } from './authority.ts'

const folder = await mkdtemp(join(tmpdir(), 'mitid-authority-'))
const now = new Date()

it('the authority of an address is kept, so that a phone trusts it once', async () => {
  const first = await certify('192.168.1.20', folder, now)
  const second = await certify('192.168.1.20', folder, now)
  expect(second.authority).toBe(first.authority)
  expect(second.cert).not.toBe(first.cert)
})

it('RFC 5280 §4.2.1.10: the authority vouches for its address and no other', async () => {
  const { authority } = await certify('192.168.1.20', folder, now)
  const text = new X509Certificate(authority)
  expect(text.ca).toBe(true)
  const constraints = '301ca00c300a8708c0a80114ffffffffa10430028200'.slice(4)
  expect(text.raw.toString('hex')).toContain(constraints)
})

it('a client that trusts the authority reaches the address over TLS', async () => {
  const certified = await certify('127.0.0.1', folder, now)
  const server = createServer({ cert: certified.cert, key: certified.key }, (socket) => {
    socket.end('reached')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const socket = connect({ port: address.port, host: '127.0.0.1', ca: certified.authority })
  const said = await socket.setEncoding('utf8').toArray()
  expect(said.join('')).toBe('reached')
  server.close()
})
