/** Protocols §4: a new password or user ID, changed once by whoever has just approved it, and told. */
import { readChain } from '@open-mitid/postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bytes } from '@open-mitid/kernel'
import type { Person } from '@open-mitid/identity/person'
import type { Client } from '@open-mitid/identity/service'
import type { OwnChange, OwnSignIn } from '@open-mitid/identity/sign-in'
import { openCodeHouse, type CodeHouse, type Device } from './code-house.ts'
import { goodPin, must, openHouse, type App, type House } from './house.ts'
import { random } from './random.ts'

let house: House
let code: CodeHouse
let bank: Client
let people = 0
beforeAll(async () => {
  house = await openHouse()
  code = await openCodeHouse(house)
  bank = await house.newService('bank')
})
afterAll(() => house.close())

const old = 'blå cykel 47'
const fresh = 'grøn måne 58'
const name = 'Firefox'

type Owner = {
  readonly person: Person
  readonly device: Device
  readonly userId: string
  readonly known: Bytes
}
/** With a code device, and a browser that knows them. */
async function newOwner(): Promise<Owner> {
  people += 1
  const person = await house.newPerson(`skifter.${String(people)}`)
  const { device, pass } = await code.giveDevice(person)
  const known = random(32)
  must(await code.password.know({ token: pass, browser: known, name }))
  return { person, device, userId: person.userId, known }
}

async function proveAt(own: OwnSignIn, password: string) {
  const proved = await code.prove(own, password)
  if (!proved?.ok) throw new Error(JSON.stringify(proved))
  return proved
}
const begin = (userId: string, browser: Bytes) => house.begin(bank, { userId, browser })
/** Whether somebody logs on with it on their own computer. */
async function isPassword(owner: Owner, password: string, userId = owner.userId) {
  const { own } = await begin(userId, owner.known)
  const proved = await code.prove(own, password)
  await house.advance(61)
  return proved?.ok === true
}

/** The change approved with password and code. */
async function approveByCode(owner: Owner, what: OwnChange, browser = owner.known) {
  const own = await code.beginChange(what, owner.userId, browser)
  must(await code.approve(own, await proveAt(own, old), await code.codeOf(owner.device)))
  await house.advance(31)
  return own
}
/** The change approved in an app, on the same device or on a computer that was never seen. */
async function approveInApp(app: App, what: OwnChange, flow: 'same' | 'qr', browser = random(32)) {
  const own = await code.beginChange(what, app.person.userId, browser)
  const { qid, token } = must(await house.box.start(own))
  const secret = flow === 'qr' ? await house.qrOf(own) : ({ kind: 'start', qid, token } as const)
  const asked = must(await app.phone.claim(app.id, secret))
  expect(asked.offer.content).toMatchObject({ kind: 'manage', service: { name: 'MitID' } })
  const { returnToken: back = '' } = must(await app.phone.approve(app.id, asked, goodPin, false))
  if (flow === 'same') must(await house.box.acceptReturn({ token: back, browser }))
  must(await house.box.complete(own))
  return own
}

const eventsOf = async ({ person }: Pick<Owner, 'person'>) =>
  readChain(house.db, house.vault, person.id)
const told = async (owner: Owner) =>
  (
    await house.sql.query<{ type: string }>(
      `select type from mitid.event where subject = $1 and outbox order by n`,
      [owner.person.id],
    )
  ).map(({ type }) => type)

