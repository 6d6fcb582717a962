import { describe, expect, it } from 'vitest'
import { Digest } from './digest.ts'
import { verifyEs256 } from './es256.ts'
import {
  issueActivationKeys,
  issuePinChange,
  verifyActivationKeys,
  verifyPinChange,
  type ActivationKeysContent,
} from './key-messages.ts'
import { ProfileId } from './offer.ts'
import { ak, dk, profile, softKey, steady } from './testing/exhibits.ts'

const asked = { profile, nonce: Digest.ofText('nonce'), pin_epoch: 3 }
const stranger = softKey('stranger')

describe('the keys of an activation', () => {
  const due = { ...asked, dk: dk.jwk, verify: verifyEs256 }
  const content: ActivationKeysContent = { v: 1, ...asked, dk_jwk: dk.jwk, ak_jwk: ak.jwk }

  it('are bound where both keys signed what was asked for', async () => {
    const jws = await issueActivationKeys(content, { dk, ak })
    expect(verifyActivationKeys(jws, due)).toMatchObject({ ok: true, value: { content } })
  })

  const changes: readonly [string, Partial<ActivationKeysContent>][] = [
    ['profile', { profile: ProfileId.make(steady(9)) }],
    ['nonce', { nonce: Digest.ofText('older') }],
    ['pin-epoch', { pin_epoch: 2 }],
    ['dk', { dk_jwk: stranger.jwk }],
  ]
  it.each(changes)('are refused with another %s', async (link, change) => {
    const jws = await issueActivationKeys({ ...content, ...change }, { dk, ak })
    expect(verifyActivationKeys(jws, due)).toEqual({ ok: false, refusal: { kind: 'link', link } })
  })

  it('are refused where either signature is another’s', async () => {
    for (const role of ['dk', 'ak'] as const) {
      const jws = await issueActivationKeys(content, { dk, ak, [role]: stranger })
      const refusal = { kind: 'signature', role }
      expect(verifyActivationKeys(jws, due)).toEqual({ ok: false, refusal })
    }
  })
})

describe('a PIN change', () => {
  const due = { ...asked, dk: dk.jwk, ak: ak.jwk, verify: verifyEs256 }
  const next = softKey('next-ak')
  const content = { v: 1, ...asked, ak_jwk: next.jwk } as const
  const signers = { dk, ak, 'next-ak': next }

  it('holds by the device key, the old and the new approval key', async () => {
    const jws = await issuePinChange(content, signers)
    expect(verifyPinChange(jws, due)).toMatchObject({ ok: true, value: { content } })
  })

  it('is refused where any of the three is missing', async () => {
    for (const role of ['dk', 'ak', 'next-ak'] as const) {
      const jws = await issuePinChange(content, { ...signers, [role]: stranger })
      expect(verifyPinChange(jws, due)).toEqual({ ok: false, refusal: { kind: 'signature', role } })
    }
  })

  it('is no activation, and is refused with another nonce', async () => {
    const jws = await issuePinChange(content, signers)
    expect(verifyActivationKeys(jws, due)).toMatchObject({ ok: false })
    const later = { ...due, nonce: Digest.ofText('later') }
    expect(verifyPinChange(jws, later)).toEqual({
      ok: false,
      refusal: { kind: 'link', link: 'nonce' },
    })
  })
})
