import { Digest } from '@open-mitid/protocol'
import { beforeEach, describe, expect, test } from 'vitest'
import { memoryStore, type MemoryStore } from '../testing/memory-store.ts'
import { activated, phoneOn, pin, valueOf } from '../testing/phone-on.ts'
import { app, codes, random, standIn, type StandIn } from '../testing/stand-in.ts'
import { openPhone, serverClock, Unreachable, type Phone } from './index.ts'

const typed = { kind: 'code', code: codes.typed } as const
const nextPin = '830214'

let server: StandIn
let store: MemoryStore
let phone: Phone
beforeEach(async () => {
  server = await standIn()
  store = memoryStore()
  phone = phoneOn(server, store)
})

async function stageOf(id: string) {
  return (await phone.profiles()).find((profile) => profile.id === id)?.stage
}

describe('Protocols §3: an activation', () => {
  test('Two codes and a PIN make a profile with which its person approves', async () => {
    const id = await activated(phone)
    const asked = valueOf(await phone.claim(id, typed))
    expect(asked.shown.lines[0]?.value).toBe('DKK 2,300')
    expect(await phone.approve(id, asked, pin, false)).toMatchObject({ ok: true })
  })

  test('A code that is not known leaves nothing behind', async () => {
    const opened = await phone.open('9999 9999 9999', 'Anna')
    expect(opened).toMatchObject({ ok: false, refusal: { kind: 'activation-unknown' } })
    expect(await phone.profiles()).toEqual([])
  })

  test('A weak PIN is refused before the server hears of it', async () => {
    const { id } = valueOf(await phone.open(codes.first, 'Anna'))
    valueOf(await phone.confirmSecond(id, codes.second))
    const sent = server.line.sent
    const finished = await phone.finish(id, '123456')
    expect(finished).toMatchObject({ ok: false, refusal: { kind: 'digits-in-a-row' } })
    expect(server.line.sent).toBe(sent)
  })

  test('The app that opened it can have the second code sent again', async () => {
    const { id } = valueOf(await phone.open(codes.first, 'Anna'))
    expect(await phone.sendAgain(id)).toMatchObject({ ok: true, value: { channel: 'sms' } })
    expect(await stageOf(id)).toBe('second-code')
  })

  test('Without a name it is called as the server suggests', async () => {
    const { id } = valueOf(await phone.open(codes.first, ''))
    valueOf(await phone.confirmSecond(id, codes.second))
    valueOf(await phone.finish(id, pin))
    expect((await phone.profiles())[0]?.nickname).toBe('Anna')
  })
})

describe('Protocols §2: a call is written down before it is sent, and sent again first', () => {
  test('An activation goes on wherever an answer was lost', async () => {
    const { id } = valueOf(await phone.open(codes.first, 'Anna'))
    await lost(() => phone.confirmSecond(id, codes.second))
    phone = phoneOn(server, store)
    expect(await phone.confirmSecond(id, codes.second)).toMatchObject({ ok: true })
    await lost(() => phone.finish(id, pin)) // the answer to the registration
    await lostAt('/api/activation/finish', () => phone.finish(id, pin))
    phone = phoneOn(server, store)
    expect(await phone.finish(id, pin)).toMatchObject({ ok: true })
    expect(await stageOf(id)).toBe('active')
    const asked = valueOf(await phone.claim(id, typed))
    expect(await phone.approve(id, asked, pin, false)).toMatchObject({ ok: true })
  })

  test('An activation whose first answer was lost is found by a restarted app', async () => {
    await lost(() => phone.open(codes.first, 'Anna'))
    phone = phoneOn(server, store)
    const [unfinished] = await phone.profiles()
    expect(unfinished?.stage).toBe('opening')
    await phone.catchUp(unfinished?.id ?? '')
    expect(await stageOf(unfinished?.id ?? '')).toBe('second-code')
    expect(server.profiles).toHaveLength(1)
  })

  test('An approval whose answer was lost is answered once more, and no PIN is tried again', async () => {
    server.next.content = { context: { flow: 'same', known_browser: true } }
    const id = await activated(phone)
    const asked = valueOf(await phone.claim(id, typed))
    await lostAt('/api/approve', () => phone.approve(id, asked, pin, false))
    const tried = server.line.evaluations
    phone = phoneOn(server, store)
    const approved = valueOf(await phone.approve(id, asked, pin, false))
    expect(approved.returnToken).toBeDefined()
    expect(server.line.evaluations).toBe(tried)
  })

  test('A refusal whose answer was lost is a refusal', async () => {
    const id = await activated(phone)
    const asked = valueOf(await phone.claim(id, typed))
    await lost(() => phone.refuse(id, asked, 'not_me'))
    expect(await phone.refuse(id, asked, 'not_me')).toMatchObject({ ok: true })
  })

  test('A removal whose answer was lost takes the profile off the phone', async () => {
    const id = await activated(phone)
    await lostAt('/api/profile/remove', () => phone.removeProfile(id, pin))
    expect(await phone.removeProfile(id, pin)).toMatchObject({ ok: true })
    expect(await phone.profiles()).toEqual([])
  })

  test('A PIN try whose answer was lost costs one try and no more', async () => {
    const id = await activated(phone)
    const asked = valueOf(await phone.claim(id, typed))
    await lost(() => phone.approve(id, asked, pin, false))
    expect(await phone.approve(id, asked, pin, false)).toMatchObject({ ok: true })
    expect(server.line.evaluations).toBe(2)
  })

  test('While the server does not know the profile, an unheard call stays to be sent', async () => {
    const id = await activated(phone)
    const asked = valueOf(await phone.claim(id, typed))
    await lostAt('/api/approve', () => phone.approve(id, asked, pin, false))
    const known = server.profiles.splice(0)
    expect(await phone.state(id)).toMatchObject({ ok: false, refusal: { kind: 'proof' } })
    server.profiles.push(...known)
    expect(await phone.approve(id, asked, pin, false)).toMatchObject({ ok: true })
  })
})

