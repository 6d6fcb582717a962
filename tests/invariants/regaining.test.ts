/** Product §C, protocols §3: who has proved again whose MitID it is, and what that opens. */
import {
  closeLostApp,
  findOwnApps,
  giveNewApp,
  showUserId,
  type PassportProof,
} from '@open-mitid/identity/enrolment'
import type { CprNumber, Person, PersonName } from '@open-mitid/identity/person'
import { base64url } from '@open-mitid/kernel'
import { postgresPassportProofs } from '@open-mitid/postgres'
import { Digest, readBinding } from '@open-mitid/protocol'
import { afterAll, describe, expect, it } from 'vitest'
import { openCountingHouse } from './counting-house.ts'
import { goodPin, must } from './house.ts'
import { random } from './random.ts'

const { house, newPerson, newApp, wrongPin, rowOf, memoryOf } = await openCountingHouse()
afterAll(() => house.close())

const proofs = postgresPassportProofs(house.db, house.vault)
const ports = { ...house.ports, random }
const regain = {
  apps: findOwnApps(ports),
  userId: showUserId(ports),
  close: closeLostApp(ports),
  newApp: giveNewApp(ports),
}
const nextPin = '581604'

/** As passport, face and register have left it; answers the token. */
async function proof(person: Person, purpose: 'first' | 'again' = 'again'): Promise<string> {
  const token = base64url(random(32))
  const now = await proofs.now()
  const id = `psp_${base64url(random(9))}` as PassportProof['id']
  const begun = { id, purpose, expiresAt: (now + 3600) as typeof now }
  await proofs.add(token, { ...begun, state: 'reading', challenge: random(8) })
  const found = await proofs.find(token)
  if (!found) throw new Error('a proof that was begun is there')
  const { name, birthDate } = person
  const to: PassportProof = {
    ...begun,
    state: 'proved',
    ...(purpose === 'again' ? { person: person.id } : {}),
    holder: {
      issuer: 'UTO',
      documentCode: 'P',
      documentNumber: base64url(random(6)),
      name: { primary: 'OESTERGAARD', secondary: 'ASTA', mayBeTruncated: false },
      birthDate,
    },
    checks: [],
    ial: 'Substantial',
    photo: Digest.ofBytes(random(4)),
    faceTries: 1,
    face: { score: 0.8, threshold: 0.6, steps: ['straight'] },
    identity: {
      route: 'passport',
      ial: 'Substantial',
      cpr: '6101901234' as CprNumber,
      name: name satisfies PersonName,
      birthDate,
      address: undefined,
      protected: false,
      status: 'resident',
      proof: id,
      provedAt: now,
      lookedUpAt: [now],
      checks: [],
    },
  }
  expect(await proofs.move(found.proof, to)).toBe(true)
  return token
}

const eventsOf = async ({ id }: Person) =>
  (
    await house.sql.query<{ type: string; outbox: boolean }>(
      'select type, outbox from mitid.event where subject = $1 order by n',
      [id],
    )
  ).map(({ type }) => type)

