import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Instant, type Bytes } from '@open-mitid/kernel'
import {
  LetterCode,
  letterCodeMac,
  LetterId,
  letterLife,
  tryLetterCode,
  type Letter,
  type Letters,
} from '@open-mitid/identity/letter'
import { issueActivationCode } from '@open-mitid/identity/authenticator'
import {
  createPerson,
  PhoneNumber,
  type BirthDate,
  type Person,
  type PersonName,
  type UserId,
} from '@open-mitid/identity/person'
import { activationCodeMac } from '../../../identity/src/authenticator/issue-activation-code.ts'
import { postgresActivations } from '../authenticator/index.ts'
import type { Database } from '../database.ts'
import { advanceClock } from '../migrate.ts'
import { postgresPersons } from '../person/index.ts'
import { statement } from '../statement.ts'
import { openStore, type Store } from '../testing/index.ts'
import { together } from '../together.ts'
import type { DataKey, Vault } from '../vault/index.ts'
import {
  letterCodeColumns,
  letterCodeOf,
  letterCodePart,
  letterPart,
  newLetterCodePart,
  postgresLetters,
  type LetterCodeRow,
} from './index.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const device = 'dev_one'
const code = LetterCode.make(random)

const findKey = statement<{ id: string }, { wrapped_key: Bytes }>(
  'test-find-letter-key',
  (p) => sql`select wrapped_key from mitid.person where id = ${p.id}`,
)
const dump = statement<object, { row: string }>(
  'test-dump-letters',
  () => sql`
    select to_jsonb(letter)::text as row from mitid.letter union all
    select to_jsonb(letter_code)::text from mitid.letter_code`,
)
const findCode = statement<{ device: string }, LetterCodeRow & { now: Instant }>(
  'test-find-letter-code',
  (p) => sql`
    select ${letterCodeColumns}, mitid.now() as now from mitid.letter_code
    where device_id = ${p.device}`,
)

let store: Store
let db: Database
let vault: Vault
let letters: Letters
const keys = new Map<string, DataKey>()
beforeAll(async () => {
  store = await openStore({ max: 2 })
  ;({ db, vault } = store)
  letters = postgresLetters(db, vault)
})
afterAll(() => store.close())

async function somebody(
  userId: string,
  address: string | undefined,
  phone?: PhoneNumber,
): Promise<Person> {
  const created = await createPerson({ persons: postgresPersons(db, vault), random })({
    userId: userId as UserId,
    name: 'Asta Østergård' as PersonName,
    address,
    cpr: undefined,
    birthDate: '1990-01-01' as BirthDate,
    protected: true,
    ial: 'Substantial',
    language: 'da',
    phone,
    email: undefined,
  })
  if (!created.ok) throw new Error(created.refusal.kind)
  const row = await db.first(findKey, { id: created.value.id })
  if (!row) throw new Error('nobody')
  keys.set(created.value.id, await vault.personKey(created.value.id, row.wrapped_key))
  return created.value
}

async function queue(person: Person): Promise<Letter> {
  const letter: Letter = {
    id: LetterId.make(random),
    person: person.id,
    style: { language: 'da', largePrint: true },
    content: { kind: 'code-device', device: 'code-display', serial: '4711 0815', code },
  }
  const key = keys.get(person.id)
  if (!key) throw new Error('no key')
  const mac = await letterCodeMac(vault.mac, device, code)
  const written = await together(db, [
    letterPart(key, letter),
    newLetterCodePart({ letter: letter.id, device, mac }),
  ])
  expect(written.ok).toBe(true)
  return letter
}

async function readCode() {
  const row = await db.first(findCode, { device })
  if (!row) throw new Error('no code')
  return { stored: letterCodeOf(row), now: row.now }
}

