/** Protocols §4, "Throttling without lock-out", and §7, invariants 7 to 9: the owner's own way on. */
import process from 'node:process'
import { client as opaque, ready } from '@serenity-kit/opaque'
import { readChain, type Trip } from '@open-mitid/postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base64url, type Bytes } from '@open-mitid/kernel'
import { changeContact, EmailAddress, type Person } from '@open-mitid/identity/person'
import type { Client } from '@open-mitid/identity/service'
import type { OwnSignIn } from '@open-mitid/identity/sign-in'
import { openCodeHouse, type CodeHouse, type Device } from './code-house.ts'
import { goodPin, must, openHouse, type House } from './house.ts'
import { random } from './random.ts'

let house: House
let code: CodeHouse
let bank: Client
let people = 0
const trips: Trip[] = []
beforeAll(async () => {
  await ready
  house = await openHouse({ onTrip: (trip) => void trips.push(trip) })
  code = await openCodeHouse(house)
  bank = await house.newService('bank')
})
afterAll(() => house.close())

type Owner = {
  readonly person: Person
  readonly device: Device
  /** Makes a browser known to them. */
  readonly pass: string
  readonly userId: string
}
async function newOwner(): Promise<Owner> {
  people += 1
  const person = await house.newPerson(`ejer.${String(people)}`)
  return { person, ...(await code.giveDevice(person)), userId: person.userId }
}
const begin = (userId: string, browser?: Bytes) =>
  house.begin(bank, browser ? { userId, browser } : { userId })
const guess = () => opaque.startLogin({ password: base64url(random(9)) }).startLoginRequest
const typesOf = async ({ person }: Owner) =>
  (await readChain(house.db, house.vault, person.id)).map(({ type }) => type)
const name = 'Firefox'
/** `HOSTILE_TRIES=100000` runs them all: every try past the first thousand is a fake one. */
const tries = Number(process.env['HOSTILE_TRIES'] ?? 2000)

/** A stranger's tries from ever new networks: each is really evaluated, counted and answered. */
async function hostile(userId: string, tries: number): Promise<void> {
  for (let n = 0; n < tries; n += 1) {
    const { own } = await begin(userId)
    const network = `hostile-${userId}-${String(n)}`
    must(await code.password.begin({ ...own, network, ke1: guess() }))
  }
}

/** Asks on the page, and gives what came to the owner's own channel. */
async function ask(own: OwnSignIn) {
  must(await code.owner.ask(own))
  return code.sendOwnerLinks()
}

describe('invariant 9: after so many hostile tries that strangers have none left that day,', () => {
  let owner: Owner
  const known = random(32)
  beforeAll(async () => {
    owner = await newOwner()
    must(await code.password.know({ token: owner.pass, browser: known, name }))
    await hostile(owner.userId, tries)
  }, tries * 150)

  it('the right password is of no use to anybody on a browser that is new', async () => {
    const { own } = await begin(owner.userId)
    expect(await code.prove(own, undefined, 'elsewhere')).toBeUndefined()
  })
  it.each(['code', 'link'] as const)(
    'the owner signs in on a new browser by the %s that came to them, and it is not known by that',
    async (way) => {
      const { own } = await begin(owner.userId)
      const [message] = await ask(own)
      if (!message) throw new Error('no message')
      const { browser } = own
      if (way === 'code')
        must(await code.owner.useCode({ ...own, code: message.code.toLowerCase(), name }))
      else must(await code.owner.useLink({ token: message.token, browser, name }))
      const proved = await code.prove(own)
      if (!proved?.ok) throw new Error(JSON.stringify(proved))
      expect(proved.knownBrowser).toBe(false)
      must(await code.approve(own, proved, await code.codeOf(owner.device)))
      await house.advance(31)
      const known = await house.sql.query('select * from mitid.known_browser where browser = $1', [
        Buffer.from(browser),
      ])
      expect(known).toEqual([])
    },
  )
  it('on a known browser they sign in as ever', async () => {
    const { own } = await begin(owner.userId, known)
    const proved = await code.prove(own)
    if (!proved?.ok) throw new Error(JSON.stringify(proved))
    expect(proved.knownBrowser).toBe(true)
    must(await code.approve(own, proved, await code.codeOf(owner.device)))
    await house.advance(31)
  })
  it('with the app they sign in as ever, on any browser', async () => {
    const app = await house.activate(owner.person)
    const { own } = await begin(owner.userId)
    const asked = must(await app.phone.claim(app.id, await house.qrOf(own)))
    must(await app.phone.approve(app.id, asked, goodPin, false))
    must(await house.box.complete(own))
  })
  it('and strangers count anew the next day', async () => {
    await house.advance(24 * 60 * 60)
    const { own } = await begin(owner.userId)
    expect(await code.prove(own, undefined, 'elsewhere')).toMatchObject({ ok: true })
  })
})

