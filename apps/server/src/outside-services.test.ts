import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Instant } from '@open-mitid/kernel'
import type { CprNumber } from '@open-mitid/identity/person'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig, StartError } from './config.ts'
import { outsideServices } from './outside-services.ts'

const folder = mkdtempSync(join(tmpdir(), 'outside-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const sandbox = { MITID_ENV: 'sandbox', DATABASE_URL: 'postgres://x/y', MITID_KEYS: 'keys' }
const given = {
  random: (length: number) => new Uint8Array(length),
  now: () => Promise.resolve(Instant.of(0)),
}
const services = (env: Readonly<Record<string, string>>) =>
  outsideServices(readConfig({ ...sandbox, ...env }), given)
function withKeys(content: unknown) {
  const NEMID_JWKS = join(folder, 'keys.json')
  writeFileSync(NEMID_JWKS, typeof content === 'string' ? content : JSON.stringify(content))
  return { NEMID_URL: 'http://localhost:1', NEMID_SECRET: 'secret', NEMID_JWKS }
}
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const { d: secret, ...open } = privateKey.export({ format: 'jwk' })
const naming = { kid: 'one', alg: 'ES256', use: 'sig' }
const away = { ok: false, refusal: { kind: 'unavailable', cause: 'unreachable' } }

describe('services outside the house', () => {
  it('that are not set are away, and the server starts without them', async () => {
    const { register, olderEid } = services({})
    expect(await register.find({ cpr: '6101010001' as CprNumber })).toEqual(away)
    expect(await olderEid.begin({ way: 'app', userId: 'x', password: 'x' })).toEqual(away)
  })

  it('that are set in part are refused at the start, by name', () => {
    expect(() => services({ CPR_URL: 'http://localhost:1' })).toThrow(
      'With CPR_URL set, CPR_TOKEN must be set too.',
    )
    expect(() => services({ NEMID_URL: 'http://localhost:1', NEMID_SECRET: 'secret' })).toThrow(
      'With NEMID_URL set, NEMID_JWKS must be set too.',
    )
  })

  it.each([
    ['no keys', { keys: [] }],
    ['no JSON', 'keys'],
    ['a private key', { keys: [{ ...open, d: secret, ...naming }] }],
    ['a key of another kind', { keys: [{ kty: 'oct', k: 'AAAA', ...naming }] }],
  ])('start with the public keys that they sign with, not with %s', (_what, content) => {
    expect(() => services(withKeys(content))).toThrow(StartError)
    const NEMID_JWKS = join(folder, 'none.json')
    expect(() => services({ ...withKeys(content), NEMID_JWKS })).toThrow(StartError)
  })

  it('take the keys that were agreed on', async () => {
    const { olderEid } = services(withKeys({ keys: [{ ...open, ...naming }] }))
    expect(await olderEid.begin({ way: 'app', userId: 'x', password: 'x' })).toEqual(away)
  })
})
