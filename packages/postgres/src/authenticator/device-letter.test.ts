import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import {
  openLetter,
  renewDeviceCode,
  revokeDevice,
  type FoundDevice,
  type StockDevice,
} from '@open-mitid/identity/authenticator'
import { LetterCode, letterLife, type Letter } from '@open-mitid/identity/letter'
import { appendEvents } from '@open-mitid/identity/ledger'
import type { Person } from '@open-mitid/identity/person'
import { postgresLetters } from '../letter/index.ts'
import { openDevices, random } from './testing/open-devices.ts'

const store = await openDevices()
const { db, vault, devices, find, printFor, clear, somebody, device, fill, sendAll, typesOf } =
  store
const queries = store.rows
afterAll(() => store.close())

let person: Person
beforeEach(async () => {
  await clear()
  person = await somebody()
})
const order = (wanted: Partial<Parameters<typeof store.order>[0]> = {}) =>
  store.order({ of: person, ...wanted })
const activate = (one: StockDevice) => store.activate(one, person)

describe('the letter’s code', () => {
  const state = async () => {
    const [row] = await queries.query<{ state: string; tries: number }>(
      'select state, tries from mitid.letter_code',
    )
    return row
  }
  async function sentDevice() {
    const one = device()
    await fill(one)
    await order()
    await sendAll()
    return one
  }

  it('comes in a letter that is set as its person wishes, and with a reader in large print', async () => {
    await queries.query('update mitid.person set letters_in_both = true where id = $1', [person.id])
    await fill(device(), device('audio-reader'))
    await order()
    await order({ kind: 'audio-reader', spare: true })
    await sendAll()
    const letters = await queries.query<{ id: Letter['id'] }>('select id from mitid.letter')
    const printed = await Promise.all(
      letters.map(({ id }) => postgresLetters(db, vault).print(id, letterLife)),
    )
    const styles = new Map(
      printed.map((letter) => [
        letter && 'device' in letter.content ? letter.content.device : undefined,
        letter?.style,
      ]),
    )
    expect(styles.get('code-display')).toEqual({ language: 'both', largePrint: false })
    expect(styles.get('audio-reader')).toEqual({ language: 'both', largePrint: true })
  })

  it('is used up by the activation, in the statement that activates', async () => {
    const one = await sentDevice()
    await activate(one)
    expect(await state()).toMatchObject({ state: 'used' })
  })

  it('a wrong one is counted with the device, and two tries at one moment are not one', async () => {
    const one = await sentDevice()
    await printFor(person)
    const [first, second] = [await find(one.serial), await find(one.serial)]
    const count = (found: FoundDevice) => {
      const tried = openLetter(found.device, random(32), found.now)
      if (!tried.ok || !('wrong' in tried.value)) throw new Error('not counted')
      return found.move(
        tried.value.wrong,
        appendEvents(found.chain, [], { random, now: found.now }),
      )
    }
    expect(await Promise.all([count(first), count(second)])).toContain(false)
    expect(await state()).toMatchObject({ state: 'issued', tries: 1 })
  })

  it('that has died is followed by another, in a letter of its own, with all tries anew', async () => {
    const one = await sentDevice()
    await printFor(person)
    for (let wrong = 0; wrong < 3; wrong += 1) {
      const found = await find(one.serial)
      const tried = openLetter(found.device, random(32), found.now)
      if (!tried.ok || !('wrong' in tried.value)) throw new Error('not counted')
      const none = appendEvents(found.chain, [], { random, now: found.now })
      expect(await found.move(tried.value.wrong, none)).toBe(true)
    }
    expect(await state()).toMatchObject({ state: 'ended' })
    const by = { by: { serial: one.serial }, owner: person.id, actor: person.id }
    const renew = renewDeviceCode({ devices, mac: vault.mac, random })
    expect(await renew(by)).toMatchObject({ value: { state: 'sent', tries: { count: 0 } } })
    expect(await renew(by)).toMatchObject({ ok: true }) // a second letter ends the first one's code
    const states = await queries.query<{ state: string }>(
      'select letter_code.state from mitid.letter_code join mitid.letter on id = letter_id order by queued_at',
    )
    expect(states.map((code) => code.state)).toEqual(['ended', 'ended', 'issued'])
    await activate(one)
    expect(await typesOf(person)).toContain('device-code-renewed')
  })

  it('of a device in use is for a forgotten password, and none is sent of a revoked one', async () => {
    const one = await sentDevice()
    await printFor(person)
    await activate(one)
    const by = { by: { serial: one.serial }, owner: person.id, actor: person.id }
    const renew = renewDeviceCode({ devices, mac: vault.mac, random })
    expect(await renew(by)).toMatchObject({ value: { state: 'active', code: { state: 'issued' } } })
    expect((await printFor(person)).kind).toBe('password-code')
    expect(await typesOf(person)).toContain('password-code-sent')
    await revokeDevice({ devices, random })(by)
    expect(await renew(by)).toMatchObject({ refusal: { kind: 'not-now', state: 'revoked' } })
  })

  it('ends with a device that is revoked before it was activated', async () => {
    const one = await sentDevice()
    const by = { by: { serial: one.serial }, owner: undefined, actor: 'operator' as const }
    await revokeDevice({ devices, random })(by)
    expect(await state()).toMatchObject({ state: 'ended' })
  })

  it('Invariant 12: stands in no table in clear', async () => {
    await sentDevice()
    const content = await printFor(person)
    const dump = await queries.snapshot(await queries.tables())
    if (!('code' in content)) throw new Error('another letter')
    expect(LetterCode.parse(content.code)).toBe(content.code)
    expect(dump).not.toContain(content.code)
    expect(dump).not.toContain(Buffer.from(content.code).toString('hex'))
  })
})
