/** Invariants 7, 8, 9 and 12 of protocols §7, as far as passwords and codes touch them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCodeHouse, type CodeHouse } from './code-house.ts'
import { must, openHouse, type House } from './house.ts'

let house: House
let code: CodeHouse

beforeAll(async () => {
  house = await openHouse()
  code = await openCodeHouse(house)
})
afterAll(() => house.close())

describe('a sign-in by password and code', () => {
  it('completes with a right password and a right code', async () => {
    const person = await house.newPerson('asta.kode')
    const client = await house.newService('bank-kode')
    const { device } = await code.giveDevice(person)
    const { own } = await house.begin(client, { userId: 'asta.kode' })
    const proved = await code.prove(own)
    if (!proved?.ok) throw new Error(JSON.stringify(proved))
    expect(await code.approve(own, proved, await code.codeOf(device))).toEqual({
      ok: true,
      value: undefined,
    })
    expect(must(await house.box.find(own)).state).toBe('completed')
  })
})
