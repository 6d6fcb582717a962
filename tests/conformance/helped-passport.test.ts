/** A helper's phone that lies, and whoever steals, swaps or repeats what passes between two phones. */
import { base64url, fromBase64url, type Bytes } from '@open-mitid/kernel'
import {
  askForHelp,
  networkChip,
  passportCall,
  readForAnother,
  takeHelp,
  type Helping,
} from '@open-mitid/phone/passport'
import { openQueries, type Queries } from '@open-mitid/postgres/testing'
import { parseAppLink, sealPhoto } from '@open-mitid/protocol'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../journeys/browser.ts'
import { openPassportHouse, random, type PassportHouse } from './passport-house.ts'

let house: PassportHouse
let rows: Queries
let browser: Browser
/** Where faces are drawn. */
let easel: Page
beforeAll(async () => {
  ;[house, browser] = await Promise.all([openPassportHouse(), openBrowser()])
  easel = await browser.newPage({ viewport: { width: 480, height: 600 } })
  rows = openQueries(house.databaseUrl)
})
afterAll(async () => {
  await browser.close()
  await rows.close()
  await house.close()
})

const portraits = resolve(import.meta.dirname, '../../surroundings/passport/public/portrait')
const portrait = (name: string): Bytes => Uint8Array.from(readFileSync(join(portraits, name)))

/** The citizen's phone, and what its QR code says. */
function asking() {
  const citizen = askForHelp(house.line, 'first')
  const show = async () => {
    const offered = await citizen.offer()
    if (!offered.ok) throw new Error('a code can always be shown')
    const link = parseAppLink(offered.value.link, house.app)
    if (!link.ok || link.value.kind !== 'help') throw new Error('no link for a helper')
    return link.value
  }
  const read = async () => {
    const standing = await citizen.standing()
    if (!standing.ok || typeof standing.value === 'string') throw new Error('nothing was read')
    return standing.value
  }
  return { citizen, show, read }
}

async function taken(offer: { readonly code: string; readonly key: string }): Promise<Helping> {
  const helping = await takeHelp(house.line, offer)
  if (!helping.ok) throw new Error('the code is new')
  return helping.value
}

/** The helper's phone reads; what it sends to be judged goes through `change`. */
async function readBy(
  helping: Helping,
  passport: string,
  change: (sent: Record<string, unknown>) => unknown = (sent) => sent,
) {
  const lying: typeof fetch = async (url, init) => {
    const body = init?.body
    if (typeof url !== 'string' || !url.endsWith('/help/inspect') || typeof body !== 'string')
      return fetch(url, init)
    const changed = await change(JSON.parse(body) as Record<string, unknown>)
    return fetch(url, { ...init, body: JSON.stringify(changed) })
  }
  const fields = [await house.fieldsOf(passport)]
  const reader = networkChip({ origin: house.drawer.origin, fetch, passport })
  return readForAnother({ ...house.line, fetch: lying }, helping, { fields, reader }).goOn()
}

type Photo = Awaited<ReturnType<ReturnType<typeof asking>['read']>>['photo']

/** Whose passport that is stands before the citizen's phone, and does what is asked. */
async function face(proof: string, photo: Photo, of: string) {
  const asked = await passportCall(house.line, '/api/passport/gestures', { proof, set: 'usual' })
  if (!asked.ok) return asked
  const pictures: string[] = []
  for (const pose of asked.value.gestures) {
    await easel.goto(`${house.drawer.origin}/passport/${of}/face.svg?pose=${pose}`)
    const taken = await easel.screenshot({ type: 'jpeg', quality: 80 })
    pictures.push(base64url(Uint8Array.from(taken)))
  }
  return passportCall(house.line, '/api/passport/face', { proof, ...photo, pictures })
}

