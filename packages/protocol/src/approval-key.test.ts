import { execFileSync, spawnSync } from 'node:child_process'
import { createECDH, createPublicKey, hkdfSync, verify as nodeVerify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { p256 } from '@noble/curves/nist.js'
import { utf8, type Bytes } from '@open-mitid/kernel'
import { approvalOf, issueApproval } from './approval.ts'
import { deriveApprovalKey } from './approval-key.ts'
import { verifyEs256, type PublicJwk, type Sign } from './es256.ts'
import { thumbprint } from './thumbprint.ts'
import { circumstances, madeBinding, madeOffer } from './testing/exhibits.ts'

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

// node:crypto is OpenSSL too; the command shows that nothing else of ours is needed.
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

/** The same by node:crypto and whole numbers, straight from RFC 5869 and FIPS 186-5 A.2.1. */
function byTheBook(exportKey: Bytes, s: Bytes): PublicJwk {
  const drawn = Buffer.from(hkdfSync('sha256', exportKey, s, 'mitid/ak/v1', 48)).toString('hex')
  const scalar = (BigInt(`0x${drawn}`) % (order - 1n)) + 1n
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(scalar.toString(16).padStart(64, '0'), 'hex')
  const point = ecdh.getPublicKey()
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((n) => n.toString('base64url'))
  return { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }
}

// Computed once with node:crypto (hkdfSync, createECDH) so that no phone's key ever changes.
const vectors = [
  {
    exportKey: Uint8Array.from({ length: 64 }, (_, at) => at),
    s: Uint8Array.from({ length: 32 }, (_, at) => at + 100),
    x: 'zebwV1UZBC73I0sQ_n57q3Jar8w2b4xjJHGe8H0b08w',
    y: 'uLkXc6suNDau9ibftTzHiFrxHWXFWjPsaR4BfYqh1JU',
  },
  {
    exportKey: new Uint8Array(64).fill(255),
    s: new Uint8Array(32),
    x: 'JtfRtY2aEh7NNWb1NrZ5Dvh2KMLuSdfxupq2l61JzRU',
    y: 't9Uxp84veYDYqjxsWHPejwYas1gPd9Ns9qe3CvWbeKA',
  },
]

describe('the approval key', () => {
  it.each(vectors)('FIPS 186-5 A.2.1: is the key of the vector $x', ({ exportKey, s, x, y }) => {
    expect(deriveApprovalKey(exportKey, s).jwk).toEqual({ kty: 'EC', crv: 'P-256', x, y })
  })

  it('RFC 5869: is the key that another library derives', () => {
    const bytes = (length: number) =>
      fc.uint8Array({ minLength: length, maxLength: length }).map((value) => new Uint8Array(value))
    fc.assert(
      fc.property(bytes(64), bytes(32), (exportKey, s) => {
        expect(deriveApprovalKey(exportKey, s).jwk).toEqual(byTheBook(exportKey, s))
      }),
      { numRuns: 10 },
    )
  })

  it('another PIN or another `s` gives another key', () => {
    const [one] = vectors
    if (!one) throw new Error('no vector')
    const keys = [
      deriveApprovalKey(one.exportKey, one.s),
      deriveApprovalKey(one.exportKey, new Uint8Array(32)),
      deriveApprovalKey(new Uint8Array(64), one.s),
    ]
    expect(new Set(keys.map(({ jwk }) => thumbprint(jwk))).size).toBe(3)
    expect(() => deriveApprovalKey(one.exportKey, new Uint8Array(31))).toThrow(RangeError)
  })

  it('signs so that node:crypto verifies it', () => {
    const { jwk, sign } = deriveApprovalKey(new Uint8Array(64).fill(7), new Uint8Array(32).fill(9))
    const signature = sign(utf8('text')) as Bytes
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    const by = { key, dsaEncoding: 'ieee-p1363' } as const
    expect(nodeVerify('sha256', utf8('text'), by, signature)).toBe(true)
    expect(nodeVerify('sha256', utf8('texts'), by, signature)).toBe(false)
    expect(verifyEs256(jwk, utf8('text'), signature)).toBe(true)
  })

  it.skipIf(!hasOpenssl)(
    'OpenSSL verifies both signatures of an approval, of a browser’s key and of this one',
    async () => {
      const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
        'sign',
      ])
      const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
      const browserKey: PublicJwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }
      const sign: Sign = async (bytes) => {
        const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
        return new Uint8Array(await crypto.subtle.sign(algorithm, pair.privateKey, bytes))
      }
      const ak = deriveApprovalKey(new Uint8Array(64).fill(7), new Uint8Array(32).fill(9))
      const binding = await madeBinding({ dk_jwk: browserKey, ak_jwk: ak.jwk })
      const content = approvalOf(await madeOffer(), binding, circumstances)
      const { payload, signatures } = JSON.parse(
        await issueApproval(content, { dk: { sign }, ak }),
      ) as { payload: string; signatures: { protected: string; signature: string }[] }
      for (const [at, jwk] of [browserKey, ak.jwk].entries()) {
        const { protected: head = '', signature = '' } = signatures[at] ?? {}
        expect(opensslVerify(jwk, `${head}.${payload}`, signature)).toBe('Verified OK\n')
      }
    },
  )
})

function opensslVerify(jwk: PublicJwk, input: string, signature: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mitid-openssl-'))
  try {
    const [key, text, der] = ['key.pem', 'text', 'signature'].map((name) => join(folder, name))
    if (!key || !text || !der) throw new Error('no file names')
    const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
    writeFileSync(key, pem)
    writeFileSync(text, input)
    const raw = new Uint8Array(Buffer.from(signature, 'base64url'))
    writeFileSync(der, p256.Signature.fromBytes(raw).toBytes('der'))
    const args = ['dgst', '-sha256', '-verify', key, '-signature', der, text]
    return execFileSync('openssl', args, { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the thumbprint', () => {
  it('RFC 7638 §3.2: hashes the required members in their order, as jose does', async () => {
    const { calculateJwkThumbprint } = await import('jose')
    const { jwk } = deriveApprovalKey(new Uint8Array(64), new Uint8Array(32))
    expect(thumbprint(jwk)).toBe(await calculateJwkThumbprint(jwk))
  })
})
