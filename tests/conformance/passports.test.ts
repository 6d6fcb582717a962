/** Every passport of the drawer, over the network: read by the phone, judged by the server. */
import {
  openChip,
  parseDg14,
  relayChipAuthentication,
  startChipAuthentication,
} from '@open-mitid/icao9303'
import { base64url } from '@open-mitid/kernel'
import { advanceClock, openDatabase, type Database } from '@open-mitid/postgres'
import type { PassportCalls } from '@open-mitid/protocol'
import { openQueries, type Queries } from '@open-mitid/postgres/testing'
import type { Line } from '@open-mitid/phone/core'
import { beginPassport, networkChip, type ProvePassportRefusal } from '@open-mitid/phone/passport'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passportTold } from '../../apps/phone/src/words/passport-told.ts'
import { openPassportHouse, random, type PassportHouse } from './passport-house.ts'

let house: PassportHouse
let app: string
let line: Line
let drawer: PassportHouse['drawer']
let mitid: PassportHouse['mitid']
let published: PassportHouse['published']
let printedOf: PassportHouse['fieldsOf']
let db: Database
let rows: Queries
beforeAll(async () => {
  house = await openPassportHouse()
  ;({ app, line, drawer, mitid, published, fieldsOf: printedOf } = house)
  db = openDatabase(house.databaseUrl, { max: 2 })
  rows = openQueries(house.databaseUrl)
})
afterAll(async () => {
  await rows.close()
  await db.close()
  await house.close()
})

async function begin(passport: string, lostAfter?: number) {
  const { documentNumber, birthDate, expiryDate } = await printedOf(passport)
  return beginPassport(line, {
    purpose: 'first',
    fields: [{ documentNumber, birthDate, expiryDate }],
    reader: networkChip({ origin: drawer.origin, fetch, passport, lostAfter }),
  })
}

describe('the drawer', () => {
  it.each<[string, 'Substantial' | 'Low' | ProvePassportRefusal]>([
    ['alma', 'Substantial'],
    ['bertil', 'Substantial'],
    ['gudrun', 'Substantial'],
    ['maximilian', 'Substantial'],
    ['ida', 'Substantial'],
    ['grethe', 'Low'],
    ['freja', { kind: 'passport', reason: 'too-young' }],
    ['svend', { kind: 'passport', reason: 'expired' }],
    ['signe', { kind: 'passport', reason: 'lost' }],
    ['mathilde', { kind: 'passport', reason: 'signer-revoked' }],
    ['lukasz', { kind: 'passport', reason: 'country-unknown' }],
    ['aviaja', { kind: 'passport', reason: 'changed' }],
    ['kurt', { kind: 'passport', reason: 'copied' }],
    ['emil', { kind: 'passport', reason: 'damaged' }],
  ])('%s: exactly one verdict, and a sentence in both languages', async (passport, verdict) => {
    const proved = await (await begin(passport)).goOn()
    if (typeof verdict === 'string') {
      expect(proved).toMatchObject({ ok: true, value: { level: verdict } })
      return
    }
    expect(proved).toMatchObject({ ok: false, refusal: verdict })
    if (proved.ok) return
    for (const language of ['da', 'en'] as const)
      expect(passportTold(proved.refusal, language)).toMatch(/^\p{Lu}.{20,}\.$/u)
  })
})

/** What a phone sends to be judged, as it is on the wire; a liar changes it. */
type Sent = PassportCalls['/api/passport/inspect']['request']

/** The calls of a phone whose last one goes through `change`, and its answer. */
async function lying(passport: string, change: (sent: Sent) => Sent | Promise<Sent>) {
  const { documentNumber, birthDate, expiryDate } = await printedOf(passport)
  const proof = beginPassport(
    {
      ...line,
      async fetch(url, init) {
        const body = init?.body
        if (typeof url !== 'string' || !url.endsWith('/inspect') || typeof body !== 'string')
          return fetch(url, init)
        const sent = JSON.parse(body) as Sent
        return fetch(url, { ...init, body: JSON.stringify(await change(sent)) })
      },
    },
    {
      purpose: 'first',
      fields: [{ documentNumber, birthDate, expiryDate }],
      reader: networkChip({ origin: drawer.origin, fetch, passport }),
    },
  )
  return proof.goOn()
}
const refusedAs = (reason: string) => ({ ok: false, refusal: { kind: 'passport', reason } })