describe('a new password', () => {
  it('takes the place of the old one at once, with its event, and is told (invariants 11 and 15)', async () => {
    const owner = await newOwner()
    const own = await approveByCode(owner, 'password')
    must(await code.choose(own, fresh))
    expect(await isPassword(owner, old)).toBe(false)
    expect(await isPassword(owner, fresh)).toBe(true)
    const set = (await eventsOf(owner)).filter(({ type }) => type === 'password-set')
    expect(set.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { reason: 'activation' },
      { reason: 'change' },
    ])
    expect(await told(owner)).toContain('password-set')
  })

  it('is chosen once for an approval, also where two tabs choose at one time', async () => {
    const owner = await newOwner()
    const own = await approveByCode(owner, 'password')
    const both = await Promise.all([code.choose(own, fresh), code.choose(own, 'gul bus 69')])
    expect(both.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
    await house.advance(61)
    const third = await code.choose(own, 'lilla fisk 70')
    if (both.some(({ ok }) => ok)) expect(third).toMatchObject({ refusal: { kind: 'change-done' } })
    else must(third)
    expect((await eventsOf(owner)).filter(({ type }) => type === 'password-set')).toHaveLength(2)
  })

  it('ends what was proved, or is being proved, with the old one', async () => {
    const owner = await newOwner()
    const proving = await begin(owner.userId, owner.known)
    const proved = await proveAt(proving.own, old)
    const own = await approveByCode(owner, 'password')
    const half = await begin(owner.userId, owner.known)
    const halfway = await code.beginProof(half.own, old)
    await house.advance(3)
    must(await code.choose(own, fresh))
    expect(await code.approve(proving.own, proved, await code.codeOf(owner.device))).toMatchObject({
      refusal: { kind: 'sign-in-moved-on' },
    })
    expect(await halfway()).toMatchObject({ refusal: { kind: 'password-wrong' } })
  })

  it('comes of a sign-in that asked for it: a log-on at a bank, or another change, gives none', async () => {
    const owner = await newOwner()
    const { own: atBank } = await begin(owner.userId, owner.known)
    must(await code.approve(atBank, await proveAt(atBank, old), await code.codeOf(owner.device)))
    await house.advance(31)
    expect(await code.choose(atBank, fresh)).toMatchObject({ refusal: { kind: 'change-ended' } })
    const open = await code.beginChange('password', owner.userId, owner.known)
    expect(await code.choose(open, fresh)).toMatchObject({ refusal: { kind: 'change-ended' } })
    const own = await approveByCode(owner, 'user-id')
    expect(await code.choose(own, fresh)).toMatchObject({ refusal: { kind: 'user-id-missing' } })
    const stranger = { id: own.id, browser: random(32) }
    expect(await code.choose(stranger, fresh)).toMatchObject({ refusal: { kind: 'change-ended' } })
    expect(await isPassword(owner, old)).toBe(true)
  })

  it('is chosen within a quarter of an hour', async () => {
    const owner = await newOwner()
    const own = await approveByCode(owner, 'password')
    await house.advance(15 * 60)
    expect(await code.choose(own, fresh)).toMatchObject({ refusal: { kind: 'change-ended' } })
  })

  it('is not even asked for on a browser that nobody knows, unless a link let it on', async () => {
    const owner = await newOwner()
    const own = await code.beginChange('password', owner.userId)
    expect(await code.prove(own, old)).toMatchObject({ refusal: { kind: 'browser-unseen' } })
    must(await code.owner.ask(own))
    const [message] = await code.sendOwnerLinks()
    must(await code.owner.useCode({ ...own, code: message?.code ?? '', name }))
    await house.advance(31)
    must(await code.approve(own, await proveAt(own, old), await code.codeOf(owner.device)))
    must(await code.choose(own, fresh))
    expect(await isPassword(owner, fresh)).toBe(true)
  })

  it('is chosen after an approval in the app by whoever has forgotten it', async () => {
    const owner = await newOwner()
    const app = await house.activate(owner.person)
    const own = await approveInApp(app, 'password', 'same')
    must(await code.choose(own, fresh))
    expect(await isPassword(owner, fresh)).toBe(true)
    const last = (await eventsOf(owner)).filter(({ type }) => type === 'password-set').at(-1)
    expect(JSON.parse(last?.body ?? '')).toEqual({ reason: 'forgotten' })
  })

  it('is not chosen where the app approved what an unseen browser shows: it may be a phisher’s', async () => {
    const owner = await newOwner()
    const app = await house.activate(owner.person)
    const own = await approveInApp(app, 'password', 'qr')
    expect(await code.change.find(own)).toMatchObject({ refusal: { kind: 'browser-unseen' } })
    expect(await code.choose(own, fresh)).toMatchObject({ refusal: { kind: 'browser-unseen' } })
    expect(await isPassword(owner, old)).toBe(true)
  })

  it('is nothing for somebody who has no code device', async () => {
    people += 1
    const app = await house.activate(await house.newPerson(`skifter.${String(people)}`))
    const own = await approveInApp(app, 'password', 'same')
    expect(await code.change.find(own)).toMatchObject({ refusal: { kind: 'no-password' } })
  })
})

