import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Id, Instant } from '@open-mitid/kernel'
import { letterCodeTriesLeft, type IssuedLetterCode } from '../letter/index.ts'
import type { PersonId } from '../person/index.ts'
import {
  activate,
  counts,
  deviceKinds,
  enterCode,
  openKnown,
  openLetter,
  renewCode,
  reopen,
  revoke,
  send,
  suspend,
  type ActiveDevice,
  type CodeDevice,
  type DeviceId,
  type HeldDevice,
  type OrderedDevice,
  type SentDevice,
  type StockDevice,
} from './code-device.ts'

import { codeAt } from './otp.ts'
import { SerialNumber } from './serial-number.ts'

const now = 1_767_225_610 as Instant
const at = (seconds: number) => (now + seconds) as Instant
const seed = new Uint8Array(20).fill(7)
const mac = (fill: number) => new Uint8Array(32).fill(fill)
const ordered: OrderedDevice = {
  id: 'aut_one' as DeviceId,
  person: 'per_one' as PersonId,
  kind: 'code-display',
  spare: false,
  delivery: { to: 'home' },
  orderedAt: now,
  state: 'ordered',
}
const stock: StockDevice = {
  serial: '2700000017' as SerialNumber,
  kind: 'code-display',
  otp: { algorithm: 'TOTP', digest: 'SHA1', digits: 6, period: 30 },
  seed,
  counter: 0,
}
const issued: IssuedLetterCode = {
  letter: 'ltr_one' as Id<'ltr'>,
  device: ordered.id,
  state: 'issued',
  mac: mac(1),
  tries: 0,
  until: (now + 30 * 86_400) as Instant,
}
const sent = send(ordered, stock, issued, now)
const codeOf = (when: Instant) => codeAt(stock, Math.floor(when / 30))
const typed = (code: string) => (right: string) => right === code

function letterOf(device: CodeDevice, when = now) {
  const opened = openLetter(device, mac(1), when)
  if (!opened.ok || !('proof' in opened.value)) throw new Error('the letter does not open it')
  return opened.value.proof
}
function activated(device: SentDevice = sent): ActiveDevice {
  const done = activate(letterOf(device), typed(codeOf(now)), now)
  if (!done.ok || !('active' in done.value)) throw new Error('not activated')
  return done.value.active
}
function enter(device: CodeDevice, code: string, when: Instant) {
  if (device.state !== 'active') throw new Error(device.state)
  const entered = enterCode(device, typed(code), when)
  return entered.ok ? entered.value : entered.refusal
}

/** As often as anybody may, with the letter's code in hand. */
function mistypedNineTimes(from: HeldDevice): HeldDevice {
  let device = from
  let time = 60
  for (let wrong = 1; wrong <= 9; wrong += 1) {
    const proof = device.code?.letter === issued.letter ? mac(1) : mac(2)
    const opened = openLetter(device, proof, at(time))
    if (!opened.ok || !('proof' in opened.value)) throw new Error('the letter does not open it')
    const tried = activate(opened.value.proof, typed('no'), at(time))
    if (!tried.ok) throw new Error(tried.refusal.kind)
    if (!('wrong' in tried.value)) throw new Error('right')
    device = tried.value.wrong
    time += { 3: 300, 6: 3600 }[wrong] ?? 1
  }
  return device
}