describe('a helper’s phone', { timeout: 60_000 }, () => {
  it('that seals another photo than the chip’s proves nobody: the server holds it against what was signed', async () => {
    const { show, read } = asking()
    const offer = await show()
    const own = portrait('m3.jpg')
    const sealed = await sealPhoto(own, fromBase64url(offer.key) ?? own, random(12))
    const sent = await readBy(await taken(offer), 'alma', (body) => ({
      ...body,
      photo: base64url(sealed),
    }))
    expect(sent).toMatchObject({ ok: true })
    const { proof, photo } = await read()
    expect(await face(proof, photo, 'ove')).toMatchObject({ refusal: { kind: 'other-photo' } })
  })

  it('that seals it under a key of its own, or the state’s file changed in one bit, proves nobody', async () => {
    for (const spoil of ['key', 'bit'] as const) {
      const { show, read } = asking()
      const offer = await show()
      const sent = await readBy(await taken(offer), 'alma', async (body) => {
        const files = body['files'] as { dg2: string }
        const dg2 = fromBase64url(files.dg2) ?? new Uint8Array()
        if (spoil === 'bit') dg2[dg2.length - 1] = (dg2.at(-1) ?? 0) ^ 1
        const key = spoil === 'key' ? random(32) : fromBase64url(offer.key)
        const photo = await sealPhoto(dg2, key ?? random(32), random(12))
        return { ...body, photo: base64url(photo) }
      })
      expect(sent).toMatchObject({ ok: true })
      const { proof, photo } = await read()
      expect(await face(proof, photo, 'alma')).toMatchObject({ refusal: { kind: 'other-photo' } })
    }
  })

  it('that lays its own passport there asks for its own face: the citizen’s does not fit it', async () => {
    const { show, read } = asking()
    expect(await readBy(await taken(await show()), 'lukasz')).toMatchObject({
      refusal: { reason: 'country-unknown' },
    })
    const again = asking()
    expect(await readBy(await taken(await again.show()), 'gudrun')).toMatchObject({ ok: true })
    const { proof, photo } = await again.read()
    const other = await face(proof, photo, 'signe')
    expect(other).toMatchObject({ ok: false, refusal: { kind: 'face', reason: 'unlike' } })
    // And the proof of whoever asked first is not this one's.
    await expect(read()).rejects.toThrow()
  })

  it('has no way to what comes after: its right opens neither face, standing nor enrolment', async () => {
    const { show } = asking()
    const { reader } = await taken(await show())
    await passportCall(house.line, '/api/passport/help/standing', { proof: reader })
    for (const path of ['/api/passport/gestures', '/api/passport/enrol', '/api/passport/standing'])
      expect(
        await passportCall(house.line, path as '/api/passport/enrol', {
          proof: reader,
          ...(path.endsWith('gestures') && { set: 'usual' }),
        }),
      ).toMatchObject({ ok: false, refusal: { kind: 'proof-unknown' } })
  })
})

describe('what passes between two phones', { timeout: 60_000 }, () => {
  it('a code that was seen over a shoulder is worth nothing once it was taken, or once another is shown', async () => {
    const { show } = asking()
    const offer = await show()
    const first = await taken(offer)
    expect(await takeHelp(house.line, offer)).toMatchObject({ refusal: { kind: 'help-unknown' } })
    await show()
    expect(await takeHelp(house.line, offer)).toMatchObject({ refusal: { kind: 'help-unknown' } })
    expect(await readBy(first, 'alma')).toMatchObject({ refusal: { kind: 'proof-unknown' } })
  })

  it('of two helpers who read, the one whose code still holds is the one who counts', async () => {
    const { show, read } = asking()
    const thief = await taken(await show())
    const friend = await taken(await show())
    expect(await readBy(friend, 'bertil')).toMatchObject({ ok: true })
    expect(await readBy(thief, 'maximilian')).toMatchObject({ refusal: { kind: 'proof-unknown' } })
    expect(await readBy(friend, 'maximilian')).toMatchObject({ ok: false })
    expect(await read()).toMatchObject({ level: 'Substantial' })
  })

  it('what one helper sent is no answer to another’s question, and is not judged twice', async () => {
    const [one, other] = [asking(), asking()]
    const [mine, theirs] = [await taken(await one.show()), await taken(await other.show())]
    let sent: Record<string, unknown> = {}
    expect(await readBy(mine, 'alma', (body) => (sent = body))).toMatchObject({ ok: true })
    const replayed = (reader: string) =>
      passportCall(house.line, '/api/passport/help/inspect', { ...sent, reader } as never)
    expect(await replayed(mine.reader)).toMatchObject({ ok: false })
    // The chip's signature and its answer were for the first one's challenge and key.
    expect(await replayed(theirs.reader)).toMatchObject({ refusal: { reason: 'copied' } })
  })

  it('a QR code that was swapped for a stranger’s leaves the citizen’s phone waiting, and binds nothing to it', async () => {
    const [citizen, stranger] = [asking(), asking()]
    await citizen.show()
    const swapped = await taken(await stranger.show())
    expect(await readBy(swapped, 'gudrun')).toMatchObject({ ok: true })
    expect(await citizen.citizen.standing()).toEqual({ ok: true, value: 'waiting' })
    // The stranger has the reading, and not the face.
    const { proof, photo } = await stranger.read()
    expect(await face(proof, photo, 'signe')).toMatchObject({ refusal: { reason: 'unlike' } })
  })

  it('a stolen fragment opens no photo: the key is in it, and what it opens is given to nobody', async () => {
    const { show, citizen } = asking()
    const offer = await show()
    await readBy(await taken(offer), 'gudrun')
    const standing = await citizen.standing()
    expect(JSON.stringify(standing)).not.toContain('dg2')
    for (const secret of [offer.code, offer.key])
      expect(await rows.snapshot(['helped_reading', 'passport_proof'])).not.toContain(secret)
  })
})
