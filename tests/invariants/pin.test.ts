/** Protocols §1 and §7: what a PIN may be tried against, how often, and where it never lies. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { base64url, utf8 } from '@open-mitid/kernel'
import { provePin, type Profiles } from '@open-mitid/identity/authenticator'
import { PublicJwk, readBinding, type OfferId } from '@open-mitid/protocol'
import { createECDH } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderStore } from '../../apps/phone/command/folder-store.ts'
import { openMemory } from '../../apps/phone/src/core/memory.ts'
import { beginProof, beginRegistration } from '../../apps/phone/src/core/pin-proof.ts'
import { approvalKey } from '../../apps/phone/src/core/profiles.ts'
import { newOpaqueSetup, openOpaqueServers } from '../../apps/server/src/outbound/opaque/index.ts'
import { goodPin, must, openHouse, random, type App, type House } from './house.ts'
import { answering, liar } from './liar.ts'

let house: House
let people = 0
/** What the PIN server was asked to evaluate. */
const begun: string[] = []
beforeAll(async () => {
  house = await openHouse({
    watch: (server) => ({
      ...server,
      begin(...asked) {
        begun.push(asked[0])
        return server.begin(...asked)
      },
    }),
  })
})
afterAll(() => house.close())

const wrongPin = '258147'
const newApp = async () => {
  people += 1
  return house.activate(await house.newPerson(`person.${String(people)}`))
}
const memoryOf = async ({ folder, id }: Pick<App, 'folder' | 'id'>) => {
  const stored = await folderStore(folder).read(id)
  if (!stored) throw new Error('the app has forgotten its profile')
  return openMemory(stored)
}
const rowOf = async ({ folder, id }: App) => {
  const memory = await memoryOf({ folder, id })
  const profile = 'profile' in memory ? memory.profile : ''
  const rows = await house.sql.query<{ pin_tries: number; state: string }>(
    'select pin_tries, state from mitid.profile where id = $1',
    [profile],
  )
  const [row] = rows
  if (!row) throw new Error('the server has forgotten the profile')
  return row
}
/** Every value of every table: text as it is, bytes in hexadecimal. */
const everything = async () => house.sql.snapshot(await house.sql.tables())

/** SEC 1 §3.2.1: of the scalar; 32 random bytes are one, but for one in 2^32. */
const publicPoint = (hex: string) => {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(hex, 'hex')
  return pair.getPublicKey()
}