describe('a code device', () => {
  it('its life is written as it is: the drawing names every state, in order', () => {
    const source = readFileSync(join(import.meta.dirname, 'code-device.ts'), 'utf8')
    const drawing = 'ordered -> sent -> active <-> suspended -> revoked'
    const states = [...source.matchAll(/readonly state: '(\w+)'/gu)].map(([, state]) => state)
    expect(source).toContain(drawing)
    expect(states).toEqual(drawing.split(/ <?-> /u))
  })

  it('is sent from stock with its seed, and activated by letter and first code', () => {
    expect(sent).toMatchObject({ state: 'sent', serial: stock.serial, seed })
    expect(activated()).toMatchObject({ state: 'active', activatedAt: now, tries: { count: 0 } })
    expect(activated().code).toEqual({
      letter: issued.letter,
      device: issued.device,
      state: 'used',
    })
  })

  it('a letter code tried wrongly three times is dead, and the right one opens nothing then', () => {
    let device: CodeDevice = sent
    for (const left of [2, 1, 0]) {
      const opened = openLetter(device, mac(9), now)
      if (!opened.ok || !('wrong' in opened.value)) throw new Error('not counted')
      device = opened.value.wrong
      expect(letterCodeTriesLeft(opened.value.wrong.code)).toBe(left)
    }
    expect(openLetter(device, mac(1), now)).toMatchObject({
      refusal: { kind: 'letter-code-ended' },
    })
    expect(counts(device, now)).toBe(false)
  })

  it('a living letter code opens a device that was sent, and no other device', () => {
    expect(openLetter(sent, mac(1), at(30 * 86_400 - 1)).ok).toBe(true)
    expect(openLetter(sent, mac(1), at(30 * 86_400)).ok).toBe(false)
    expect(counts(sent, at(30 * 86_400))).toBe(false)
    expect(counts({ ...sent, code: { ...issued, until: undefined } }, now)).toBe(true)
    for (const device of [ordered, activated(), suspend(activated(), 'lost'), revoke(sent)])
      expect(openLetter(device, mac(1), now).ok).toBe(false)
  })

  it('wrong first codes are counted, wait, and at last end the letter’s code', () => {
    const device = mistypedNineTimes(sent)
    expect(device).toMatchObject({ state: 'sent', code: { state: 'ended' } })
  })

  describe('a letter for a forgotten password', () => {
    const again: IssuedLetterCode = { ...issued, letter: 'ltr_two' as Id<'ltr'>, mac: mac(2) }
    const later = at(60)
    const open = (device: CodeDevice, when = later) => {
      const opened = openLetter(device, mac(2), when)
      if (!opened.ok || !('proof' in opened.value)) throw new Error('the letter does not open it')
      return opened.value.proof
    }
    const active = renewCode(activated(), again)
    const suspended = renewCode(suspend(activated(), 'lost'), again)

    it('opens what is in use or suspended, once, with a code of the device', () => {
      for (const device of [active, suspended]) {
        const done = activate(open(device), typed(codeOf(later)), later)
        if (!done.ok || !('active' in done.value)) throw new Error('not done')
        expect(done.value.active).toMatchObject({ state: 'active', activatedAt: now })
        expect(openLetter(done.value.active, mac(2), later).ok).toBe(false)
        expect(enter(done.value.active, codeOf(later), later)).toMatchObject({ right: false })
      }
    })

    it('the code of the letter before opens nothing', () => {
      expect(openLetter(active, mac(1), later)).toMatchObject({ ok: true, value: { wrong: {} } })
    })

    it('gives no try more to a device in use than its sign-ins do', () => {
      const device = activated()
      const tries = { count: 8, waitUntil: undefined }
      const renewed = renewCode({ ...device, tries }, again)
      expect(renewed.tries).toEqual(tries)
      const tried = activate(open(renewed), typed('no'), later)
      expect(tried).toMatchObject({
        value: {
          wrong: { state: 'suspended', reason: 'codes', code: { state: 'ended' } },
          left: 0,
        },
      })
    })

    it('wrong codes suspend a device in use, end the letter, and only a new letter lets go on', () => {
      for (const device of [active, suspended]) {
        const spent = mistypedNineTimes(device)
        expect(spent).toMatchObject({ state: 'suspended', code: { state: 'ended' } })
        const known = openKnown(spent)
        expect(known && activate(known, typed(codeOf(later)), at(9999))).toMatchObject({
          refusal: { kind: 'codes-ended' },
        })
        const when = at(9999)
        const done = activate(open(renewCode(spent, again), when), typed(codeOf(when)), when)
        expect(done).toMatchObject({ value: { active: { state: 'active' } } })
      }
    })

    it('who has proved anew who they are opens a device that came to them, and no other', () => {
      expect([ordered, revoke(sent)].map(openKnown)).toEqual([undefined, undefined])
      expect([sent, active, suspended].map(openKnown)).toEqual([sent, active, suspended])
    })

    it('a sign-in leaves the letter as it is, and a device that is reported lost ends it', () => {
      if (active.state !== 'active') throw new Error(active.state)
      const used = enter(active, codeOf(later), later)
      expect(used).toMatchObject({ to: { code: again } })
      expect(suspend(active, 'codes').code).toEqual(again)
      expect(reopen(suspend(active, 'codes')).code).toEqual(again)
      expect(suspend(active, 'lost').code?.state).toBe('ended')
    })
  })

  it('the code of the activation is used up: it opens no sign-in', () => {
    const device = activated()
    expect(enter(device, codeOf(now), now)).toMatchObject({ right: false })
    expect(enter(device, codeOf(at(30)), at(30))).toMatchObject({ right: true })
  })

  it('3 wrong codes, wait 5 minutes, 3, wait 60 minutes, 3, suspended', () => {
    let device: CodeDevice = activated()
    let time = 60
    const wrong = () => {
      const entered = enter(device, 'no', at(time))
      if ('to' in entered) device = entered.to
      return 'left' in entered ? entered.left : entered
    }
    expect([wrong(), wrong(), wrong()]).toEqual([2, 1, 0])
    expect(wrong()).toEqual({ kind: 'codes-wait', until: at(time + 300) })
    expect(enter(device, codeOf(at(time)), at(time))).toMatchObject({ kind: 'codes-wait' })
    time += 300
    expect([wrong(), wrong(), wrong()]).toEqual([2, 1, 0])
    time += 3600
    expect([wrong(), wrong()]).toEqual([2, 1])
    expect(device.state).toBe('active')
    wrong()
    expect(device).toMatchObject({ state: 'suspended', reason: 'codes' })
  })

  it('a right code forgets the wrong ones before it', () => {
    let device: CodeDevice = activated()
    for (const code of ['no', 'no', codeOf(at(60)), 'no', 'no']) {
      const entered = enter(device, code, at(60))
      if (!('to' in entered)) throw new Error(entered.kind)
      device = entered.to
    }
    expect(device).toMatchObject({ state: 'active', tries: { count: 2 } })
  })

  it('reopened, it remembers which codes were used; revoked, it remembers nothing', () => {
    const device = activated()
    const again = reopen(suspend(device, 'lost'))
    expect(enter(again, codeOf(now), now)).toMatchObject({ right: false })
    expect(revoke(again)).not.toHaveProperty('seed')
    expect(Object.values(revoke(again))).not.toContain(seed)
  })

  it('counts as one of the person’s two until it is revoked', () => {
    const states = [ordered, sent, activated(), suspend(activated(), 'codes'), revoke(sent)]
    expect(states.map((device) => counts(device, now))).toEqual([true, true, true, true, false])
    expect(deviceKinds).toHaveLength(2)
  })
})

describe('what is typed', () => {
  it.each([
    ['2700 0000 17', '2700000017'],
    ['ab-12 34', 'AB1234'],
    ['12345', undefined],
    ['æ123456', undefined],
    [undefined, undefined],
    ['1'.repeat(65), undefined],
  ])('the serial number %s', (text, serial) => {
    expect(SerialNumber.parse(text)).toBe(serial)
  })
  it('the serial number is shown in groups', () => {
    expect(SerialNumber.show(stock.serial)).toBe('2700 0000 17')
  })
})
