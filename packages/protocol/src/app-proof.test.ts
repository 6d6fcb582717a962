import { describe, expect, it } from 'vitest'
import { utf8 } from '@open-mitid/kernel'
import { makeAppProof, newNonce, readAppProof, verifyAppProof } from './app-proof.ts'
import type { AppProofContent, ProofHolder } from './app-proof.ts'
import { Digest } from './digest.ts'
import { verifyEs256 } from './es256.ts'
import { dk, madeOffer, profile, softKey, start, steady, valueOf } from './testing/exhibits.ts'

const body = utf8('{"secret":{}}')
const content: AppProofContent = {
  htm: 'POST',
  htu: 'https://app.example/api/claim',
  iat: start,
  jti: newNonce(steady(3)),
  rn: newNonce(steady(4)),
  body_sha256: Digest.ofBytes(body),
}
const { htm, htu, rn } = content
const due = { dk: dk.jwk, htm, htu, rn, body, verify: verifyEs256 }
const last = { jti: content.jti, body_sha256: content.body_sha256 }

async function made(change: Partial<AppProofContent> = {}, holder: ProofHolder = { profile }) {
  return valueOf(readAppProof(await makeAppProof({ ...content, ...change }, dk, holder)))
}

describe('an app proof', () => {
  it('names the profile, and later calls are proved by its key', async () => {
    const read = await made()
    expect(read.holder).toEqual({ profile })
    expect(verifyAppProof(read, due)).toMatchObject({ ok: true, value: { freshness: 'fresh' } })
  })

  it('carries the key itself in the first call of an activation, with an empty nonce', async () => {
    const read = await made({ rn: '' }, { jwk: dk.jwk })
    expect(read.holder).toEqual({ jwk: dk.jwk })
    expect(verifyAppProof(read, { ...due, rn: '' }).ok).toBe(true)
  })

  it('of another call, body or key shows nothing: the one refusal that changes nothing', async () => {
    const none = { ok: false, refusal: { kind: 'proof' } }
    const read = await made()
    expect(verifyAppProof(read, { ...due, dk: softKey('x').jwk })).toEqual(none)
    expect(verifyAppProof(read, { ...due, htm: 'GET' })).toEqual(none)
    expect(verifyAppProof(read, { ...due, htu: `${htu}/` })).toEqual(none)
    expect(verifyAppProof(read, { ...due, body: utf8('{"secret":[]}') })).toEqual(none)
    const stale = { ...due, rn: newNonce(steady(5)), dk: softKey('x').jwk }
    expect(verifyAppProof(read, stale)).toEqual(none)
  })

  it('with an old nonce tells of a second copy of the app', async () => {
    const stale = { ...due, rn: newNonce(steady(5)) }
    const copied = { ok: false, refusal: { kind: 'copied' } }
    expect(verifyAppProof(await made(), stale)).toEqual(copied)
    const before = { jti: newNonce(steady(6)), body_sha256: content.body_sha256 }
    expect(verifyAppProof(await made(), { ...stale, last: before })).toEqual(copied)
  })

  it('sent again with the same jti and body gets the last answer; with another body it is a copy', async () => {
    const moved = { ...due, rn: newNonce(steady(5)), last }
    expect(verifyAppProof(await made(), moved)).toMatchObject({ value: { freshness: 'repeated' } })
    const other = utf8('{}')
    const changed = await made({ body_sha256: Digest.ofBytes(other) })
    expect(verifyAppProof(changed, { ...moved, body: other })).toEqual({
      ok: false,
      refusal: { kind: 'copied' },
    })
  })

  it('of a phone whose clock is wrong by years is as good as any', async () => {
    for (const iat of [0, 253_402_300_799])
      expect(verifyAppProof(await made({ iat: iat as typeof start }), due).ok).toBe(true)
  })

  it('is not read from anything else', async () => {
    const { jws } = await madeOffer()
    for (const header of [undefined, '', 'x', ['a', 'b'], jws])
      expect(readAppProof(header)).toEqual({ ok: false, refusal: { kind: 'proof' } })
    const unnamed = await makeAppProof(content, dk, { profile: 'evidence-1' as typeof profile })
    expect(readAppProof(unnamed)).toEqual({ ok: false, refusal: { kind: 'proof' } })
  })
})
