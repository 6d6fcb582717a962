import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPin, must, openHouse, type House } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('a sign-in', () => {
  it('is claimed, approved and completed', async () => {
    const person = await house.newPerson('asta.first')
    const client = await house.newService('bank1')
    const app = await house.activate(person)
    const { own } = await house.begin(client, { userId: ' Asta.First'.trim() })
    const asked = must(await app.phone.claim(app.id, await house.qrOf(own)))
    must(await app.phone.approve(app.id, asked, goodPin, false))
    const completed = must(await house.box.complete(own))
    expect(completed.person).toBe(person.id)
  })
})
