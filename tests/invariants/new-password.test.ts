/**
 * A forgotten password without an app: no proof is lower than that of a device's activation, every
 * channel hears of it, and what strangers and owners have tried stays counted.
 */
import { randomBytes } from 'node:crypto'
import {
  renewDeviceCode,
  suspendDevice,
  type DeviceAttemptId,
} from '@open-mitid/identity/authenticator'
import { LetterCode, type LetterId } from '@open-mitid/identity/letter'
import type { Person } from '@open-mitid/identity/person'
import type { Client } from '@open-mitid/identity/service'
import type { Bytes } from '@open-mitid/kernel'
import { postgresContactCodes, postgresLetters, readChain } from '@open-mitid/postgres'
import type { SecondCode } from '@open-mitid/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrolmentEdge } from '../../apps/server/src/compose-enrolment.ts'
import { openOutside, rightKey } from '../../apps/server/src/edge/citizen/testing/outside.ts'
import { beginRegistration } from '../../apps/server/src/edge/password-proof.ts'
import { openCodeHouse, type CodeHouse, type Device } from './code-house.ts'
import { must, openHouse, type House } from './house.ts'
import { random } from './random.ts'

const next = 'grøn måne 58'
const network = '198.51.100.9'

let house: House
let code: CodeHouse
let client: Client
let site: ReturnType<typeof enrolmentEdge>['useCases']
const outside = openOutside()
let nth = 0

beforeAll(async () => {
  house = await openHouse()
  code = await openCodeHouse(house)
  client = await house.newService('bank-glemt')
  const { db, vault, ports } = house
  const { activationSignals } = ports
  site = enrolmentEdge({ db, vault, random }, { ...outside, activationSignals }).useCases
}, 60_000)
afterAll(() => house.close())

type Owner = { readonly person: Person; readonly device: Device; readonly eid: string }

/** With NemID and a MitID of the same CPR number, a device in use, and no app. */
async function owner(): Promise<Owner> {
  nth += 1
  const eid = `nemid-${String(nth)}`
  const { cpr } = outside.know(eid)
  const person = await house.newPerson(`glemsom.${String(nth)}`, cpr)
  const { device } = await code.giveDevice(person)
  return { person, device, eid }
}

/** Who they are is proved on the website, in a browser of its own. */
async function prove({ eid: userId }: Pick<Owner, 'eid'>) {
  const holder = random(32)
  const { id } = must(await site.begin({ holder, wish: 'password' }))
  const own = { id, holder }
  must(await site.askOlderEid({ ...own, way: 'card', userId, password: 'right' }))
  must(await site.prove({ ...own, key: rightKey }))
  return own
}
type Own = Awaited<ReturnType<typeof prove>>

const deviceOf = async (own: Own) => {
  const [device] = must(await site.findPasswordWays(own)).devices
  if (!device) throw new Error('no device')
  return device.id
}

async function sentCode(): Promise<SecondCode> {
  const codes = postgresContactCodes(house.db, house.vault)
  const [row] = await house.sql.query<{ id: never }>('select id from mitid.contact_code')
  const found = row && (await codes.find(row.id))
  if (!row || !found) throw new Error('no code is on its way')
  await codes.remove(row.id)
  expect(found).toMatchObject({ purpose: 'password', language: 'da' })
  return found.code
}

async function printedCode(): Promise<LetterCode> {
  const [letter] = await house.sql.query<{ id: LetterId }>(
    'select id from mitid.letter order by queued_at desc, id desc limit 1',
  )
  const letters = postgresLetters(house.db, house.vault)
  const printed = letter && (await letters.print(letter.id, 30 * 24 * 60 * 60))
  expect(printed?.content.kind).toBe('password-code')
  const text = JSON.stringify(printed?.content)
  return LetterCode.parse(/"code":"(\d{8})"/u.exec(text)?.[1]) ?? ('' as LetterCode)
}

/** By the code that came to their phone, up to the page that asks for a password. */
async function openByContact(someone: Owner) {
  const own = await prove(someone)
  const device = await deviceOf(own)
  await house.sql.query('delete from mitid.contact_code')
  must(await site.askPasswordCode({ ...own, device, by: 'contact' }))
  const browser = random(32)
  const id = must(await site.confirmPasswordCode({ ...own, code: await sentCode(), browser }))
  return { id, browser }
}