describe('Protocols §3: a new PIN', () => {
  test('After it the old one is wrong and the new one is right', async () => {
    const id = await activated(phone)
    valueOf(await phone.changePin(id, pin, nextPin))
    const asked = valueOf(await phone.claim(id, typed))
    const old = await phone.approve(id, asked, pin, false)
    expect(old).toMatchObject({ ok: false, refusal: { kind: 'pin-mistyped', triesLeft: 2 } })
    expect(await phone.approve(id, asked, nextPin, false)).toMatchObject({ ok: true })
  })

  test('Cut off before its answer, the right one of the two is in force', async () => {
    const id = await activated(phone)
    await lostAt('/api/pin/change', () => phone.changePin(id, pin, nextPin))
    phone = phoneOn(server, store)
    const asked = valueOf(await phone.claim(id, typed))
    expect(await phone.approve(id, asked, nextPin, false)).toMatchObject({ ok: true })
  })

  test('Begun with a wrong old PIN, it changes nothing', async () => {
    const id = await activated(phone)
    const changed = await phone.changePin(id, '555123', nextPin)
    expect(changed).toMatchObject({ ok: false, refusal: { kind: 'pin-mistyped' } })
    const asked = valueOf(await phone.claim(id, typed))
    expect(await phone.approve(id, asked, pin, false)).toMatchObject({ ok: true })
  })
})

test('Invariant 13: the first call of the second of two copies ends both', async () => {
  const id = await activated(phone)
  const copy = phoneOn(server, store.copy())
  valueOf(await phone.state(id))
  expect(await copy.state(id)).toMatchObject({ ok: false, refusal: { kind: 'copied' } })
  expect(await phone.state(id)).toMatchObject({ ok: false, refusal: { kind: 'copied' } })
  expect(await phone.profiles()).toMatchObject([{ stage: 'ended', why: 'copied' }])
})

describe('Protocols §5: the chain only grows', () => {
  test.each([
    ['shorter', () => (server.chain.n = 0)],
    ['another one of the same length', () => (server.chain.head = Digest.ofText('another'))],
  ])('A server that tells one that is %s is found out', async (_, lie) => {
    const id = await activated(phone)
    valueOf(await phone.state(id))
    expect(await phone.profiles()).toMatchObject([{ forked: false }])
    lie()
    valueOf(await phone.state(id))
    expect(await phone.profiles()).toMatchObject([{ forked: true }])
  })
})

test('What lasts is told by the clock of the server, also where that was moved', async () => {
  const clock = serverClock(() => Date.now() / 1000)
  phone = openPhone(store, { app, fetch: server.fetch, random, clock }, 'test')
  const id = await activated(phone)
  server.next.ahead = 100_000
  const asked = valueOf(await phone.claim(id, typed))
  expect(Math.abs(asked.expiresAt - clock.now() - 300)).toBeLessThan(5)
  valueOf(await phone.refuse(id, asked, 'cancel'))
  server.next.ahead = 100
  valueOf(await phone.state(id))
  expect(Math.abs(clock.now() - Date.now() / 1000 - 100)).toBeLessThan(5)
})

test('A record that cannot be read does not keep the other profiles from opening', async () => {
  const first = await activated(phone)
  const second = await activated(phone)
  const damaged = await store.read(first)
  if (!damaged) throw new Error('the profile is gone')
  const { iv } = damaged.memory
  await store.write({ ...damaged, memory: { iv, sealed: new Uint8Array(40) } })
  const stages = new Map((await phone.profiles()).map((held) => [held.id, held.stage]))
  expect(stages).toEqual(
    new Map([
      [first, 'ended'],
      [second, 'active'],
    ]),
  )
})

test('A server that is down, or a page in between that is none of ours, is not an answer', async () => {
  const id = await activated(phone)
  server.line.down = true
  await expect(phone.state(id)).rejects.toThrow(Unreachable)
  server.line.down = false
  expect(await phone.state(id)).toMatchObject({ ok: true })
})

/** The next answer is lost on its way. */
async function lost(work: () => Promise<unknown>): Promise<void> {
  server.line.lost = 1
  await expect(work()).rejects.toThrow(Unreachable)
}

/** The answer of that very call is lost, whatever comes before it. */
async function lostAt(path: string, work: () => Promise<unknown>): Promise<void> {
  server.line.lostAt = path
  await expect(work()).rejects.toThrow(Unreachable)
}