describe('a forgotten PIN (protocols §3: never by dk alone)', () => {
  it('is replaced for who has proved whose it is: a new epoch, new keys, the old record gone', async () => {
    const app = await newApp()
    const before = await memoryOf(app)
    const record = async () =>
      house.sql.query<{ pin_record: Buffer; pin_epoch: number }>(
        'select pin_record, pin_epoch from mitid.profile where person_id = $1',
        [app.person.id],
      )
    const [old] = await record()
    must(await app.phone.resetPin(app.id, await proof(app.person), nextPin))
    const [now] = await record()
    expect(now?.pin_record.equals(old?.pin_record ?? Buffer.of())).toBe(false)
    expect(now?.pin_epoch).toBeGreaterThan(old?.pin_epoch ?? 0)
    const after = await memoryOf(app)
    if (before.stage !== 'active' || after.stage !== 'active') throw new Error('active apps')
    const [one, two] = [readBinding(before.binding), readBinding(after.binding)]
    if (!one.ok || !two.ok) throw new Error('bindings')
    expect(two.value.content).toMatchObject({
      dk_jwk: one.value.content.dk_jwk,
      auth: { method: 'passport' },
    })
    expect(two.value.content.ak_jwk).not.toEqual(one.value.content.ak_jwk)
    expect(await app.phone.history(app.id, goodPin)).toMatchObject({
      refusal: { kind: 'pin-mistyped' },
    })
    must(await app.phone.history(app.id, nextPin))
    expect((await eventsOf(app.person)).filter((type) => type === 'pin-reset')).toHaveLength(1)
  })

  it('without a proof of that very person, once and for this, nothing changes', async () => {
    const app = await newApp()
    const stranger = await newPerson()
    const used = await proof(app.person)
    must(await app.phone.resetPin(app.id, used, nextPin))
    expect(await app.phone.resetPin(app.id, used, '940267')).toMatchObject({
      refusal: { kind: 'not-proved' },
    })
    const late = await proof(app.person)
    await house.advance(24 * 60 * 60 + 1)
    const tokens = [
      base64url(random(32)),
      late,
      await proof(stranger),
      await proof(app.person, 'first'),
    ]
    const [row] = await house.sql.query(
      'select pin_record from mitid.profile where person_id = $1',
      [app.person.id],
    )
    for (const token of tokens)
      expect(await app.phone.resetPin(app.id, token, '940267')).toMatchObject({
        refusal: { kind: 'not-proved' },
      })
    expect(
      await house.sql.query('select pin_record from mitid.profile where person_id = $1', [
        app.person.id,
      ]),
    ).toEqual([row])
    must(await app.phone.history(app.id, nextPin))
  })

  it('a PIN that nine wrong tries have blocked is replaced too, and is counted from the start', async () => {
    const app = await newApp()
    for (let tries = 1; tries <= 9; tries += 1) {
      await app.phone.history(app.id, wrongPin)
      await house.advance(61 * 60)
    }
    expect(await app.phone.history(app.id, wrongPin)).toMatchObject({
      refusal: { kind: 'pin-blocked' },
    })
    expect(await rowOf(app)).toMatchObject({ state: 'suspended' })
    must(await app.phone.resetPin(app.id, await proof(app.person), nextPin))
    expect(await rowOf(app)).toEqual({ state: 'active', pin_tries: 0 })
    must(await app.phone.history(app.id, nextPin))
  })

  it.each(['/api/pin/register', '/api/pin/reset'])(
    'where the answer to %s is lost one PIN is in force, which the app finds',
    async (path) => {
      const app = await newApp()
      const token = await proof(app.person)
      const cut = house.phoneOn(app.folder, house.losing(path))
      await cut.resetPin(app.id, token, nextPin).catch(() => 'lost')
      must(await app.phone.resetPin(app.id, token, nextPin))
      must(await app.phone.history(app.id, nextPin))
      expect((await eventsOf(app.person)).filter((type) => type === 'pin-reset')).toHaveLength(1)
    },
  )

  it('a profile that was copied, or closed by its person, gets no new PIN', async () => {
    const app = await newApp()
    const copy = house.phoneOn(await house.copyOf(app.folder))
    must(await app.phone.state(app.id))
    must(await app.phone.state(app.id))
    await copy.state(app.id)
    const token = await proof(app.person)
    expect(await app.phone.resetPin(app.id, token, nextPin)).toMatchObject({ ok: false })
    const rows = await house.sql.query<object>(
      'select state, suspended_for from mitid.profile where person_id = $1',
      [app.person.id],
    )
    expect(rows).toEqual([{ state: 'suspended', suspended_for: 'copied' }])
    const closed = await newApp()
    const own = await proof(closed.person)
    const [found] = must(await regain.apps({ token: own })).apps
    if (!found) throw new Error('an app')
    must(await regain.close({ token: own, profile: found.profile }))
    expect(await closed.phone.resetPin(closed.id, own, nextPin)).toMatchObject({ ok: false })
  })

  it('one proof replaces one PIN: of two apps that race, one has it', async () => {
    const one = await newApp()
    const two = await house.activate(one.person)
    const token = await proof(one.person)
    const all = await Promise.all(
      [one, two].map((app) => app.phone.resetPin(app.id, token, nextPin)),
    )
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(all.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'not-proved' } })
  })
})