/** By the letter that came to their address. */
async function openByLetter(someone: Owner) {
  const own = await prove(someone)
  const device = await deviceOf(own)
  must(await site.askPasswordCode({ ...own, device, by: 'letter' }))
  const browser = random(32)
  const given = { serial: someone.device.serial, code: await printedCode(), browser }
  return { id: must(await code.site.openLetter(given)), browser }
}

type Opened = { readonly id: DeviceAttemptId; readonly browser: Bytes }

async function recordFor(opened: Opened, chosen = next): Promise<string> {
  const registration = await beginRegistration(chosen as never)
  const { request } = registration
  const { response } = must(await code.site.register({ ...opened, network, request }))
  return registration.finish(response)
}

async function canSignIn({ person, device }: Owner, password?: string): Promise<boolean> {
  const { own } = await house.begin(client, { userId: person.userId })
  const proved = await code.prove(own, password, `10.0.0.${String(randomBytes(1)[0])}`)
  if (!proved?.ok) return false
  await house.advance(31)
  return (await code.approve(own, proved, await code.codeOf(device))).ok
}

const eventsOf = async ({ id }: Person) =>
  (await readChain(house.db, house.vault, id)).map(({ type, body }) => ({
    type,
    body: JSON.parse(body) as Record<string, unknown>,
  }))
const deviceRow = async ({ person }: Owner) =>
  (
    await house.sql.query<{ state: string; tries: number }>(
      'select state, tries from mitid.code_device where person_id = $1',
      [person.id],
    )
  )[0]

describe.each([
  ['a code to a contact', openByContact],
  ['a letter', openByLetter],
] as const)('who has proved who they are, by %s', (way, open) => {
  it('chooses another password with a code of the device, and the old one ends', async () => {
    const someone = await owner()
    const opened = await open(someone)
    const record = await recordFor(opened)
    expect(await canSignIn(someone)).toBe(true)
    await house.advance(31)
    must(await code.site.activate({ ...opened, code: await code.codeOf(someone.device), record }))
    expect(await canSignIn(someone)).toBe(false)
    await house.advance(31)
    expect(await canSignIn(someone, next)).toBe(true)
    const channel = way === 'a letter' ? 'letter' : 'sms'
    const events = await eventsOf(someone.person)
    expect(events).toContainEqual({
      type: 'password-code-sent',
      body: expect.objectContaining({ channel }) as unknown,
    })
    expect(events).toContainEqual({ type: 'password-set', body: { reason: 'forgotten' } })
    const told = await house.sql.query<{ type: string }>(
      'select type from mitid.event where subject = $1 and outbox',
      [someone.person.id],
    )
    expect(told.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['password-code-sent', 'password-set']),
    )
  })

  it('without a right code of the device nothing changes, and wrong ones are counted on it', async () => {
    const someone = await owner()
    const opened = await open(someone)
    const record = await recordFor(opened)
    expect(await code.site.activate({ ...opened, code: '000000', record })).toMatchObject({
      refusal: { kind: 'code-wrong', left: 2 },
    })
    expect(await deviceRow(someone)).toEqual({ state: 'active', tries: 1 })
    expect(await canSignIn(someone)).toBe(true)
    const known = code.site.activate({
      ...opened,
      code: await code.codeOf(someone.device, 1),
      record: undefined,
    })
    expect(await known).toMatchObject({ refusal: { kind: 'password-needed' } })
  })

  it('is done once: two tabs that finish at the same time set one password', async () => {
    const someone = await owner()
    const opened = await open(someone)
    const one = await recordFor(opened, 'første blå 1')
    await house.advance(5)
    const two = await recordFor(opened, 'anden grøn 2')
    const shown = await code.codeOf(someone.device)
    const done = await Promise.all([
      code.site.activate({ ...opened, code: shown, record: one }),
      code.site.activate({ ...opened, code: shown, record: two }),
    ])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    const set = (await eventsOf(someone.person)).filter(({ type }) => type === 'password-set')
    expect(set.map(({ body }) => body['reason'])).toEqual(['activation', 'forgotten'])
  })

  it('opens a suspended device again, also with the password that they know', async () => {
    const someone = await owner()
    await house.sql.query(
      `update mitid.code_device set state = 'suspended', suspended_for = 'lost'
       where person_id = $1`,
      [someone.person.id],
    )
    const opened = await open(someone)
    const record = await recordFor(opened)
    must(await code.site.activate({ ...opened, code: await code.codeOf(someone.device), record }))
    expect(await deviceRow(someone)).toEqual({ state: 'active', tries: 0 })
    const types = (await eventsOf(someone.person)).map(({ type }) => type)
    expect(types.slice(-2)).toEqual(['device-reopened', 'password-set'])
  })

  it('a password that is chosen otherwise makes it worthless', async () => {
    const someone = await owner()
    const opened = await open(someone)
    const record = await recordFor(opened)
    const other = await openByLetterOfSupport(someone)
    await house.advance(5)
    const theirs = await recordFor(other, 'ejerens egen 3')
    const shown = await code.codeOf(someone.device)
    must(await code.site.activate({ ...other, code: shown, record: theirs }))
    await house.advance(31)
    const late = await code.site.activate({
      ...opened,
      code: await code.codeOf(someone.device),
      record,
    })
    expect(late).toMatchObject({ refusal: { kind: 'attempt-ended' } })
    expect(await canSignIn(someone, 'ejerens egen 3')).toBe(true)
  })
})

