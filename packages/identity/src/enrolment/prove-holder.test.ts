import { accept, Instant, refuse } from '@open-mitid/kernel'
import { Digest } from '@open-mitid/protocol'
import { describe, expect, it } from 'vitest'
import { emptyChain, type AppendedEvents } from '../ledger/index.ts'
import { BirthDate, CprNumber, PersonId, PersonName, type Persons } from '../person/index.ts'
import type { DocumentHolder } from './document-holder.ts'
import type { IdentityRegister, RegisteredPerson } from './identity-register.ts'
import {
  beginPassportProof,
  inspected,
  type FaceResult,
  type PassportProof,
} from './passport-proof.ts'
import { proveHolder } from './prove-holder.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const now = Instant.of(1_795_000_000)

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a value of this test')
  return value
}
const parsed = CprNumber.parse('720890-1234', 'synthetic')
if (!parsed.ok) throw new Error('a number of this test')
const cpr = parsed.value
const person: RegisteredPerson = {
  cpr,
  name: must(PersonName.parse('Åse Maria Sørensen')),
  birthDate: must(BirthDate.parse('1990-08-12')),
  status: 'resident',
  address: ['Strandvejen 1', '8000 Aarhus C'],
  protected: false,
}
const holder: DocumentHolder = {
  issuer: 'DNK',
  documentCode: 'P',
  documentNumber: 'L898902C3',
  name: { primary: 'SOERENSEN', secondary: 'AASE MARIA', mayBeTruncated: false },
  birthDate: person.birthDate,
  cpr,
}
const goodFace: FaceResult = { score: 0.8, threshold: 0.6, steps: ['straight', 'turn-left'] }

type Given = {
  readonly purpose?: 'first' | 'again'
  readonly of?: DocumentHolder
  readonly found?: RegisteredPerson | 'person-unknown' | 'unavailable'
  /** Their MitID. */
  readonly has?: { readonly state?: 'blocked'; readonly ial?: 'High' }
  readonly face?: FaceResult
}

/** What the register was asked, and where the proof went. */
async function prove(given: Given = {}) {
  const { purpose = 'first', of = holder, found = person, has, face = goodFace } = given
  const asked: unknown[] = []
  const answer = (by: unknown) => {
    asked.push(by)
    if (found === 'unavailable')
      return Promise.resolve(refuse({ kind: found, cause: 'late' } as const))
    return Promise.resolve(
      found === 'person-unknown' ? refuse({ kind: found } as const) : accept(found),
    )
  }
  const identityRegister: IdentityRegister = { find: answer, findByName: answer }
  const moves: PassportProof['state'][] = []
  const told: string[] = []
  const id = PersonId.make(random)
  const persons = {
    find: () =>
      Promise.resolve(
        has && {
          now,
          person: { id, state: 'active', ial: 'Substantial', ...has },
          chain: emptyChain(id),
        },
      ),
    note(_: PersonId, { entries }: AppendedEvents) {
      told.push(...entries.map(({ type }) => type))
      return Promise.resolve(accept(undefined))
    },
  } as unknown as Persons
  const passportProofs = {
    now: () => Promise.resolve(now),
    add: () => Promise.resolve(),
    find: () => Promise.resolve(undefined),
    move(_: PassportProof, to: PassportProof) {
      moves.push(to.state)
      return Promise.resolve(true)
    },
    moveTelling(_: PassportProof, to: PassportProof, { events }: { events: AppendedEvents }) {
      moves.push(to.state)
      told.push(...events.entries.map(({ type }) => type))
      return Promise.resolve(accept(undefined))
    },
    facesTried: () => Promise.resolve(0),
  }
  const begun = beginPassportProof(purpose, { random, now })
  const photo = Digest.ofBytes(Uint8Array.of(1))
  const proof = inspected(begun, { holder: of, checks: [], ial: 'Substantial', photo })
  const ports = { passportProofs, identityRegister, persons, random }
  const result = await proveHolder(ports)(proof, face, now)
  return { result, asked, moves, told, id }
}
const passportRefusal = (reason: string) => ({ ok: false, refusal: { kind: 'passport', reason } })