describe('protocols §7', () => {
  it('Invariant 1: what an app keeps depends on its PIN only through the server', async () => {
    const app = await newApp()
    const memory = await memoryOf(app)
    if (memory.stage !== 'active') throw new Error('the app is not active')
    // All that an opened dump holds: names, nonces, chain heads, `s`, the signed binding, and keys
    // that are published.
    expect(Object.keys(memory).sort()).toEqual(
      ['stage', 'nickname', 'rn', 'profile', 'slot', 'binding', 'seen', 'checked', 'keys'].sort(),
    )
    expect(Object.keys(memory.slot).sort()).toEqual(['epoch', 's'])
    const binding = must(readBinding(memory.binding)).content
    // Of those only `ak` was made with the PIN. Whoever guesses plays the server too, since the
    // real one counts: the right PIN then makes a key as wrong as every other PIN does.
    const { epoch, s } = memory.slot
    const { pinServer: guessing } = await openOpaqueServers(await newOpaqueSetup())
    for (const pin of [goodPin, wrongPin, '039174']) {
      const registration = await beginRegistration(s, pin)
      const identifier = `${memory.profile}/${String(epoch)}`
      const answer = guessing.register(identifier, registration.request) ?? ''
      const { record } = registration.finish(answer)
      const proof = await beginProof(memory.slot, pin)
      const { ke2 = '' } = guessing.begin(identifier, record, proof.ke1) ?? {}
      const { exportKey } = proof.finish(ke2) ?? {}
      if (!exportKey) throw new Error('a PIN that was just registered is right')
      expect(approvalKey(exportKey, memory.slot).jwk).not.toEqual(binding.ak_jwk)
    }
  })

  it('Invariant 2: no key of the server, and nothing in a table, is a key of a phone', async () => {
    const app = await newApp()
    const memory = await memoryOf(app)
    if (memory.stage !== 'active') throw new Error('the app is not active')
    const { dk_jwk: dk, ak_jwk: ak } = must(readBinding(memory.binding)).content
    const dump = await everything()
    expect(dump).not.toContain(memory.slot.s)
    const candidates = new Set(dump.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu) ?? [])
    expect(candidates.size).toBeGreaterThan(20)
    for (const secret of house.secrets)
      for (let at = 0; at + 32 <= secret.length; at += 1)
        candidates.add(Buffer.from(secret.subarray(at, at + 32)).toString('hex'))
    candidates.delete('0'.repeat(64)) // what comes before the first event
    for (const hex of candidates) {
      const { x } = PublicJwk.of(publicPoint(hex))
      expect([dk.x, ak.x]).not.toContain(x)
    }
  })

  it('Invariant 2: an app that somebody else has bound comes to light in the history', async () => {
    const app = await newApp()
    const before = must(await app.phone.state(app.id))
    const other = await house.activate(app.person)
    const after = must(await app.phone.state(app.id))
    expect(after.n).toBeGreaterThan(before.n)
    const { events } = must(await app.phone.history(app.id, goodPin))
    const news = events.filter(({ n }) => n > before.n).map(({ type }) => type)
    expect(news).toContain('app-activated')
    expect(other.id).not.toBe(app.id)
    await house.sql.query('update mitid.chain set n = $2 where subject = $1', [
      app.person.id,
      before.n,
    ])
    must(await app.phone.state(app.id))
    expect(await app.phone.profiles()).toMatchObject([{ forked: true }])
  })

  it('Invariant 3: under any schedule of tries, lost answers and waits, each is counted', async () => {
    // Mostly wrong ones, so that every wait is met, and tried in.
    const weights = {
      wrong: 6,
      right: 1,
      'lost try': 3,
      'lost proof': 1,
      '5 minutes': 2,
      '60 minutes': 2,
    } as const
    const names = Object.keys(weights) as (keyof typeof weights)[]
    const act = fc.oneof(
      ...names.map((name) => ({ weight: weights[name], arbitrary: fc.constant(name) })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 16 }), async (acts) => {
        const app = await newApp()
        let clock = 0
        let pending: string | undefined
        let due = { count: 0, waitUntil: 0 }
        const mayTry = () => due.count < 9 && clock >= due.waitUntil
        const begin = () => {
          const count = due.count + 1
          due = { count, waitUntil: clock + (count === 3 ? 300 : count === 6 ? 3600 : 0) }
        }
        for (const name of acts) {
          if (name === '5 minutes' || name === '60 minutes') {
            const span = name === '5 minutes' ? 301 : 3601
            clock += span
            await house.advance(span)
            continue
          }
          const allowed = mayTry()
          const lost = { 'lost try': '/api/pin/prove', 'lost proof': '/api/history' }[
            name as string
          ]
          const phone = house.phoneOn(
            app.folder,
            lost === undefined ? undefined : house.losing(lost),
          )
          const pin = name === 'wrong' ? wrongPin : goodPin
          const answer = await phone.history(app.id, pin).catch(() => 'lost' as const)
          // The call that was cut off is sent again first, and cut off again: nothing new.
          if (lost !== undefined && lost === pending) continue
          pending = answer === 'lost' ? lost : undefined
          if (!allowed) {
            const blocked = due.count >= 9
            if (answer !== 'lost')
              expect(answer).toMatchObject({
                refusal: { kind: blocked ? 'pin-blocked' : 'pin-wait' },
              })
            if (blocked) {
              expect((await rowOf(app)).state).toBe('suspended')
              return
            }
            continue
          }
          begin()
          if (name === 'right' || name === 'lost proof') due = { count: 0, waitUntil: 0 }
          expect((await rowOf(app)).pin_tries).toBe(due.count)
        }
      }),
      { numRuns: 10 },
    )
  })

  it('Invariant 3: after nine wrong tries there is no tenth, and nothing left to try it on', async () => {
    const app = await newApp()
    for (const wait of [301, 3601, 0]) {
      for (let tries = 0; tries < 3; tries += 1) await app.phone.history(app.id, wrongPin)
      await house.advance(wait)
    }
    begun.length = 0
    expect(await app.phone.history(app.id, goodPin)).toMatchObject({
      refusal: { kind: 'pin-blocked' },
    })
    expect(begun).toEqual([])
    const rows = await house.sql.query(
      'select state, pin_record, pin_login from mitid.profile where person_id = $1',
      [app.person.id],
    )
    expect(rows).toEqual([{ state: 'suspended', pin_record: null, pin_login: null }])
  })

  it('Invariant 3: no answer to a try leaves before its count is committed', async () => {
    const app = await newApp()
    const sent: number[] = []
    const counting: typeof fetch = async (url, init) => {
      const answer = await house.send(url, init)
      if (house.wire.at(-1)?.path === '/api/pin/prove') sent.push((await rowOf(app)).pin_tries)
      return answer
    }
    const phone = house.phoneOn(app.folder, counting)
    for (let tries = 1; tries <= 3; tries += 1) await phone.history(app.id, wrongPin)
    expect(sent).toEqual([1, 2, 3])
    await house.sql.query(
      "alter table mitid.event add constraint broken check (type <> 'pin-tried') not valid",
    )
    await house.advance(301)
    house.wire.length = 0
    await expect(phone.history(app.id, wrongPin)).rejects.toThrow()
    expect(house.wire.at(-1)).toMatchObject({ status: 500 })
    expect(house.wire.at(-1)?.body).not.toContain('ke2')
    await house.sql.query('alter table mitid.event drop constraint broken')
  })

  it('Invariant 3: however many write at the same time, a try is evaluated once', async () => {
    const app = await newApp()
    const { ports } = house
    let others = 3
    const busy: Profiles = {
      async visit(id) {
        const found = await ports.profiles.visit(id)
        if (!found || others === 0) return found
        others -= 1
        must(await house.issueCode({ person: { id: app.person.id }, channel: 'page' }))
        return found
      },
    }
    const { guess } = liar(app, answering(provePin({ ...ports, profiles: busy })))
    begun.length = 0
    expect((await guess(goodPin)).ke3).toBeDefined()
    expect(others).toBe(0)
    expect(begun).toHaveLength(1)
    expect((await rowOf(app)).pin_tries).toBe(1)
  })

  it('Invariant 3: an app that lies about its try forgets none, and gets one guess of each', async () => {
    const app = await newApp()
    const { call, guess } = liar(app, house.send)
    const { ke3 } = await guess(wrongPin)
    expect(ke3).toBeUndefined()
    const lie = base64url(random(64))
    expect(await call('/api/history', { ke3: lie })).toMatchObject({
      refusal: { kind: 'pin-wrong', tries_left: 2 },
    })
    expect((await rowOf(app)).pin_tries).toBe(1)
    expect(await call('/api/history', { ke3: lie })).toMatchObject({
      refusal: { kind: 'pin-needed' },
    })
  })

  it('Invariant 3: a right PIN is given for one purpose and one offer, and for a minute', async () => {
    const app = await newApp()
    const { call, guess } = liar(app, house.send)
    const offer = 'sgn_00000000000000000000000000' as OfferId
    const [first, second] = [
      { offer_id: offer },
      { offer_id: offer.replace(/0$/u, '1') as OfferId },
    ]
    const needed = { refusal: { kind: 'pin-needed' } }
    const forHistory = (await guess(goodPin)).ke3 ?? ''
    const approval = 'x'
    expect(await call('/api/profile/remove', { ke3: forHistory })).toMatchObject(needed)
    expect(await call('/api/approve', { ...first, ke3: forHistory, approval })).toMatchObject(
      needed,
    )
    const forOffer = (await guess(goodPin, { purpose: 'approve', ...first })).ke3 ?? ''
    expect(await call('/api/approve', { ...second, ke3: forOffer, approval })).toMatchObject(needed)
    expect(await call('/api/history', { ke3: forOffer })).toMatchObject(needed)
    expect((await rowOf(app)).pin_tries).toBe(2)
    const late = (await guess(goodPin)).ke3 ?? ''
    await house.advance(60)
    expect(await call('/api/history', { ke3: late })).toMatchObject(needed)
    expect((await rowOf(app)).pin_tries).toBe(3)
  })

  it('Invariant 3: a right PIN is good once, for the one thing it was given for', async () => {
    const app = await newApp()
    const { profile } = (await memoryOf(app)) as { profile: string }
    must(await app.phone.history(app.id, goodPin))
    const rows = await house.sql.query<{ pin_login: unknown }>(
      'select pin_login from mitid.profile where id = $1',
      [profile],
    )
    expect(rows).toEqual([{ pin_login: null }])
  })

  it('Invariant 3: copies that try at the same time get one answer, and end each other', async () => {
    const app = await newApp()
    const folders = await Promise.all([1, 2, 3, 4].map(() => house.copyOf(app.folder)))
    house.wire.length = 0
    await Promise.all(
      folders.map((folder) =>
        house
          .phoneOn(folder)
          .history(app.id, wrongPin)
          .catch(() => 'lost'),
      ),
    )
    const answered = house.wire.filter(
      ({ path, status }) => path === '/api/pin/prove' && status === 200,
    )
    expect(answered.length).toBeLessThanOrEqual(1)
    expect((await rowOf(app)).state).toBe('suspended')
  })

  it('Invariant 13: copies that call at the same time get one answer, also where nothing is told', async () => {
    const app = await newApp()
    const folders = await Promise.all([1, 2, 3].map(() => house.copyOf(app.folder)))
    const copies = folders.map((folder) => house.phoneOn(folder).state(app.id))
    const answered = (await Promise.all(copies)).filter(({ ok }) => ok)
    expect(answered.length).toBeLessThanOrEqual(1)
    expect((await rowOf(app)).state).toBe('suspended')
  })

  it('Invariant 3: every registration is evaluated under an epoch of its own', async () => {
    const app = await newApp()
    const memory = await memoryOf(app)
    if (memory.stage !== 'active') throw new Error('the app is not active')
    await house
      .phoneOn(app.folder, house.losing('/api/pin/register'))
      .changePin(app.id, goodPin, '582046')
      .catch(() => 'lost')
    must(await app.phone.changePin(app.id, goodPin, '582046'))
    const after = await memoryOf(app)
    expect(after).toMatchObject({ slot: { epoch: memory.slot.epoch + 2 } })
    must(await app.phone.history(app.id, '582046'))
    expect(await app.phone.history(app.id, goodPin)).toMatchObject({ ok: false })
  })

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

  it('Invariant 13: the first call of the second of two copies suspends both', async () => {
    const app = await newApp()
    const copy = await house.copyOf(app.folder)
    const thief = house.phoneOn(copy)
    must(await app.phone.state(app.id))
    expect(await thief.state(app.id)).toMatchObject({ refusal: { kind: 'copied' } })
    expect(await app.phone.state(app.id)).toMatchObject({ refusal: { kind: 'copied' } })
    const rows = await house.sql.query<{ type: string; outbox: boolean }>(
      'select type, outbox from mitid.event where subject = $1 order by n desc limit 1',
      [app.person.id],
    )
    expect(rows).toEqual([{ type: 'app-suspended', outbox: true }])
  })

  it('Invariant 14: a profile is given nothing of another, and its phone shows nothing before the PIN', async () => {
    const bank = await house.newService('invariant14')
    const [one, other] = [await newApp(), await newApp()]
    const { own } = await house.begin(bank, { userId: one.person.userId })
    const asked = must(await one.phone.claim(one.id, await house.qrOf(own)))
    must(await one.phone.approve(one.id, asked, goodPin, false))
    must(await house.box.complete(own))
    expect(await other.phone.receipt(other.id, own.id)).toMatchObject({
      refusal: { kind: 'not-found' },
    })
    expect(await other.phone.refuse(other.id, asked, 'cancel')).toMatchObject({
      refusal: { kind: 'sign-in-moved-on' },
    })
    expect(await other.phone.approve(other.id, asked, goodPin, false)).toMatchObject({
      refusal: { kind: 'sign-in-moved-on' },
    })
    expect(must(await other.phone.history(other.id, goodPin)).entries).toEqual([])
    expect(must(await one.phone.history(one.id, goodPin)).entries).toMatchObject([
      { offer_id: own.id, decision: 'approve', service: 'Banken invariant14' },
    ])
    for (const name of await readdir(one.folder)) {
      const text = await readFile(join(one.folder, name), 'utf8')
      for (const clear of ['Asta', 'Banken', '9978', one.person.id, own.id])
        expect(text).not.toContain(clear)
    }
  })

  it('Invariant 14: nor of another app of the same person', async () => {
    const bank = await house.newService('invariant14b')
    const one = await newApp()
    const other = await house.activate(one.person)
    const begin = async () => (await house.begin(bank, { userId: one.person.userId })).own
    const [done, waiting] = [await begin(), await begin()]
    const asked = must(await one.phone.claim(one.id, await house.qrOf(done)))
    must(await one.phone.approve(one.id, asked, goodPin, false))
    must(await house.box.complete(done))
    const unanswered = must(await one.phone.claim(one.id, await house.qrOf(waiting)))
    expect(must(await one.phone.state(one.id)).waiting).toHaveLength(1)
    expect(must(await other.phone.state(other.id)).waiting).toEqual([])
    expect(await other.phone.receipt(other.id, done.id)).toMatchObject({
      refusal: { kind: 'not-found' },
    })
    const movedOn = { refusal: { kind: 'sign-in-moved-on' } }
    expect(await other.phone.refuse(other.id, unanswered, 'cancel')).toMatchObject(movedOn)
    expect(await other.phone.approve(other.id, unanswered, goodPin, false)).toMatchObject(movedOn)
    expect(must(await other.phone.history(other.id, goodPin)).entries).toEqual([])
  })

  it('Invariant 14: the history opens for five minutes after the PIN, and evidence with it', async () => {
    const bank = await house.newService('history')
    const app = await newApp()
    const { own } = await house.begin(bank, { userId: app.person.userId })
    const asked = must(await app.phone.claim(app.id, await house.qrOf(own)))
    must(await app.phone.approve(app.id, asked, goodPin, false))
    must(await house.box.complete(own))
    await house.advance(15 * 60 + 1)
    expect(await app.phone.receipt(app.id, own.id)).toMatchObject({
      refusal: { kind: 'pin-needed' },
    })
    must(await app.phone.history(app.id, goodPin))
    expect(must(await app.phone.receipt(app.id, own.id)).pack).toBeDefined()
    await house.advance(301)
    expect(await app.phone.receipt(app.id, own.id)).toMatchObject({
      refusal: { kind: 'pin-needed' },
    })
  })
})

