import { createPublicKey, verify as nodeVerify } from 'node:crypto'
import fc from 'fast-check'
import { compactVerify, generalVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { base64url, fromBase64url, utf8, type Bytes } from '@open-mitid/kernel'
import { approvalForm } from './approval.ts'
import { p256 } from '@noble/curves/nist.js'
import { PublicJwk, verifyEs256 } from './es256.ts'
import { readCompact, readGeneral } from './jws.ts'
import { offerForm, readOffer, verifyOffer } from './offer.ts'
import {
  ak,
  dk,
  keys,
  madeOffer,
  madePack,
  operator,
  softKey,
  withPayload,
} from './testing/exhibits.ts'
import { wild } from './testing/unicode.ts'

const trust = { keys, verify: verifyEs256 }
const text = (value: unknown): string => base64url(utf8(JSON.stringify(value)))

/** A compact text with any header and payload, truly signed over them by the operator. */
async function signedAnyway(header: string, payload: string): Promise<string> {
  const input = `${base64url(utf8(header))}.${base64url(utf8(payload))}`
  return `${input}.${base64url(await operator.sign(utf8(input)))}`
}

describe('compact', () => {
  it('RFC 7515 §7.1: a foreign library and node:crypto verify what is signed here', async () => {
    const { jws, input, signature } = await madeOffer()
    const { payload, protectedHeader } = await compactVerify(
      jws,
      await importJWK(operator.jwk, 'ES256'),
    )
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'mitid-offer+jwt', kid: 'evidence-1' })
    expect(new TextDecoder().decode(payload)).toBe(JSON.stringify((await madeOffer()).content))
    const key = createPublicKey({ key: operator.jwk, format: 'jwk' })
    expect(nodeVerify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
  })

  const header = { alg: 'ES256', typ: 'mitid-offer+jwt', kid: 'evidence-1' }
  const headers: readonly [string, unknown, string][] = [
    ['no algorithm (RFC 8725 §3.2)', { ...header, alg: 'none' }, 'malformed'],
    ['another algorithm', { ...header, alg: 'HS256' }, 'malformed'],
    ['crit (RFC 7515 §4.1.11)', { ...header, crit: ['exp'], exp: 1 }, 'malformed'],
    ['b64 (RFC 7797)', { ...header, b64: false }, 'malformed'],
    ['an address to fetch a key from', { ...header, jku: 'https://x.example' }, 'malformed'],
    ['a key and a key name at once', { ...header, jwk: operator.jwk }, 'malformed'],
    ['neither key nor key name', { alg: 'ES256', typ: header.typ }, 'malformed'],
    ['a name of another type', { ...header, typ: 'mitid-receipt+jwt' }, 'wrong-type'],
    ['no type', { alg: 'ES256', kid: 'evidence-1' }, 'malformed'],
  ]
  it.each(headers)(
    'a header with %s is refused, though the signature is right',
    async (_, head, kind) => {
      const jws = await signedAnyway(
        JSON.stringify(head),
        JSON.stringify((await madeOffer()).content),
      )
      expect(verifyOffer(jws, trust)).toEqual({ ok: false, refusal: { kind } })
    },
  )

  it('a member that stands twice is refused, in the header and in the payload', async () => {
    const payload = JSON.stringify((await madeOffer()).content)
    const twice = payload.replace('{"v":1', '{"v":2,"v":1')
    const head = JSON.stringify(header)
    const jws = await signedAnyway(head, twice)
    expect(verifyOffer(jws, trust)).toMatchObject({ refusal: { kind: 'wrong-content' } })
    const headTwice = head.replace('{', '{"alg":"none",')
    expect(readOffer(await signedAnyway(headTwice, payload))).toMatchObject({ ok: false })
  })

  const spellings: readonly [string, (payload: string) => string][] = [
    ['white space', (payload) => payload.replace('{"v"', '{ "v"')],
    ['1.0 for 1', (payload) => payload.replace('"v":1', '"v":1.0')],
    ['1e0 for 1', (payload) => payload.replace('"v":1', '"v":1e0')],
    ['an escaped letter', (payload) => payload.replace('Sundby', '\\u0053undby')],
    ['a text for a number', (payload) => payload.replace('"v":1', '"v":"1"')],
    ['half seconds', (payload) => payload.replace(/"iat":(\d+)/u, '"iat":$1.5')],
    ['a negative time', (payload) => payload.replace(/"iat":(\d+)/u, '"iat":-1')],
    ['a member more', (payload) => payload.replace('{', '{"w":1,')],
    ['a member less', (payload) => payload.replace('"v":1,', '')],
    ['a byte order mark', (payload) => `\ufeff${payload}`],
  ]
  it.each(spellings)('a signed payload with %s is refused', async (_, change) => {
    const payload = change(JSON.stringify((await madeOffer()).content))
    const jws = await signedAnyway(JSON.stringify(header), payload)
    expect(readOffer(jws)).toEqual({ ok: false, refusal: { kind: 'wrong-content' } })
  })

  it('padding, line breaks, loose bits and further parts are refused', async () => {
    const { jws } = await madeOffer()
    const loose = jws.slice(0, -1) + (jws.endsWith('A') ? 'B' : jws.endsWith('Q') ? 'R' : 'z')
    for (const bad of [
      `${jws}=`,
      `${jws}\n`,
      ` ${jws}`,
      `${jws}.`,
      loose,
      jws.replace('.', ''),
      '',
    ])
      expect(readOffer(bad)).toEqual({ ok: false, refusal: { kind: 'malformed' } })
  })

  it('any text at all is read or refused, and nothing is thrown', () => {
    fc.assert(
      fc.property(wild, (any) => {
        expect(readCompact(offerForm, any).ok).toBe(false)
        expect(readGeneral(approvalForm, any).ok).toBe(false)
      }),
    )
  })

  it('a key that the reader was not given, or out of its time, verifies nothing', async () => {
    const { jws, content } = await madeOffer()
    const [key] = keys.keys
    if (!key) throw new Error('no key')
    expect(verifyOffer(jws, trust).ok).toBe(true)
    const none = { ...trust, keys: { v: 1 as const, keys: [] } }
    expect(verifyOffer(jws, none)).toMatchObject({ refusal: { kind: 'key-unknown' } })
    const ended = { ...trust, keys: { v: 1 as const, keys: [{ ...key, use_until: content.iat }] } }
    expect(verifyOffer(jws, ended)).toMatchObject({ refusal: { kind: 'key-not-in-use' } })
    const other = { ...key, jwk: softKey('x').jwk }
    const forged = { ...trust, keys: { v: 1 as const, keys: [other] } }
    expect(verifyOffer(jws, forged)).toMatchObject({ refusal: { kind: 'bad-signature' } })
  })
})

