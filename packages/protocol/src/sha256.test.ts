import fc from 'fast-check'
import { base64url, fromBase64url } from '@open-mitid/kernel'
import { expect, it } from 'vitest'
import { Digest } from './digest.ts'
import * as everywhere from './sha256.ts'
import * as inServer from './sha256-node.ts'

const bytes = fc.uint8Array({ maxLength: 300 })
const input = fc.oneof(bytes, fc.string({ unit: 'binary' }))

it('FIPS 180-4: a server and a browser hash alike, bytes and texts', () => {
  fc.assert(
    fc.property(input, (of) => {
      const hash = everywhere.sha256(of)
      expect(inServer.sha256(of)).toEqual(hash)
      expect(everywhere.sha256url(of)).toBe(base64url(hash))
      expect(inServer.sha256url(of)).toBe(base64url(hash))
    }),
  )
})

it('a digest is the one text of 32 bytes, and nothing else is', () => {
  const any = fc.oneof(
    fc.string({ maxLength: 44 }),
    fc.uint8Array({ minLength: 30, maxLength: 34 }).map(base64url),
    fc.stringMatching(/^[\w-]{42}[\w=\n-]$/u),
  )
  fc.assert(
    fc.property(any, (text) => {
      const is32 = fromBase64url(text)?.length === 32
      expect(Digest.parse(text)).toBe(is32 ? text : undefined)
    }),
    { numRuns: 2_000 },
  )
})

it('RFC 2104: a server and a browser make the same HMAC', () => {
  fc.assert(
    fc.property(bytes, input, (key, of) => {
      expect(inServer.hmacSha256(key, of)).toEqual(everywhere.hmacSha256(key, of))
    }),
  )
})
