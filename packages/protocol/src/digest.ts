/** SHA-256 (FIPS 180-4), as every object names another: base64url of the hash of its exact text. */
import { sha256url } from '#sha256'
import { base64url, type Brand, type Bytes } from '@open-mitid/kernel'
import { matching, type Reader } from './json.ts'

/** Base64url of 32 bytes: a hash, a commit, a challenge. */
export type Digest = Brand<string, 'Digest'>

/** 42 letters of six bits, and one of four whose other two are zero. */
const form = /^[\w-]{42}[AEIMQUYcgkosw048]$/u

export const Digest = {
  parse: matching(form) as Reader<Digest>,
  ofBytes: (bytes: Uint8Array): Digest => sha256url(bytes) as Digest,
  /** Of a stored object, letter by letter as it is kept. */
  ofText: (text: string): Digest => sha256url(text) as Digest,
  /** Names 32 bytes that were drawn or computed elsewhere. Throws on any other length. */
  from(bytes: Bytes): Digest {
    if (bytes.length !== 32) throw new RangeError('a digest is 32 bytes')
    return base64url(bytes) as Digest
  },
}
