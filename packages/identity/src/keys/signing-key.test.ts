import { describe, expect, it } from 'vitest'
import type { Instant } from '@open-mitid/kernel'
import { currentKey, publishedKeys, rotation, type SigningKey } from './index.ts'

const jwk = { kty: 'EC', crv: 'P-256', x: '', y: '' } as const
const key = (kid: string, useFrom: number, useUntil?: number): SigningKey => ({
  kid,
  jwk,
  useFrom: useFrom as Instant,
  useUntil: useUntil as Instant | undefined,
})
const keys = [key('old', 100, 1060), key('new', 1000)]
const at = (seconds: number) => seconds as Instant

describe('signing keys', () => {
  it('the newest key that has begun signs, and a key signs in its own time only', () => {
    expect(currentKey(keys, at(99))).toBeUndefined()
    for (const [now, kid] of [
      [100, 'old'],
      [999, 'old'],
      [1000, 'new'],
      [9999, 'new'],
    ] as const) {
      const signer = currentKey(keys, at(now))
      expect(signer?.kid).toBe(kid)
      expect(now < (signer?.useUntil ?? Infinity)).toBe(true)
    }
  })

  it('from the evidence list nothing is removed; OpenID keys go a day after their end', () => {
    const kids = (list: 'evidence' | 'oidc', now: number) =>
      publishedKeys(list, keys, at(now)).map(({ kid }) => kid)
    expect(kids('evidence', 1e9)).toEqual(['old', 'new'])
    expect(kids('oidc', 1060 + 86_399)).toEqual(['old', 'new'])
    expect(kids('oidc', 1060 + 86_400)).toEqual(['new'])
  })

  it('the next key begins after the lead, ends the one before it, and no second one waits', () => {
    expect(rotation([], { now: at(5), lead: 600 })).toEqual({ useFrom: 5, ends: undefined })
    expect(rotation(keys, { now: at(2000), lead: 600 })).toEqual({
      useFrom: 2600,
      ends: { kid: 'new', useUntil: 2660 },
    })
    expect(rotation(keys, { now: at(999), lead: 600 })).toBeUndefined()
  })
})