it('a new password ends the letters of every device, and the code that two tabs type opens one page', async () => {
  const someone = await owner()
  const { device: spare } = await code.giveDevice(someone.person, undefined, 'audio-reader')
  const opened = await openByLetter(someone)
  const record = await recordFor(opened)
  await house.advance(60)
  const other = await openByLetterOfSupport({ ...someone, device: spare })
  const theirs = await recordFor(other, 'ejerens egen 3')
  must(await code.site.activate({ ...other, code: await code.codeOf(spare), record: theirs }))
  const shown = await code.codeOf(someone.device)
  expect(await code.site.activate({ ...opened, code: shown, record })).toMatchObject({
    refusal: { kind: 'attempt-ended' },
  })

  const own = await prove(someone)
  await house.sql.query('delete from mitid.contact_code')
  const device = await deviceOf(own)
  must(await site.askPasswordCode({ ...own, device, by: 'contact' }))
  const sent = await sentCode()
  const confirm = () => site.confirmPasswordCode({ ...own, code: sent, browser: random(32) })
  const both = await Promise.all([confirm(), confirm()])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

it('what was proved before a device was reported lost opens it no more, and what is proved after does', async () => {
  const someone = await owner()
  const opened = [await openByContact(someone), await openByLetter(someone)]
  const records = []
  for (const each of opened) {
    records.push(await recordFor(each))
    await house.advance(60)
  }
  const by = { serial: someone.device.serial }
  must(await suspendDevice(code.own)({ by, owner: undefined, actor: 'operator' }))
  for (const [place, each] of opened.entries()) {
    const shown = await code.codeOf(someone.device)
    expect(
      await code.site.activate({ ...each, code: shown, record: records[place] }),
    ).toMatchObject({ refusal: { kind: 'attempt-ended' } })
  }
  await house.advance(60)
  const later = await openByContact(someone)
  const record = await recordFor(later)
  must(await code.site.activate({ ...later, code: await code.codeOf(someone.device), record }))
  expect(await deviceRow(someone)).toMatchObject({ state: 'active' })
})

describe('a device that came, with a letter that nobody can read', () => {
  /** Sent to somebody who has proved who they are; not activated. */
  async function unread() {
    nth += 1
    const eid = `nemid-${String(nth)}`
    const { cpr } = outside.know(eid)
    const person = await house.newPerson(`ulaest.${String(nth)}`, cpr)
    const { device } = await code.sendDevice(person, 'audio-reader')
    return { person, device, eid }
  }

  it('is activated with a code to a contact, a password and its first code', async () => {
    const someone = await unread()
    const opened = await openByContact(someone)
    const record = await recordFor(opened)
    expect(await code.site.activate({ ...opened, code: '000000', record })).toMatchObject({
      refusal: { kind: 'code-wrong' },
    })
    must(await code.site.activate({ ...opened, code: await code.codeOf(someone.device), record }))
    await house.advance(31)
    expect(await canSignIn(someone, next)).toBe(true)
    const types = (await eventsOf(someone.person)).map(({ type }) => type)
    expect(types).toEqual(
      expect.arrayContaining(['password-code-sent', 'device-activated', 'password-set']),
    )
  })

  it('is not activated twice: its letter is worth nothing afterwards', async () => {
    const someone = await unread()
    const opened = await openByContact(someone)
    const record = await recordFor(opened)
    must(await code.site.activate({ ...opened, code: await code.codeOf(someone.device), record }))
    expect(
      await house.sql.query<{ state: string }>(
        `select code.state from mitid.letter_code as code
           join mitid.code_device as device on device.id = code.device_id
         where device.person_id = $1`,
        [someone.person.id],
      ),
    ).not.toContainEqual({ state: 'issued' })
  })

  it('while its letter is on its way no other is sent, and after a week one is', async () => {
    const someone = await unread()
    const asked = async () => {
      const own = await prove(someone)
      return site.askPasswordCode({ ...own, device: await deviceOf(own), by: 'letter' })
    }
    expect(await asked()).toMatchObject({ refusal: { kind: 'letter-under-way' } })
    await house.advance(8 * 24 * 60 * 60)
    expect(await asked()).toMatchObject({ value: { by: 'letter' } })
  })
})

async function openByLetterOfSupport(someone: Owner) {
  const by = { serial: someone.device.serial }
  must(await renewDeviceCode(code.own)({ by, owner: undefined, actor: 'operator' }))
  const browser = random(32)
  const given = { ...by, code: await printedCode(), browser }
  return { id: must(await code.site.openLetter(given)), browser }
}

describe('nobody else', () => {
  it('gets anything by an eID alone: the code goes to what the person had before', async () => {
    const someone = await owner()
    const own = await prove(someone)
    expect(must(await site.findPasswordWays(own))).toMatchObject({
      contact: { channel: 'sms', to: '•• •• •• 50' },
      letter: true,
      asked: undefined,
    })
    expect(
      await site.confirmPasswordCode({ ...own, code: '123456' as SecondCode, browser: random(32) }),
    ).toMatchObject({ refusal: { kind: 'code-over' } })
  })

  it('may use the code: it belongs to the browser that proved, to one device, three tries, once', async () => {
    const someone = await owner()
    const own = await prove(someone)
    const device = await deviceOf(own)
    must(await site.askPasswordCode({ ...own, device, by: 'contact' }))
    const sent = await sentCode()
    const browser = random(32)
    const other = { id: own.id, holder: random(32) }
    expect(await site.confirmPasswordCode({ ...other, code: sent, browser })).toMatchObject({
      refusal: { kind: 'enrolment-unknown' },
    })
    const stranger = await prove(await owner())
    expect(await site.confirmPasswordCode({ ...stranger, code: sent, browser })).toMatchObject({
      refusal: { kind: 'code-over' },
    })
    const wrong = (sent === '111111' ? '222222' : '111111') as SecondCode
    for (const triesLeft of [2, 1, 0])
      expect(await site.confirmPasswordCode({ ...own, code: wrong, browser })).toMatchObject({
        refusal: { kind: 'code-wrong', triesLeft },
      })
    expect(await site.confirmPasswordCode({ ...own, code: sent, browser })).toMatchObject({
      refusal: { kind: 'code-over' },
    })
  })

  it('names a device of somebody else', async () => {
    const [someone, victim] = [await owner(), await owner()]
    const own = await prove(someone)
    const device = await deviceOf(await prove(victim))
    for (const by of ['contact', 'letter'] as const)
      expect(await site.askPasswordCode({ ...own, device, by })).toMatchObject({
        refusal: { kind: 'device-unknown' },
      })
  })

  it('goes on with what was proved half an hour ago', async () => {
    const someone = await owner()
    const own = await prove(someone)
    const device = await deviceOf(own)
    must(await site.askPasswordCode({ ...own, device, by: 'contact' }))
    const sent = await sentCode()
    await house.advance(30 * 60)
    expect(await site.findPasswordWays(own)).toMatchObject({
      refusal: { kind: 'enrolment-moved-on' },
    })
    expect(
      await site.confirmPasswordCode({ ...own, code: sent, browser: random(32) }),
    ).toMatchObject({ refusal: { kind: 'enrolment-moved-on' } })
  })

  it('is sent a code at an address that is younger than five days: a letter goes instead', async () => {
    const someone = await owner()
    await house.sql.query(
      `update mitid.contact set in_proofing = false, changed_at = mitid.now() where person_id = $1`,
      [someone.person.id],
    )
    const own = await prove(someone)
    const device = await deviceOf(own)
    expect(must(await site.findPasswordWays(own)).contact).toBeUndefined()
    expect(await site.askPasswordCode({ ...own, device, by: 'contact' })).toMatchObject({
      refusal: { kind: 'no-way' },
    })
    must(await site.askPasswordCode({ ...own, device, by: 'letter' }))
  })

  it('floods anybody: three codes a proof, and a letter a week', async () => {
    const someone = await owner()
    const own = await prove(someone)
    const device = await deviceOf(own)
    for (let sent = 1; sent <= 3; sent += 1)
      must(await site.askPasswordCode({ ...own, device, by: 'contact' }))
    expect(await site.askPasswordCode({ ...own, device, by: 'contact' })).toMatchObject({
      refusal: { kind: 'too-many-codes' },
    })
    must(await site.askPasswordCode({ ...own, device, by: 'letter' }))
    const first = await printedCode()
    await house.advance(6 * 24 * 60 * 60)
    const later = await prove(someone)
    expect(must(await site.findPasswordWays(later)).devices).toMatchObject([
      { letterUnderWay: true },
    ])
    expect(await site.askPasswordCode({ ...later, device, by: 'letter' })).toMatchObject({
      refusal: { kind: 'letter-under-way' },
    })
    await house.advance(24 * 60 * 60)
    must(await site.askPasswordCode({ ...(await prove(someone)), device, by: 'letter' }))
    const given = { serial: someone.device.serial, code: first, browser: random(32) }
    expect(await code.site.openLetter(given)).toMatchObject({ refusal: { kind: 'letter-wrong' } })
  })

  it('opens a blocked MitID, whatever they prove', async () => {
    const someone = await owner()
    const opened = await openByContact(someone)
    const record = await recordFor(opened)
    await house.sql.query(`update mitid.person set state = 'blocked' where id = $1`, [
      someone.person.id,
    ])
    const shown = await code.codeOf(someone.device)
    expect(await code.site.activate({ ...opened, code: shown, record })).toMatchObject({
      refusal: { kind: 'attempt-ended' },
    })
    expect(await site.findPasswordWays(await prove(someone))).toMatchObject({
      refusal: { kind: 'person-blocked' },
    })
  })

  it('who is dead or struck off in the register is not let on, though there is a MitID', async () => {
    const { cpr } = outside.know('struck', { status: 'dead' })
    await house.newPerson('struck off', cpr)
    const own = await prove({ eid: 'struck' })
    expect(must(await site.find(own)).enrolment).toMatchObject({
      state: 'ended',
      reason: 'has-mitid',
    })
  })

  it('gains or loses a try of the password: what strangers have used up stays used up', async () => {
    const someone = await owner()
    const tries = async () => {
      const rows = await house.sql.query<{ key: string; count: number }>(
        "select encode(key, 'hex') as key, count from mitid.password_try",
      )
      return new Map(rows.map(({ key, count }) => [key, count]))
    }
    const { own } = await house.begin(client, { userId: someone.person.userId })
    expect(await code.prove(own, 'et gæt')).toBeUndefined()
    const before = await tries()
    await openByContact(someone)
    expect(await tries()).toEqual(before)
    await recordFor(await openByLetter(someone))
    const after = await tries()
    for (const [key, count] of before) expect(after.get(key)).toBeGreaterThanOrEqual(count)
    expect([...after.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(
      [...before.values()].reduce((sum, count) => sum + count, 0),
    )
  })
})

it('what was proved is read in no table in clear', async () => {
  const someone = await owner()
  await openByContact(someone)
  const rows = await house.sql.query('select * from mitid.enrolment')
  const shown = JSON.stringify(rows, (_, value: unknown) =>
    Buffer.isBuffer(value) ? value.toString('latin1') : value,
  )
  for (const secret of ['+4520304050', someone.person.id, someone.device.serial])
    expect(shown).not.toContain(secret)
})
