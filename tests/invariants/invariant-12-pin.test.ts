/** Protocols §7, invariant 12: where PIN and codes lie and pass. */
import { base64url, utf8 } from '@open-mitid/kernel'
import { afterAll, describe, expect, it } from 'vitest'
import { goodPin, must } from './house.ts'
import { openCountingHouse } from './counting-house.ts'

const { house, wrongPin, everything } = await openCountingHouse()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 12: PIN and codes lie in no table and pass over the wire only where they belong', async () => {
    const folder = await house.newFolder()
    const phone = house.phoneOn(folder)
    const person = await house.newPerson('secret.keeper')
    const { code } = must(await house.issueCode({ person: { id: person.id }, channel: 'page' }))
    house.wire.length = 0
    const { id } = must(await phone.open(code, ''))
    const dumpWithCode = await everything()
    const second = await house.secondCode()
    must(await phone.confirmSecond(id, second))
    must(await phone.finish(id, goodPin))
    await phone.history(id, wrongPin)
    const dump = dumpWithCode + (await everything())
    const forms = (text: string) => [Buffer.from(text).toString('hex'), base64url(utf8(text))]
    for (const secret of [goodPin, wrongPin, second, code])
      for (const form of forms(secret)) expect(dump).not.toContain(form)
    for (const text of [code, `"${second}"`, `"${goodPin}"`]) expect(dump).not.toContain(text)
    const traffic = (at: string) =>
      house.wire
        .filter(({ path }) => path !== at)
        .map(({ asked, body }) => asked + body)
        .join()
    expect(traffic('/api/activation/open')).not.toContain(code)
    expect(traffic('/api/activation/second')).not.toContain(`"${second}"`)
    for (const pin of [goodPin, wrongPin]) expect(traffic('')).not.toContain(`"${pin}"`)
  })
})