describe('a new user ID', () => {
  it('takes the password with it: both change in one statement, and the old one is nobody’s again', async () => {
    const owner = await newOwner()
    const own = await approveByCode(owner, 'user-id')
    const view = must(await code.change.find(own))
    expect(view).toMatchObject({ userId: owner.userId, hasPassword: true })
    expect(view.suggestions).toHaveLength(3)
    const wanted = `nyt.${owner.userId}`
    must(await code.choose(own, old, wanted.toUpperCase()))
    expect(await isPassword(owner, old, wanted)).toBe(true)
    expect(await isPassword(owner, old)).toBe(false)
    const types = (await eventsOf(owner)).map(({ type }) => type)
    expect(types.slice(-2)).not.toContain('device-activated')
    expect(types).toContain('user-id-changed')
    expect(await told(owner)).toEqual(expect.arrayContaining(['user-id-changed', 'password-set']))
    const other = await newOwner()
    const next = await approveByCode(other, 'user-id')
    expect(await code.choose(next, old, owner.userId)).toMatchObject({
      refusal: { kind: 'user-id-taken' },
    })
  })

  it('is not theirs without the password that goes with it', async () => {
    const owner = await newOwner()
    const own = await approveByCode(owner, 'user-id')
    const without = await code.change.change({ ...own, record: undefined, userId: 'uden.kode' })
    expect(without).toMatchObject({ refusal: { kind: 'password-needed' } })
    expect(await isPassword(owner, old)).toBe(true)
  })

  it('is chosen by somebody with the app alone, without any password', async () => {
    people += 1
    const app = await house.activate(await house.newPerson(`skifter.${String(people)}`))
    const own = await approveInApp(app, 'user-id', 'same')
    const wanted = `app.${app.person.userId}`
    must(await code.change.change({ ...own, record: undefined, userId: wanted }))
    const { own: again } = await house.begin(bank, { userId: wanted })
    must(await app.phone.claim(app.id, await house.qrOf(again)))
  })

  it('goes to one of two who want it in the same moment, and the other keeps theirs', async () => {
    const [one, other] = [await newOwner(), await newOwner()]
    const mine = await approveByCode(one, 'user-id')
    const theirs = await approveByCode(other, 'user-id')
    const wanted = `samme.${one.userId}`
    const both = await Promise.all([
      code.choose(mine, old, wanted),
      code.choose(theirs, old, wanted),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const lost = both[0].ok ? other : one
    expect(await isPassword(lost, old)).toBe(true)
  })

  it('is asked about thirty times and no more, and each answer is told to nobody but its asker', async () => {
    const owner = await newOwner()
    const taken = await newOwner()
    const own = await approveByCode(owner, 'user-id')
    const ask = (typed: string) => code.change.check({ ...own, typed })
    expect(await ask(taken.userId)).toMatchObject({ refusal: { kind: 'user-id-taken' } })
    expect(await ask('x')).toMatchObject({ refusal: { kind: 'user-id-length' } })
    expect(await ask(owner.userId)).toMatchObject({ refusal: { kind: 'user-id-same' } })
    for (let n = 0; n < 29; n += 1) must(await ask(`ledig.${String(n)}.navn`))
    expect(await ask('ledig.igen.navn')).toMatchObject({ refusal: { kind: 'asked-out' } })
  })
})