describe('whose passport it is (product §A.2)', () => {
  it('the register knows the number, the name in another spelling and the birth date', async () => {
    const { result, asked, moves } = await prove()
    expect(result).toMatchObject({
      ok: true,
      value: {
        state: 'proved',
        identity: {
          route: 'passport',
          ial: 'Substantial',
          cpr,
          name: 'Åse Maria Sørensen',
          address: ['Strandvejen 1', '8000 Aarhus C'],
          provedAt: now,
        },
      },
    })
    expect(asked).toEqual([{ cpr }])
    expect(moves).toEqual(['proved'])
  })
  it('a passport without a number is looked up by name and birth date', async () => {
    const { cpr: _, ...foreign } = holder
    const { asked } = await prove({ of: foreign })
    expect(asked).toEqual([{ name: 'AASE MARIA SOERENSEN', birthDate: '1990-08-12' }])
  })
  it.each<[string, Given]>([
    ['nobody of that number', { found: 'person-unknown' }],
    [
      'another birth date',
      { found: { ...person, birthDate: must(BirthDate.parse('1990-08-13')) } },
    ],
    ['another name', { found: { ...person, name: must(PersonName.parse('Åse Sørensen')) } }],
    ['somebody who is dead', { found: { ...person, status: 'dead' } }],
  ])('%s: one answer for all', async (_, given) => {
    expect((await prove(given)).result).toEqual(passportRefusal('not-in-register'))
  })
  it('one MitID a person; and who proves it again must have one', async () => {
    expect((await prove({ has: {} })).result).toEqual(passportRefusal('has-mitid'))
    expect((await prove({ purpose: 'again' })).result).toEqual(passportRefusal('no-mitid'))
    const again = await prove({ purpose: 'again', has: {} })
    expect(again.result).toMatchObject({ ok: true, value: { state: 'proved', person: again.id } })
  })
  it('whoever has a MitID sees each look-up, and hears what became of their passport', async () => {
    const first = await prove({ has: {} })
    expect(first.told).toEqual(['cpr-looked-up', 'passport-turned-away'])
    const again = await prove({ purpose: 'again', has: {} })
    expect(again.told).toEqual(['cpr-looked-up', 'identity-proved-again'])
    expect((await prove({ has: {}, found: 'person-unknown' })).told).toEqual(['cpr-looked-up'])
    expect((await prove({ has: {}, found: 'unavailable' })).told).toEqual(['cpr-looked-up'])
    const other = await prove({ has: {}, face: { ...goodFace, score: 0.1 } })
    expect(other.told).toEqual(['passport-turned-away'])
    expect((await prove()).told).toEqual([])
  })
  it('a blocked MitID is opened by no passport, and a chip that may be a copy gives none above Low', async () => {
    const blocked = await prove({ purpose: 'again', has: { state: 'blocked' } })
    expect(blocked.result).toEqual(passportRefusal('blocked'))
    expect(blocked.told).toEqual(['cpr-looked-up', 'passport-turned-away'])
    const higher = await prove({ purpose: 'again', has: { ial: 'High' } })
    expect(higher.result).toEqual(passportRefusal('level-too-low'))
  })
  it('whom the register calls missing gets to no MitID from afar', async () => {
    const missing = await prove({
      purpose: 'again',
      has: {},
      found: { ...person, status: 'missing' },
    })
    expect(missing.result).toEqual(passportRefusal('not-in-register'))
  })
  it('another face ends it before the register is asked about anybody', async () => {
    const { result, asked } = await prove({ face: { ...goodFace, score: 0.59 } })
    expect(result).toEqual(passportRefusal('other-face'))
    expect(asked).toEqual([])
  })
  it('a register that does not answer ends nothing: the same call serves later', async () => {
    const { result, moves } = await prove({ found: 'unavailable' })
    expect(result).toEqual({ ok: false, refusal: { kind: 'unavailable' } })
    expect(moves).toEqual([])
  })
})