async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(app + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('nothing that the phone asserts counts', () => {
  it('ICAO 9303-11 §6.2: a run whose keys the phone made proves nothing of the chip', async () => {
    const proved = await lying('alma', async (sent) => {
      const chip = await networkChip({ origin: drawer.origin, fetch, passport: 'alma' }).connect()
      const fields = await printedOf('alma')
      const opened = await openChip(chip, { kind: 'mrz', fields }, random)
      const dg14 = Uint8Array.from(Buffer.from(sent.files.dg14 ?? '', 'base64url'))
      const own = startChipAuthentication(parseDg14(dg14), random)
      if (!own) throw new Error('the chip offers chip authentication')
      const answer = await relayChipAuthentication(opened.chip, chip, own.order)
      const { signature: _, ...rest } = sent
      return { ...rest, chip_answer: base64url(answer) }
    })
    expect(proved).toMatchObject(refusedAs('copied'))
  })
  it('ICAO 9303-11 §6.1: what the chip signed for another proof is no answer to this one', async () => {
    let earlier: string | undefined
    await lying('alma', (sent) => {
      earlier = sent.signature
      return sent
    })
    const proved = await lying('alma', ({ chip_answer: _, ...sent }) => ({
      ...sent,
      ...(earlier === undefined ? {} : { signature: earlier }),
    }))
    expect(proved).toMatchObject(refusedAs('copied'))
  })
  it('a copy that keeps silent about its keys is found out by what the state signed', async () => {
    const silent = ({ proof, files: { dg14: _, dg15: __, ...files } }: Sent) => ({ proof, files })
    expect(await lying('kurt', silent)).toMatchObject(refusedAs('incomplete'))
    const without = ({ proof, files }: Sent) => ({ proof, files })
    expect(await lying('alma', without)).toMatchObject(refusedAs('copied'))
  })
  it('another face or zone than the state signed is a changed passport', async () => {
    let other: Sent | undefined
    await lying('gudrun', (sent) => (other = sent))
    for (const file of ['dg1', 'dg2'] as const)
      expect(
        await lying('alma', (sent) => ({
          ...sent,
          files: { ...sent.files, [file]: other?.files[file] ?? '' },
        })),
      ).toMatchObject(refusedAs('changed'))
  })
  it('what was judged is not judged again, and an ended or unknown proof opens nothing', async () => {
    let sent: Sent | undefined
    await lying('alma', (one) => (sent = one))
    expect((await post('/api/passport/inspect', sent ?? {})).body).toMatchObject({
      kind: 'proof-moved-on',
    })
    const unknown = { ...sent, proof: base64url(random(32)) }
    expect((await post('/api/passport/inspect', unknown)).body).toMatchObject({
      kind: 'proof-unknown',
    })
    const begun = await post('/api/passport/begin', { purpose: 'first' })
    await advanceClock(db, 3601)
    const late = { ...sent, proof: begun.body['proof'] }
    expect((await post('/api/passport/inspect', late)).body).toMatchObject({
      kind: 'proof-unknown',
    })
  })
  it('files that are too long, of another form, or not asked for reach no parser', async () => {
    const begun = await post('/api/passport/begin', { purpose: 'first' })
    const proof = begun.body['proof']
    const files = { sod: 'AAAA', dg1: 'AAAA', dg2: 'AAAA' }
    for (const [body, kind] of [
      [{ proof, files: { ...files, dg3: 'AAAA' } }, 'malformed'],
      [{ proof, files: { ...files, dg1: 'A'.repeat(3000) } }, 'malformed'],
      [{ proof, files: { ...files, dg1: 'no base64url!' } }, 'malformed'],
      [{ proof, files: { ...files, dg2: 'A'.repeat(1_100_000) } }, 'too-large'],
    ] as const)
      expect((await post('/api/passport/inspect', body)).body).toMatchObject({ kind })
    expect((await post('/api/passport/inspect', { proof, files })).body).toMatchObject({
      kind: 'passport',
      reason: 'damaged',
    })
  })
})

describe('a chip that is reached over the network', () => {
  it('answers the app’s own page, and no page of another origin', async () => {
    const preflight = (origin: string) =>
      fetch(`${drawer.origin}/connections`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-requested-by',
        },
      })
    const allowed = await preflight(app)
    expect(allowed.headers.get('access-control-allow-origin')).toBe(app)
    for (const origin of ['https://evil.example', 'null', `${app}.evil.example`]) {
      const refused = await preflight(origin)
      expect(refused.headers.get('access-control-allow-origin')).toBeNull()
      const asked = await drawer.ask('POST', '/connections', { passport: 'alma' }, { origin })
      expect(asked.status).toBe(403)
    }
  })
})

