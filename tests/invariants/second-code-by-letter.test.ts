/** Protocols §3: "by letter if there is none". */
import type { LetterId } from '@open-mitid/identity/letter'
import { letterLife } from '@open-mitid/identity/letter'
import { postgresLetters } from '@open-mitid/postgres'
import { afterAll, describe, expect, it } from 'vitest'
import { goodPin, must, openHouse } from './house.ts'

const house = await openHouse()
afterAll(() => house.close())

const day = 24 * 60 * 60

/** An app that waits for its letter. */
async function opened(userId: string) {
  const person = await house.newPerson(userId)
  await house.sql.query('delete from mitid.contact where person_id = $1', [person.id])
  const { code } = must(await house.issueCode({ person: { id: person.id }, channel: 'centre' }))
  const phone = house.phoneOn(await house.newFolder())
  const { id, second } = must(await phone.open(code, ''))
  expect(second).toMatchObject({ channel: 'letter', to: '' })
  return { person, phone, id }
}

/** Printed now; answers the code that stands in it. */
async function print(person: string): Promise<string> {
  const [row] = await house.sql.query<{ id: LetterId }>(
    `select id from mitid.letter where person_id = $1 order by queued_at desc limit 1`,
    [person],
  )
  const letters = postgresLetters(house.db, house.vault)
  const printed = row && (await letters.print(row.id, letterLife))
  if (printed?.content.kind !== 'second-code') throw new Error('no second code in the letter')
  return printed.content.code
}

describe('a second code by letter', () => {
  it('lives for thirty days from its printing on, however long that took', async () => {
    const { person, phone, id } = await opened('late.letter')
    await house.advance(20 * day)
    const code = await print(person.id)
    await house.advance(29 * day)
    must(await phone.confirmSecond(id, code))
    must(await phone.finish(id, goodPin))
  })

  it('is nothing once its thirty days are over', async () => {
    const { person, phone, id } = await opened('old.letter')
    const code = await print(person.id)
    await house.advance(30 * day)
    expect((await phone.confirmSecond(id, code)).ok).toBe(false)
  })

  it('ends with the third wrong one, and a new one within a week does not begin its tries anew', async () => {
    const { person, phone, id } = await opened('wrong.letter')
    const code = await print(person.id)
    const wrong = code === '111222' ? '111223' : '111222'
    expect((await phone.sendAgain(id)).ok).toBe(false)
    for (let time = 0; time < 3; time += 1)
      expect((await phone.confirmSecond(id, wrong)).ok).toBe(false)
    expect((await phone.confirmSecond(id, code)).ok).toBe(false)
  })
})
