/** Invariants 7, 8 and 12 of protocols §7, as far as passwords and codes of devices touch them. */
import { client as opaque, ready } from '@serenity-kit/opaque'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { base64url } from '@open-mitid/kernel'
import type { Trip } from '@open-mitid/postgres'
import type { PasswordServer } from '@open-mitid/identity/authenticator'
import type { Client } from '@open-mitid/identity/service'
import type { Person } from '@open-mitid/identity/person'
import { openCodeHouse, type CodeHouse, type Device } from './code-house.ts'
import { must, openHouse, type House } from './house.ts'
import { random } from './random.ts'

let house: House
let code: CodeHouse
let client: Client
let person: Person
let device: Device
const trips: Trip[] = []
const asked: string[] = []

/** What the server is asked of OPAQUE, by name. */
const watch = (server: PasswordServer): PasswordServer => ({
  register: (identifier, request) => {
    asked.push('register')
    return server.register(identifier, request)
  },
  begin: (identifier, record, ke1) => {
    asked.push(`begin ${identifier.split('/')[0] ?? ''} ${String(record.length)}`)
    return server.begin(identifier, record, ke1)
  },
  finish: (state, ke3) => {
    asked.push('finish')
    return server.finish(state, ke3)
  },
  accepts: (record) => server.accepts(record),
})

beforeAll(async () => {
  await ready
  house = await openHouse({ onTrip: (trip) => void trips.push(trip) })
  code = await openCodeHouse(house, { watch })
  client = await house.newService('bank-kode')
  person = await house.newPerson('asta.kode')
  ;({ device } = await code.giveDevice(person))
}, 60_000)
afterAll(() => house.close())

/** A stranger's guess: the message of a browser that does not know the password. */
function guess(): string {
  return opaque.startLogin({ password: base64url(random(9)) }).startLoginRequest
}

const begin = (userId: string) => house.begin(client, { userId })

/** Everything about the person, whatever table it stands in. */
async function rowsOf({ id }: Person): Promise<string> {
  const tables = ['person', 'chain', 'code_device', 'password', 'known_browser', 'contact']
  const found = []
  for (const table of tables) {
    const column = { person: 'id', chain: 'subject' }[table] ?? 'person_id'
    const rows = await house.sql.query(`select * from mitid.${table} where ${column} = $1`, [id])
    found.push([table, rows])
  }
  return JSON.stringify(found)
}

describe('a sign-in by password and code', () => {
  it('completes once with a right password and a right code, and says whose word it is', async () => {
    const { own } = await begin('asta.kode')
    const proved = await code.prove(own)
    if (!proved?.ok) throw new Error(JSON.stringify(proved))
    const shown = await code.codeOf(device)
    const both = await Promise.all([
      code.approve(own, proved, shown),
      code.approve(own, proved, shown),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(must(await house.box.find(own)).state).toBe('completed')
    const completed = must(await house.box.complete(own))
    const [, payload = ''] = completed.statement.split('.')
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      evidence: 'operator',
      decision: 'approve',
    })
    await house.advance(31)
  })

  it('takes a code once: replayed, older, or for another sign-in it is wrong', async () => {
    const first = await begin('asta.kode')
    const proved = await code.prove(first.own)
    if (!proved?.ok) throw new Error(JSON.stringify(proved))
    const used = await code.codeOf(device)
    must(await code.approve(first.own, proved, used))
    const second = await begin('asta.kode')
    await house.advance(70)
    const again = await code.prove(second.own)
    if (!again?.ok) throw new Error(JSON.stringify(again))
    expect(await code.approve(second.own, again, used)).toMatchObject({
      refusal: { kind: 'code-wrong', left: 2 },
    })
    // What one password session proved is nothing under another's key.
    const fresh = await code.codeOf(device)
    expect(await code.approve(second.own, { ...again, key: proved.key }, fresh)).toMatchObject({
      refusal: { kind: 'code-wrong', left: 1 },
    })
    must(await code.approve(second.own, again, fresh))
    await house.advance(31)
  })

  it('looks at no code before a good password, and not after another user ID is typed', async () => {
    const { own } = await begin('asta.kode')
    const shown = await code.codeOf(device)
    const [active] = (await code.own.devices.findHolder({ id: person.id }))?.devices ?? []
    if (!active) throw new Error('no device')
    const entry = { ...own, device: active.id, proof: random(32), remember: false }
    expect(await code.password.approve(entry)).toMatchObject({
      refusal: { kind: 'sign-in-moved-on' },
    })
    const proved = await code.prove(own)
    if (!proved?.ok) throw new Error(JSON.stringify(proved))
    must(await house.box.name({ ...own, userId: 'en.anden' }))
    expect(await code.approve(own, proved, shown)).toMatchObject({
      refusal: { kind: 'sign-in-moved-on' },
    })
  })
})