describe('what goes wrong on the way', () => {
  it('a passport that slips off the phone is read on from where it was', async () => {
    const read: number[] = []
    const { documentNumber, birthDate, expiryDate } = await printedOf('bertil')
    const proof = beginPassport(line, {
      purpose: 'first',
      fields: [{ documentNumber, birthDate, expiryDate }],
      reader: networkChip({ origin: drawer.origin, fetch, passport: 'bertil', lostAfter: 32 }),
      tell: (progress) => {
        if (progress.step === 'reading' && progress.file === 'dg2') read.push(progress.read)
      },
    })
    expect(await proof.goOn()).toEqual({ ok: false, refusal: { kind: 'chip', code: 'chip-lost' } })
    const before = read.splice(0)
    expect(before.length).toBeGreaterThan(0)
    expect(await proof.goOn()).toMatchObject({ ok: true })
    expect(Math.min(...read)).toBeGreaterThan(Math.max(...before))
  })
  it('a wrong zone opens no chip, and no passport on the phone is told as that', async () => {
    const fields = { documentNumber: 'X00000000', birthDate: '800101', expiryDate: '300101' }
    const with_ = (passport: string) =>
      beginPassport(line, {
        purpose: 'first',
        fields: [fields],
        reader: networkChip({ origin: drawer.origin, fetch, passport }),
      }).goOn()
    expect(await with_('alma')).toMatchObject({ refusal: { kind: 'chip', code: 'wrong-password' } })
    expect(await with_('nobody')).toMatchObject({ refusal: { kind: 'chip', code: 'no-chip' } })
  })
  it('while the register of lost documents is down nothing is decided, and afterwards it is', async () => {
    const proof = await begin('alma')
    await drawer.ask('POST', '/lost-documents/fault', { fault: 'down' })
    expect(await proof.goOn()).toEqual({
      ok: false,
      refusal: expect.objectContaining({ kind: 'unavailable' }) as unknown,
    })
    await drawer.ask('POST', '/lost-documents/fault', { fault: 'ok' })
    expect(await proof.goOn()).toMatchObject({ ok: true })
  })
  it('no image, number or name of a passport stands in the database in clear', async () => {
    let sent: Sent | undefined
    await lying('gudrun', (one) => (sent = one))
    const all = (await rows.snapshot(['passport_proof'])).toLowerCase()
    const dg2 = Buffer.from(sent?.files.dg2 ?? '', 'base64url')
    const { documentNumber } = await printedOf('gudrun')
    expect(dg2.length).toBeGreaterThan(5000)
    expect(all).not.toContain(dg2.subarray(200, 232).toString('hex'))
    for (const clear of [documentNumber, 'THORSDOTTIR', 'Þórsdóttir'])
      for (const form of [clear, Buffer.from(clear).toString('hex')])
        expect(all).not.toContain(form.toLowerCase())
    expect(all).toContain('sod-signature passed')
  })
})

describe('whom the operator trusts', () => {
  it('an import is an event, and an older list does not bring revoked signers back', async () => {
    const events = await rows.query<{ type: string }>(
      "select type from mitid.event where subject = 'system' order by n",
    )
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['master-list-imported', 'revocation-list-imported']),
    )
    await expect(mitid('import-crl', published('utopia.ml'))).rejects.toMatchObject({
      kind: 'list-malformed',
    })
  })
  it('a list that the named publisher did not sign is not taken', async () => {
    const wrong = `--publisher=${published('utopia.crl')}`
    await expect(mitid('import-master-list', published('utopia.ml'), wrong)).rejects.toMatchObject({
      kind: 'publisher-malformed',
    })
  })
})