describe('protocols §3: the life of a profile', () => {
  const paths = [
    '/api/activation/open',
    '/api/activation/second',
    '/api/pin/register',
    '/api/activation/finish',
  ]
  it.each(paths)('an activation whose answer to %s is lost goes on where it was', async (path) => {
    people += 1
    const person = await house.newPerson(`person.${String(people)}`)
    const { code } = must(await house.issueCode({ person: { id: person.id }, channel: 'page' }))
    const folder = await house.newFolder()
    const cut = house.phoneOn(folder, house.losing(path))
    const opened = await cut.open(code, '').catch(() => 'lost' as const)
    const phone = house.phoneOn(folder)
    const [profile] = await phone.profiles()
    const id = opened !== 'lost' && opened.ok ? opened.value.id : (profile?.id ?? '')
    if (opened === 'lost') await phone.catchUp(id)
    const second = await house.secondCode()
    await cut.confirmSecond(id, second).catch(() => 'lost')
    if (path === '/api/activation/second') must(await phone.confirmSecond(id, second))
    await cut.finish(id, goodPin).catch(() => 'lost')
    if (path !== '/api/activation/open' && path !== '/api/activation/second')
      must(await phone.finish(id, goodPin))
    must(await phone.history(id, goodPin))
  })

  it('a first code that is wrong, used, ended or another phone’s gets one answer', async () => {
    people += 1
    const person = await house.newPerson(`person.${String(people)}`)
    const issue = () => house.issueCode({ person: { id: person.id }, channel: 'page' })
    const first = must(await issue()).code
    const one = house.phoneOn(await house.newFolder())
    must(await one.open(first, ''))
    house.wire.length = 0
    const other = house.phoneOn(await house.newFolder())
    for (const code of [first, 'ABCD-EFGH-JKMN'])
      expect(await other.open(code, '')).toMatchObject({ refusal: { kind: 'activation-unknown' } })
    must(await issue())
    expect(await other.open(first, '')).toMatchObject({ refusal: { kind: 'activation-unknown' } })
    const third = must(await issue()).code
    await house.advance(30 * 60)
    expect(await other.open(third, '')).toMatchObject({ refusal: { kind: 'activation-unknown' } })
    expect(new Set(house.wire.map(({ status, body }) => `${String(status)} ${body}`)).size).toBe(1)
  })

  it('the second code is sent again to the app that asked, and three wrong ones end both', async () => {
    people += 1
    const person = await house.newPerson(`person.${String(people)}`)
    const { code } = must(await house.issueCode({ person: { id: person.id }, channel: 'page' }))
    const phone = house.phoneOn(await house.newFolder())
    const { id } = must(await phone.open(code, ''))
    const old = await house.secondCode()
    must(await phone.sendAgain(id))
    const fresh = await house.secondCode()
    if (old !== fresh)
      expect(await phone.confirmSecond(id, old)).toMatchObject({
        refusal: { kind: 'second-code-wrong', tries_left: 2 },
      })
    must(await phone.sendAgain(id))
    expect(await phone.sendAgain(id)).toMatchObject({ refusal: { kind: 'activation-unknown' } })
    const last = await house.secondCode()
    const wrong = last === '000000' ? '000001' : '000000'
    await phone.confirmSecond(id, wrong)
    await phone.confirmSecond(id, wrong)
    expect(await phone.confirmSecond(id, last)).toMatchObject({
      refusal: { kind: 'activation-ended' },
    })
  })

  it('a PIN change whose answer is lost leaves one PIN in force, which the app finds', async () => {
    const app = await newApp()
    const cut = house.phoneOn(app.folder, house.losing('/api/pin/change'))
    await cut.changePin(app.id, goodPin, '582046').catch(() => 'lost')
    must(await app.phone.history(app.id, '582046'))
    expect(must(await app.phone.state(app.id)).tries_left).toBe(3)
  })

  it('a profile that is removed is gone at once, also where the answer is lost', async () => {
    const app = await newApp()
    const cut = house.phoneOn(app.folder, house.losing('/api/profile/remove'))
    await cut.removeProfile(app.id, goodPin).catch(() => 'lost')
    must(await app.phone.removeProfile(app.id, goodPin))
    const rows = await house.sql.query<{ state: string }>(
      'select state from mitid.profile where person_id = $1',
      [app.person.id],
    )
    expect(rows).toEqual([{ state: 'revoked' }])
  })

  it('there are three active apps at the most', async () => {
    const app = await newApp()
    await house.activate(app.person)
    await house.activate(app.person)
    expect(await house.issueCode({ person: { id: app.person.id }, channel: 'page' })).toEqual({
      ok: false,
      refusal: { kind: 'too-many-apps' },
    })
  })
})
