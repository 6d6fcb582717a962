import { describe, expect, it } from 'vitest'
import { parseJwks } from './client-jwks.ts'
import { ClientId } from './client.ts'
import { redirectUriFault } from './redirect-uri.ts'

describe('redirect URI', () => {
  it.each([
    ['https://bank.example/callback?x=1', undefined],
    ['https://app.bank.example/.well-known/return', undefined],
    ['http://localhost:3006/callback', undefined],
    ['http://127.0.0.1/callback', undefined],
    ['http://[::1]:8080/', undefined],
    ['http://bank.localhost:3006/', undefined],
    ['http://bank.example/callback', 'not-https'],
    ['http://localhost.bank.example/', 'not-https'],
    ['bank://callback', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['/callback', 'not-a-url'],
    ['https://bank.example/call\nback', 'not-a-url'],
    ['https://bank.example/callback ', 'not-a-url'],
    ['https:\\\\bank.example\\callback', 'not-a-url'],
    ['https://bank.example/#', 'fragment'],
    ['https://bank@evil.example/', 'user-info'],
    ['https://*.bank.example/', 'wildcard'],
    [`https://bank.example/${'a'.repeat(500)}`, 'too-long'],
  ])('RFC 6749 §3.1.2, RFC 8252 §7: %s: %s', (uri, fault) => {
    expect(redirectUriFault(uri, 'sandbox')).toBe(fault)
  })

  it('in production no service is on this machine', () => {
    expect(redirectUriFault('http://localhost:3006/', 'production')).toBe('not-https')
  })
})

describe('client keys', () => {
  const ec = { kty: 'EC', crv: 'P-256', x: 'abc', y: 'def', kid: 'one' }
  const rsa = { kty: 'RSA', e: 'AQAB', n: 'a'.repeat(342), kid: 'two' }
  it('public keys of EC P-256 and RSA are taken as they are', () => {
    expect(parseJwks({ keys: [ec, rsa] })).toEqual({ keys: [ec, rsa] })
  })

  it.each([
    [null, 'not-a-key-set'],
    [[ec], 'not-a-key-set'],
    [{ keys: ['one'] }, 'not-a-key-set'],
    [{ keys: [] }, 'no-keys'],
    [{ keys: Array.from({ length: 11 }, (_, kid) => ({ ...ec, kid })) }, 'too-many-keys'],
    [{ keys: [{ ...ec, d: 'secret' }] }, 'private-key'],
    [{ keys: [{ kty: 'oct', k: 'secret' }] }, 'private-key'],
    [{ keys: [{ ...ec, crv: 'secp256k1' }] }, 'weak-key'],
    [{ keys: [{ ...rsa, n: 'a'.repeat(171) }] }, 'weak-key'],
    [{ keys: [ec, ec] }, 'same-kid'],
  ])('%j is refused: %s', (value, fault) => {
    expect(parseJwks(value)).toBe(fault)
  })
})

describe('client ID', () => {
  it('holds nothing that has to be escaped anywhere', () => {
    expect(ClientId.parse('sundby-bank_1.~')).toBe('sundby-bank_1.~')
    for (const text of ['', 'ab', 'a b c', 'a:b:c', 'a/b/c', 'åbc', 'a'.repeat(101), undefined])
      expect(ClientId.parse(text)).toBeUndefined()
  })
})