describe('General', () => {
  it('RFC 7515 §7.2.1: a foreign library verifies both signatures of an approval', async () => {
    const { approval } = await madePack()
    const whole = JSON.parse(approval) as Parameters<typeof generalVerify>[0]
    for (const [at, key] of [dk, ak].entries()) {
      const one = { ...whole, signatures: whole.signatures.slice(at, at + 1) }
      const { protectedHeader } = await generalVerify(one, await importJWK(key.jwk, 'ES256'))
      expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'mitid-approval+jws', kid: key.kid })
    }
  })

  it('one signature, a third, the two in the wrong order, or an open header are refused', async () => {
    const { approval } = await madePack()
    const { payload, signatures } = JSON.parse(approval) as {
      payload: string
      signatures: { protected: string; signature: string }[]
    }
    const [one, two] = signatures
    const variants = [
      { payload, signatures: [one] },
      { payload, signatures: [one, two, two] },
      { payload, signatures: [two, one] },
      { payload, signatures: [one, one] },
      { payload, signatures: [{ ...one, header: { kid: 'dk' } }, two] },
      { signatures, payload, more: 1 },
    ]
    for (const variant of variants)
      expect(readGeneral(approvalForm, JSON.stringify(variant))).toMatchObject({ ok: false })
    expect(readGeneral(approvalForm, JSON.stringify({ payload, signatures })).ok).toBe(true)
    expect(readGeneral(approvalForm, JSON.stringify({ payload, signatures }, null, 1)).ok).toBe(
      false,
    )
  })

  it('a payload that its form does not know is refused', async () => {
    const { approval } = await madePack()
    const changed = withPayload(approval, (payload) => ({ ...(payload as object), extra: 1 }))
    expect(readGeneral(approvalForm, changed)).toMatchObject({ refusal: { kind: 'wrong-content' } })
  })
})

describe('ES256', () => {
  it('RFC 7518 §3.4: high and low s verify alike; another length, zero and DER do not', async () => {
    const { input, signature } = await madeOffer()
    const other = p256.Signature.fromBytes(signature)
    const flipped = new p256.Signature(other.r, p256.Point.Fn.ORDER - other.s).toBytes()
    expect(verifyEs256(operator.jwk, input, signature)).toBe(true)
    expect(verifyEs256(operator.jwk, input, new Uint8Array(flipped))).toBe(true)
    const bad: Bytes[] = [
      signature.slice(0, 63),
      new Uint8Array(64),
      new Uint8Array(other.toBytes('der')),
    ]
    for (const bytes of bad) expect(verifyEs256(operator.jwk, input, bytes)).toBe(false)
  })

  it('RFC 7517 §4: a private key, a point off the curve and short coordinates are no public key', () => {
    const { jwk } = operator
    expect(PublicJwk.parse(jwk)).toEqual(jwk)
    const y = fromBase64url(jwk.y) ?? new Uint8Array(32)
    y[31] = (y[31] ?? 0) ^ 1
    for (const bad of [
      { ...jwk, d: jwk.x },
      { ...jwk, crv: 'P-384' },
      { ...jwk, y: base64url(y) },
      { ...jwk, x: jwk.x.slice(0, 40) },
      { ...jwk, x: base64url(new Uint8Array(32)), y: base64url(new Uint8Array(32)) },
      text(jwk),
      null,
    ])
      expect(PublicJwk.parse(bad)).toBeUndefined()
  })
})
