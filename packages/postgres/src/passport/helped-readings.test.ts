import { beginPassportProof, offerReading, takeReading } from '@open-mitid/identity/enrolment'
import type { Bytes } from '@open-mitid/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceClock } from '../migrate.ts'
import { openStore, type Store } from '../testing/index.ts'
import {
  postgresHelpedProofs,
  postgresHelpedReadings,
  postgresPassportProofs,
  sweepPassportProofs,
} from './index.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

let store: Store
beforeAll(async () => {
  store = await openStore({ max: 8 })
})
afterAll(() => store.close())

/** A citizen's phone that shows a code. */
async function asking() {
  const passportProofs = postgresPassportProofs(store.db, store.vault)
  const helpedProofs = postgresHelpedProofs(store.db, store.vault)
  const helpedReadings = postgresHelpedReadings(store.db, store.vault)
  const ports = { passportProofs, helpedReadings, random }
  const begun = await beginPassportProof(ports)({ purpose: 'first' })
  if (!begun.ok) throw new Error('a proof can always be begun')
  const { token } = begun.value
  const offer = async () => {
    const offered = await offerReading(ports)({ token })
    if (!offered.ok) throw new Error(`no reading was offered: ${offered.refusal.kind}`)
    return offered.value.code
  }
  const take = (code: string) => takeReading(ports)({ code })
  return { passportProofs, helpedProofs, helpedReadings, token, offer, take, begun: begun.value }
}

describe('a passport that a helper’s phone reads', () => {
  it('of many who take one code one has the right to read, and nobody after', async () => {
    const { offer, take, begun } = await asking()
    const code = await offer()
    const taken = await Promise.all(Array.from({ length: 8 }, () => take(code)))
    const [won, ...more] = taken.filter(({ ok }) => ok)
    expect(more).toEqual([])
    expect(won?.ok === true && won.value.challenge).toEqual(begun.challenge)
    expect(await take(code)).toEqual({ ok: false, refusal: { kind: 'help-unknown' } })
  })
  it('a right to read is not the proof, and the proof is no right to read', async () => {
    const { offer, take, token, passportProofs, helpedProofs } = await asking()
    const taken = await take(await offer())
    if (!taken.ok) throw new Error('the code is new')
    const { reader } = taken.value
    expect((await helpedProofs.find(reader))?.proof.state).toBe('reading')
    expect(await passportProofs.find(reader)).toBeUndefined()
    expect(await helpedProofs.find(token)).toBeUndefined()
  })
  it('a code that is shown anew ends the one before, and the right that it gave', async () => {
    const { offer, take, helpedProofs, helpedReadings } = await asking()
    const first = await offer()
    const taken = await take(first)
    if (!taken.ok) throw new Error('the code is new')
    expect(await helpedReadings.keepPhoto(taken.value.reader, random(60))).toBe(true)
    const second = await offer()
    expect(await helpedProofs.find(taken.value.reader)).toBeUndefined()
    expect(await helpedReadings.keepPhoto(taken.value.reader, random(60))).toBe(false)
    expect((await take(first)).ok).toBe(false)
    expect((await take(second)).ok).toBe(true)
  })
  it('what was read can be read no second time, by nobody', async () => {
    const { offer, take, passportProofs, helpedReadings, token } = await asking()
    const code = await offer()
    const found = await passportProofs.find(token)
    if (found?.proof.state !== 'reading') throw new Error('the proof is being read')
    const { proof } = found
    await passportProofs.move(proof, { ...proof, state: 'refused', refusal: 'copied', checks: [] })
    expect((await take(code)).ok).toBe(false)
    expect(await helpedReadings.offer(proof.id, 'another', found.now)).toBe(false)
  })
  it('neither code nor right stands in a table, and when the hour is over the photo is gone', async () => {
    const { offer, take, passportProofs, helpedReadings, token } = await asking()
    const code = await offer()
    const taken = await take(code)
    const found = await passportProofs.find(token)
    if (!taken.ok || !found) throw new Error('the code is new')
    const photo = random(60)
    await helpedReadings.keepPhoto(taken.value.reader, photo)
    const all = await store.rows.snapshot(['helped_reading', 'passport_proof'])
    expect(all).not.toContain(code)
    expect(all).not.toContain(taken.value.reader)
    expect(await helpedReadings.findPhoto(found.proof.id)).toEqual(photo)
    await advanceClock(store.db, 3601)
    await sweepPassportProofs(store.db)
    expect(await store.rows.query('select from mitid.helped_reading')).toEqual([])
  })
  it('a code lives two minutes', async () => {
    const { offer, take } = await asking()
    const code = await offer()
    await advanceClock(store.db, 121)
    expect((await take(code)).ok).toBe(false)
  })
})