describe('wrong codes', () => {
  it('are counted on the device: 3, wait 5 minutes, 3, wait an hour, 3, suspended and told', async () => {
    const unlucky = await house.newPerson('uheldig.kode')
    await code.giveDevice(unlucky)
    const outcomes: unknown[] = []
    const wrongThrice = async () => {
      const { own } = await begin('uheldig.kode')
      const proved = await code.prove(own)
      if (!proved?.ok) throw new Error(JSON.stringify(proved))
      for (let left = 3; left > 0; left -= 1) {
        const answer = await code.approve(own, proved, 'wrong!')
        if (!answer.ok) outcomes.push(answer.refusal.kind)
      }
      const blocked = await code.approve(own, proved, 'wrong!')
      if (!blocked.ok) outcomes.push(blocked.refusal.kind)
    }
    await wrongThrice()
    await house.advance(5 * 60)
    await wrongThrice()
    await house.advance(60 * 60)
    await wrongThrice()
    expect(outcomes).toEqual([
      ...['code-wrong', 'code-wrong', 'code-wrong', 'code-wait'],
      ...['code-wrong', 'code-wrong', 'code-wrong', 'code-wait'],
      ...['code-wrong', 'code-wrong', 'device-suspended', 'device-suspended'],
    ])
    const { own } = await begin('uheldig.kode')
    expect(await code.prove(own)).toMatchObject({ refusal: { kind: 'device-suspended' } })
    const [told] = await house.sql.query(
      `select type from mitid.event where subject = $1 and type = 'device-suspended' and outbox`,
      [unlucky.id],
    )
    expect(told).toBeDefined()
  }, 60_000)
})

describe('invariants 7 and 8: a user ID that somebody has and one that nobody has', () => {
  beforeEach(() => {
    trips.length = 0
    asked.length = 0
  })

  /** Each comes from a network where nobody has waited before. */
  let strangers = 0

  /** All that a stranger does with a user ID, and all that comes of it. */
  async function hostile(userId: string) {
    const { own } = await begin(userId)
    trips.length = 0
    asked.length = 0
    strangers += 1
    const network = `stranger-${String(strangers).padStart(4, '0')}`
    const begun = must(await code.password.begin({ ...own, network, ke1: guess() }))
    const proved = await code.password.prove({ ...own, ke3: base64url(random(64)) })
    const replayed = await code.password.prove({ ...own, ke3: base64url(random(64)) })
    const malformed = await code.password.begin({ ...own, network: 'other', ke1: 'AAAA' })
    const soon = waitsTwo(await code.password.begin({ ...own, network, ke1: guess() }))
    return {
      trips: trips.map(({ name }) => name),
      asked: [...asked],
      bytes: begun.ke2.length,
      answers: [proved, replayed, malformed, soon],
    }
  }

  /** What is left of two seconds depends on when it was asked, and on nothing else. */
  function waitsTwo(answer: Awaited<ReturnType<typeof code.password.begin>>) {
    if (answer.ok || answer.refusal.kind !== 'password-wait') return answer
    const { seconds } = answer.refusal
    expect([1, 2]).toContain(seconds)
    return { kind: answer.refusal.kind, of: 2 }
  }

  it('take the same statements, OPAQUE calls, bytes and answers, in the same order', async () => {
    const known = await hostile('asta.kode')
    expect(await hostile('ingen.kode')).toEqual(known)
    const appOnly = await house.newPerson('kun.app')
    expect(await hostile(appOnly.userId)).toEqual(known)
    expect(known.asked).toEqual(['begin password 256', 'finish', expect.stringContaining('begin')])
  })

  it('change no row of any person, however often a password is guessed', async () => {
    const before = await rowsOf(person)
    for (let left = 5; left > 0; left -= 1) await hostile('asta.kode')
    expect(await rowsOf(person)).toBe(before)
  })

  it('the same blinded password is evaluated alike each time, for a known and an unknown one', async () => {
    const elementOf = (ke2: string) => ke2.slice(0, 40)
    for (const userId of ['asta.kode', 'ingen.kode']) {
      const ke1 = guess()
      const { own } = await begin(userId)
      const one = must(await code.password.begin({ ...own, network: 'a', ke1 }))
      const other = must(await code.password.begin({ ...own, network: 'b', ke1 }))
      expect(elementOf(one.ke2)).toBe(elementOf(other.ke2))
      expect(one.ke2).not.toBe(other.ke2)
    }
  })
})

describe('invariant 12: the password and the code', () => {
  it('stand in no table, also while a sign-in goes on', async () => {
    const { own } = await begin('asta.kode')
    must(await code.password.begin({ ...own, network: 'leak', ke1: guess() }))
    const dump = JSON.stringify(await house.sql.query('select * from mitid.password_login'))
    const records = JSON.stringify(await house.sql.query('select * from mitid.password'))
    for (const text of [dump, records]) expect(text).not.toContain('blå cykel')
  })
})