describe('invariants 7 and 8: asking for a link', () => {
  const tables = ['person', 'contact', 'chain', 'event', 'known_browser', 'code_device', 'password']

  it('takes the same statements and leaves the same, whether or not anybody has the user ID', async () => {
    const owner = await newOwner()
    const asking = async (userId: string) => {
      const { own } = await begin(userId)
      trips.length = 0
      const answers = [
        await code.owner.ask(own),
        await code.owner.ask(own),
        await code.owner.useCode({ ...own, code: 'K7QM-4XPD', name }),
        await code.owner.useLink({ token: base64url(random(32)), browser: own.browser, name }),
      ]
      const statements = trips.map(({ name: of }) => of)
      const [row] = await house.sql.query<{ sealed: Buffer; unused: number }>(
        `select sealed, unused from mitid.owner_link where user_id_hash =
          (select user_id_hash from mitid.sign_in where id = $1)`,
        [own.id],
      )
      return { answers, statements, bytes: row?.sealed.length, unused: row?.unused }
    }
    const before = await house.sql.snapshot(tables)
    const known = await asking(owner.userId)
    expect(await asking('ingen.ejer')).toEqual(known)
    const appOnly = await house.newPerson('kun.app.ejer')
    expect(await asking(appOnly.userId)).toEqual(known)
    expect(known.answers.map(({ ok }) => ok)).toEqual([true, true, false, false])
    expect(await house.sql.snapshot(tables)).not.toBe(before) // the person who was added
    expect(await typesOf(owner)).not.toContain('owner-link-sent')
    const told = await code.sendOwnerLinks()
    expect(told.map(({ to }) => to)).toEqual(['+4520304050'])
    expect(await typesOf(owner)).toContain('owner-link-sent')
  })

  it('again and again fills nobody’s mailbox, and never leaves the owner without one that works', async () => {
    const owner = await newOwner()
    let messages = 0
    let newest: { code: string } | undefined
    for (let minute = 0; minute < 24 * 60; minute += 4) {
      const stranger = await begin(owner.userId)
      must(await code.owner.ask(stranger.own))
      for (const message of await code.sendOwnerLinks()) {
        messages += 1
        newest = message
      }
      await house.advance(4 * 60)
    }
    expect(messages).toBeLessThanOrEqual(16)
    const { own } = await begin(owner.userId)
    const [sent] = await ask(own)
    must(await code.owner.useCode({ ...own, code: (sent ?? newest)?.code ?? '', name }))
  }, 120_000)

  it('what was read by no carrier on the first channel goes to the second', async () => {
    const owner = await newOwner()
    const email = EmailAddress.parse('ejer@post.example')
    if (email === undefined) throw new Error('no address')
    must(
      await changeContact({ persons: house.persons, random })({
        userId: owner.person.userId,
        contact: { channel: 'email', to: email },
      }),
    )
    const { own } = await begin(owner.userId)
    const young = await ask(own)
    expect(young.map(({ channel }) => channel)).toEqual(['sms'])
    await house.advance(5 * 24 * 60 * 60)
    const later = await begin(owner.userId)
    expect((await ask(later.own)).map(({ channel }) => channel)).toEqual(['email'])
    await house.advance(60 * 60)
    const third = await begin(owner.userId)
    must(await code.owner.ask(third.own))
    expect((await code.sendOwnerLinks('email')).map(({ channel }) => channel)).toEqual(['sms'])
  })
})

