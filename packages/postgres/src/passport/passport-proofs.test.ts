import { beginPassportProof, type PassportProof } from '@open-mitid/identity/enrolment'
import type { Bytes } from '@open-mitid/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceClock } from '../migrate.ts'
import { openStore, type Store } from '../testing/index.ts'
import { postgresPassportProofs, sweepPassportProofs } from './index.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

let store: Store
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store.close())

async function begin() {
  const passportProofs = postgresPassportProofs(store.db, store.vault)
  const begun = await beginPassportProof({ passportProofs, random })({ purpose: 'first' })
  if (!begun.ok) throw new Error('a proof can always be begun')
  const { token } = begun.value
  const found = await passportProofs.find(token)
  if (found?.proof.state !== 'reading') throw new Error('a proof that was begun is being read')
  return { passportProofs, token, begun: begun.value, proof: found.proof, now: found.now }
}
const session = {
  cipher: 'AES-128',
  encryptionKey: Uint8Array.of(1, 2),
  checksumKey: Uint8Array.of(3),
  counter: 18_446_744_073_709_551_616n,
} as const

describe('proofs by passport', () => {
  it('the keys of a run come back as they went in, and stand nowhere in clear', async () => {
    const { passportProofs, token, proof, begun } = await begin()
    expect(proof.challenge).toEqual(begun.challenge)
    const chipKey = Uint8Array.of(222, 173, 190, 239, 202, 254)
    const run = { chipKey, session }
    expect(await passportProofs.move(proof, { ...proof, run })).toBe(true)
    expect((await passportProofs.find(token))?.proof).toEqual({ ...proof, run })
    const all = await store.rows.snapshot(['passport_proof'])
    expect(all).not.toContain('deadbeefcafe')
    expect(all).not.toContain(Buffer.from(chipKey).toString('base64url'))
    expect(all).not.toContain(token)
  })
  it('of two who move the same proof, one wins', async () => {
    const { passportProofs, token, proof } = await begin()
    const other = postgresPassportProofs(store.db, store.vault)
    const theirs = await other.find(token)
    if (!theirs) throw new Error('the proof is there')
    const to: PassportProof = { ...proof, state: 'refused', refusal: 'copied', checks: [] }
    const won = await Promise.all([passportProofs.move(proof, to), other.move(theirs.proof, to)])
    expect(won.filter(Boolean)).toHaveLength(1)
  })
  it('what was moved is moved on without being read again, and what it was before is not', async () => {
    const { passportProofs, token, proof } = await begin()
    const next: PassportProof = { ...proof, run: { chipKey: Uint8Array.of(1), session } }
    const last: PassportProof = { ...proof, state: 'refused', refusal: 'copied', checks: [] }
    expect(await passportProofs.move(proof, next)).toBe(true)
    expect(await passportProofs.move(proof, last)).toBe(false)
    expect(await passportProofs.move(next, last)).toBe(true)
    expect((await passportProofs.find(token))?.proof.state).toBe('refused')
  })
  it('another token opens nothing, and after an hour neither does the right one', async () => {
    const { passportProofs, token, proof } = await begin()
    expect(
      await passportProofs.find(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
    ).toBe(undefined)
    const checks = [{ check: 'sod-signature', clause: '', outcome: 'passed' }] as const
    await passportProofs.move(proof, { ...proof, state: 'refused', refusal: 'lost', checks })
    await advanceClock(store.db, 3601)
    expect(await passportProofs.find(token)).toBeUndefined()
    await sweepPassportProofs(store.db)
    const kept = await store.rows.query(
      'select sealed, refusal, checks from mitid.passport_proof where id = $1',
      [proof.id],
    )
    expect(kept).toEqual([{ sealed: null, refusal: 'lost', checks: ['sod-signature passed'] }])
    await advanceClock(store.db, 91 * 86_400)
    await sweepPassportProofs(store.db)
    expect(await store.rows.query('select from mitid.passport_proof')).toEqual([])
  })
})
