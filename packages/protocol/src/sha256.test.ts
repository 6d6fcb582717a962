import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as everywhere from './sha256.ts'
import * as inServer from './sha256-node.ts'

const bytes = fc.uint8Array({ maxLength: 300 })

it('FIPS 180-4: a server and a browser hash alike', () => {
  fc.assert(
    fc.property(bytes, (input) => {
      expect(inServer.sha256(input)).toEqual(everywhere.sha256(input))
    }),
  )
})

it('RFC 2104: a server and a browser make the same HMAC', () => {
  fc.assert(
    fc.property(bytes, bytes, (key, input) => {
      expect(inServer.hmacSha256(key, input)).toEqual(everywhere.hmacSha256(key, input))
    }),
  )
})
