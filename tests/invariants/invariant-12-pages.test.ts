/** Protocols §7, invariant 12: where the secrets of pages and of the way back lie. */
import { qrSecretOf } from '@open-mitid/identity/sign-in'
import { afterAll, describe, expect, it } from 'vitest'
import { openTwoPeople } from './two-people.ts'

const { house, bank, asta, mine, typed, started, approvedBy } = await openTwoPeople()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 12: what a page shows, and what an app gives back, lies in no table', async () => {
    const [first, second] = [await house.begin(bank, mine), await house.begin(bank, mine)]
    const code = await typed(first.own)
    const start = await started(second.own)
    const { returnToken = '' } = await approvedBy(asta, start)
    if (code.kind !== 'code' || start.kind !== 'start') throw new Error('other secrets')
    const secret = await qrSecretOf(house.ports.mac, first.qid)
    const dump = await house.sql.snapshot(await house.sql.tables())
    expect(dump).toContain(first.own.id)
    const shown = [code.code, start.token, returnToken]
    const texts = [...shown, ...shown.map((text) => Buffer.from(text).toString('hex'))]
    const coded = [start.token, returnToken].map((text) => Buffer.from(text, 'base64url'))
    const hidden = [...coded, Buffer.from(secret)].map((bytes) => bytes.toString('hex'))
    for (const form of [...texts, ...hidden, Buffer.from(secret).toString()])
      expect(dump).not.toContain(form)
  })
})