describe('whoever has the link or its code, and nothing else,', () => {
  it('is let on once: link and code end together, also where two tabs use them at one time', async () => {
    const owner = await newOwner()
    const { own } = await begin(owner.userId)
    const [message] = await ask(own)
    const { token = '', code: typed = '' } = message ?? {}
    const both = await Promise.all([
      code.owner.useLink({ token, browser: own.browser, name }),
      code.owner.useCode({ ...own, code: typed, name }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await code.owner.useCode({ ...own, code: typed, name })).toMatchObject({
      refusal: { kind: 'link-unknown' },
    })
    expect((await typesOf(owner)).filter((type) => type === 'owner-link-used')).toHaveLength(1)
  })

  it('opens it in vain on a browser that has not asked, and spends nothing by that', async () => {
    const owner = await newOwner()
    const { own } = await begin(owner.userId)
    const [message] = await ask(own)
    const { token = '', code: typed = '' } = message ?? {}
    for (const browser of [random(32), undefined])
      expect(await code.owner.useLink({ token, browser, name })).toMatchObject({
        refusal: { kind: 'asked-elsewhere' },
      })
    const other = await begin('en.helt.anden')
    must(await code.owner.ask(other.own))
    expect(await code.owner.useCode({ ...other.own, code: typed, name })).toMatchObject({
      refusal: { kind: 'link-unknown' },
    })
    must(await code.owner.useCode({ ...own, code: typed, name }))
  })

  it('as a phisher gains ten guesses of a password, and no sign-in', async () => {
    const owner = await newOwner()
    const phisher = await begin(owner.userId)
    const [message] = await ask(phisher.own)
    must(await code.owner.useCode({ ...phisher.own, code: message?.code ?? '', name }))
    for (let n = 0; n < 10; n += 1) {
      const { own } = await begin(owner.userId, phisher.own.browser)
      must(await code.password.begin({ ...own, network: 'phisher', ke1: guess() }))
      await house.advance(61)
    }
    const { own } = await begin(owner.userId, phisher.own.browser)
    // The right one, as the eleventh, is answered by a fake.
    expect(await code.prove(own, undefined, 'phisher')).toBeUndefined()
    expect(must(await house.box.find(own)).state).toBe('open')
  })

  it('has a quarter of an hour with it', async () => {
    const owner = await newOwner()
    const { own } = await begin(owner.userId)
    const [message] = await ask(own)
    await house.advance(15 * 60)
    const later = await begin(owner.userId, own.browser)
    const late = { ...later.own, code: message?.code ?? '', name }
    expect(await code.owner.useCode(late)).toMatchObject({ refusal: { kind: 'link-unknown' } })
  })

  it('finds no secret of it in the tables once it is sent, and none in clear before', async () => {
    const owner = await newOwner()
    const { own } = await begin(owner.userId)
    must(await code.owner.ask(own))
    const before = JSON.stringify(await house.sql.query('select * from mitid.owner_link'))
    const [message] = await code.sendOwnerLinks()
    const rows = await house.sql.query<{ sealed: unknown }>('select sealed from mitid.owner_link')
    expect(rows.every(({ sealed }) => sealed === null)).toBe(true)
    const { token = '', code: typed = '' } = message ?? {}
    for (const secret of [token, typed, typed.replace('-', '')]) {
      expect(secret).not.toBe('')
      expect(before).not.toContain(secret)
    }
  })
})