describe('letters', () => {
  it('Invariant 12: what a letter tells waits sealed, and is kept nowhere when it is handed over', async () => {
    const person = await somebody('letter reader', 'Algade 1, 4000 Roskilde')
    const letter = await queue(person)
    const clear = [code, '4711 0815', 'Algade', 'Asta'].flatMap((text) => [
      text,
      Buffer.from(text).toString('hex'),
    ])
    const dumped = async () => (await db.rows(dump, {})).map(({ row }) => row).join('\n')
    for (const text of clear) expect(await dumped()).not.toContain(text)

    const printed = await letters.print(letter.id, letterLife)
    expect(printed).toMatchObject({
      ...letter,
      name: 'Asta Østergård',
      address: 'Algade 1, 4000 Roskilde',
    })
    await letters.handOver(letter)
    expect(await letters.print(letter.id, letterLife)).toBeUndefined()
    expect(await dumped()).toContain('"sealed": null')
  })

  it('the code of a letter lives from its printing on, and a later print begins anew', async () => {
    const person = await somebody('late print', 'Algade 2, 4000 Roskilde')
    await db.affect(endCodes, {})
    const letter = await queue(person)
    const mac = await letterCodeMac(vault.mac, device, code)
    const waiting = await readCode()
    expect(tryLetterCode(waiting.stored, mac, waiting.now).ok).toBe(false)

    await letters.print(letter.id, letterLife)
    await advanceClock(db, 3600)
    const again = await letters.print(letter.id, letterLife)
    if (!again) throw new Error('not printed')
    const { stored, now } = await readCode()
    expect(stored).toMatchObject({ until: Instant.plus(again.printedAt, letterLife) })
    expect(tryLetterCode(stored, mac, now)).toMatchObject({ ok: true, value: { right: true } })
  })

  it('of two tries at one moment one is counted and the other lost', async () => {
    const { stored, now } = await readCode()
    const wrong = tryLetterCode(stored, random(32), now)
    if (!wrong.ok || stored.state !== 'issued') throw new Error('not to be tried')
    const count = () => together(db, [letterCodePart(stored, wrong.value.to)])
    const both = await Promise.all([count(), count()])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await readCode()).stored).toMatchObject({ tries: 1 })
  })

  it('a device has one living code', async () => {
    const person = await somebody('two letters', 'Algade 3, 4000 Roskilde')
    await expect(queue(person)).rejects.toThrow()
  })

  it('an activation code by letter is told to nobody else, and lives from the printing on', async () => {
    const phone = PhoneNumber.parse('20123456')
    const { id } = await somebody('app by letter', 'Algade 4, 4000 Roskilde', phone)
    const activations = postgresActivations(db, vault)
    const issue = issueActivationCode({ activations, mac: vault.mac, random })
    const issued = await issue({ person: { id }, channel: 'letter' })
    if (!issued.ok) throw new Error(issued.refusal.kind)
    await advanceClock(db, 40 * 24 * 3600)
    const codeMac = await activationCodeMac(vault.mac, issued.value.code)
    const [row] = await db.rows(findLetterOf, { person: id })
    if (!row) throw new Error('no letter')
    const printed = await letters.print(row.id, letterLife)
    expect(printed?.content).toEqual({ kind: 'activation-code', code: issued.value.code })
    const found = await activations.findByCode(codeMac)
    expect(found?.activation).toMatchObject({
      expiresAt: Instant.plus(printed?.printedAt ?? (0 as Instant), letterLife),
    })
  })

  it('nobody without an address is given a code by letter', async () => {
    const { id } = await somebody('nowhere', undefined, PhoneNumber.parse('20123456'))
    const activations = postgresActivations(db, vault)
    const issue = issueActivationCode({ activations, mac: vault.mac, random })
    expect(await issue({ person: { id }, channel: 'letter' })).toMatchObject({
      refusal: { kind: 'no-address' },
    })
  })

  it('a letter to somebody without an address waits for the operator, unprinted', async () => {
    const person = await somebody('no address', undefined)
    await db.affect(endCodes, {})
    const letter = await queue(person)
    expect(await letters.print(letter.id, letterLife)).toBeUndefined()
    expect((await readCode()).stored).toMatchObject({ until: undefined })
  })
})

const findLetterOf = statement<{ person: string }, { id: LetterId }>(
  'test-find-letter-of',
  (p) => sql`select id from mitid.letter where person_id = ${p.person}`,
)
const endCodes = statement<object>(
  'test-end-letter-codes',
  () => sql`delete from mitid.letter_code`,
)