describe('a new phone', () => {
  it('needs the second code, which goes to a contact that the person had before', async () => {
    const person = await newPerson()
    const { code } = must(await regain.newApp({ token: await proof(person) }))
    const phone = house.phoneOn(await house.newFolder())
    const { id, second } = must(await phone.open(code, ''))
    expect(second?.channel).toBe('sms')
    expect(await phone.finish(id, nextPin)).toMatchObject({ ok: false })
    must(await phone.confirmSecond(id, await house.secondCode()))
    must(await phone.finish(id, nextPin))
    must(await phone.history(id, nextPin))
    const told = await eventsOf(person)
    expect(told.slice(-1)).not.toContain('identity-proved')
    expect(told).toContain('app-activated')
  })

  it('a number that was changed a moment ago gets no code: it comes by letter', async () => {
    const person = await newPerson()
    await house.sql.query(
      'update mitid.contact set in_proofing = false, changed_at = mitid.now() where person_id = $1',
      [person.id],
    )
    const { code } = must(await regain.newApp({ token: await proof(person) }))
    const { second } = must(await house.phoneOn(await house.newFolder()).open(code, ''))
    expect(second?.channel).toBe('letter')
  })

  it('each new code ends the one before, and an app that became active ends the proof', async () => {
    const person = await newPerson()
    const token = await proof(person)
    const first = must(await regain.newApp({ token })).code
    const second = must(await regain.newApp({ token })).code
    const phone = house.phoneOn(await house.newFolder())
    expect(await phone.open(first, '')).toMatchObject({ refusal: { kind: 'activation-unknown' } })
    const { id } = must(await phone.open(second, ''))
    must(await phone.confirmSecond(id, await house.secondCode()))
    must(await phone.finish(id, nextPin))
    for (const call of [regain.newApp, regain.userId, regain.apps])
      expect(await call({ token })).toEqual({ ok: false, refusal: { kind: 'proof-moved-on' } })
  })

  it('of two that ask at once by one proof, one code lives; and never are there four apps', async () => {
    const person = await newPerson()
    const token = await proof(person)
    const both = await Promise.all([regain.newApp({ token }), regain.newApp({ token })])
    const opened = []
    for (const given of both) {
      const { code } = must(given)
      opened.push(await house.phoneOn(await house.newFolder()).open(code, ''))
    }
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1)
    await house.secondCode()
    for (let apps = 1; apps <= 3; apps += 1) await house.activate(person)
    const refusal = { kind: 'too-many-apps' }
    const full = await proof(person)
    expect(await regain.newApp({ token: full })).toEqual({ ok: false, refusal })
    const [oldest] = must(await regain.apps({ token: full })).apps
    if (!oldest) throw new Error('three apps')
    must(await regain.close({ token: full, profile: oldest.profile }))
    must(await regain.newApp({ token: full }))
  })

  it('a blocked MitID is not opened by a proof that came before the block', async () => {
    const person = await newPerson()
    const token = await proof(person)
    await house.sql.query("update mitid.person set state = 'blocked' where id = $1", [person.id])
    expect(await regain.newApp({ token })).toMatchObject({ refusal: { kind: 'proof-moved-on' } })
    expect(await regain.userId({ token })).toMatchObject({ refusal: { kind: 'proof-moved-on' } })
  })
})

describe('a phone that is lost', () => {
  it('its app is closed at once, told once, and nobody else’s is', async () => {
    const app = await newApp()
    const other = await newApp()
    const token = await proof(app.person)
    const theirs = must(await regain.apps({ token: await proof(other.person) })).apps[0]
    const own = must(await regain.apps({ token })).apps[0]
    if (!own || !theirs) throw new Error('an app each')
    must(await regain.close({ token, profile: theirs.profile }))
    must(await other.phone.history(other.id, goodPin))
    must(await app.phone.history(app.id, goodPin))
    await Promise.all([1, 2, 3].map(() => regain.close({ token, profile: own.profile })))
    expect(await app.phone.history(app.id, goodPin)).toMatchObject({ ok: false })
    const told = await eventsOf(app.person)
    expect(told.filter((type) => type === 'app-suspended')).toHaveLength(1)
    const [row] = await house.sql.query<object>(
      'select pin_record, pin_login from mitid.profile where person_id = $1',
      [app.person.id],
    )
    expect(row).toEqual({ pin_record: null, pin_login: null })
  })
})

describe('a forgotten user ID', () => {
  it('is shown to who has proved whose it is, and each time is told', async () => {
    const person = await newPerson()
    const token = await proof(person)
    expect(must(await regain.userId({ token })).userId).toBe(person.userId)
    const first = await proof(person, 'first')
    for (const other of [base64url(random(32)), first])
      expect(await regain.userId({ token: other })).toMatchObject({
        refusal: { kind: 'proof-unknown' },
      })
    expect((await eventsOf(person)).filter((type) => type === 'user-id-shown')).toHaveLength(1)
  })
})
