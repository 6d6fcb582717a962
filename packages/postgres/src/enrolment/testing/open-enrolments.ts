/** Enrolments that a test walks through, with an eID and a register that know whom it makes up. */
import {
  acceptTerms,
  askOlderEid,
  beginEnrolment,
  chooseAuthenticators,
  chooseDelivery,
  chooseUserId,
  completeEnrolment,
  confirmContact,
  proveWithNemId,
  sendContactCode,
  termsVersions,
  type ContactAddress,
  type ContactCodeMessage,
  type IdentityRegister,
  type OlderEid,
  type OwnEnrolment,
  type RegisteredPerson,
} from '@open-mitid/identity/enrolment'
import type {
  BirthDate,
  CprNumber,
  EmailAddress,
  PersonName,
  PhoneNumber,
} from '@open-mitid/identity/person'
import { accept, refuse, type Bytes, type Instant } from '@open-mitid/kernel'
import { expect } from 'vitest'
import { postgresPersons } from '../../person/index.ts'
import { openStore, type Store } from '../../testing/open-store.ts'
import { postgresContactCodes } from '../contact-codes.ts'
import { postgresEnrolments } from '../enrolments.ts'

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
export const card = { way: 'card', userId: 'asta', password: 'x' } as const
export const phone = { channel: 'sms', to: '+4520123456' as PhoneNumber } as const
export const email = { channel: 'email', to: 'asta@post.example' as EmailAddress } as const

/** On a database of the test's own. */
export async function openEnrolments() {
  const store = await openStore({ max: 8 })
  return { ...store, ...enrolmentsOn(store) }
}

export function enrolmentsOn({ db, vault, rows: queries }: Omit<Store, 'close'>) {
  const enrolments = postgresEnrolments(db, vault)
  let serial = 0
  const someone = (change: Partial<RegisteredPerson> = {}): RegisteredPerson => {
    serial += 1
    return {
      cpr: `610190${String(1000 + serial)}` as CprNumber,
      name: 'Asta Østergård' as PersonName,
      birthDate: '1990-01-01' as BirthDate,
      status: 'resident',
      address: ['Algade 7', '4000 Roskilde'],
      protected: false,
      ...change,
    }
  }

  /** What an eID and a register say of one person; the programs themselves are tested with theirs. */
  function world(person: RegisteredPerson, { assertion = crypto.randomUUID(), down = false } = {}) {
    const state = { down, askedRegister: 0 }
    const olderEid: OlderEid = {
      begin: () =>
        Promise.resolve(
          accept({
            id: crypto.randomUUID(),
            nonce: 'n',
            expiresAt: 4_000_000_000 as Instant,
            way: 'card',
            card: 'A1',
            number: '0042',
          }),
        ),
      answer: (_, key) =>
        Promise.resolve(
          key === '123456'
            ? accept({
                way: 'card',
                cpr: person.cpr,
                name: person.name,
                provedAt: 1_800_000_000 as Instant,
                assertion,
              })
            : refuse({ kind: 'key-wrong' }),
        ),
      read: () => Promise.resolve(accept('waiting')),
      abandon: () => Promise.resolve(),
    }
    const register: IdentityRegister = {
      find() {
        state.askedRegister += 1
        const away = { kind: 'unavailable', cause: 'unreachable' } as const
        return Promise.resolve(state.down ? refuse(away) : accept(person))
      },
      findByName: () => Promise.resolve(refuse({ kind: 'person-unknown' })),
    }
    const persons = postgresPersons(db, vault)
    return { state, ports: { enrolments, olderEid, register, persons, random } }
  }

  async function begun(): Promise<OwnEnrolment> {
    const own = await beginEnrolment({ enrolments, random })({ holder: random(32) })
    if (!own.ok) throw new Error('not begun')
    return { id: own.value.id, holder: own.value.holder }
  }

  async function proofed(person = someone()): Promise<OwnEnrolment> {
    const own = await begun()
    const outside = world(person).ports
    await askOlderEid(outside)({ ...own, ...card })
    expect(await proveWithNemId(outside)({ ...own, key: '123456' })).toEqual(accept('proved'))
    return own
  }

  const ports = { enrolments, mac: vault.mac, random }

  async function lastCode(): Promise<ContactCodeMessage['code']> {
    const [row] = await queries.query<{ id: string }>(
      'select id from mitid.contact_code order by expires_at desc, ctid desc limit 1',
    )
    const found = row && (await postgresContactCodes(db, vault).find(row.id as never))
    if (!found) throw new Error('no code is on its way')
    await postgresContactCodes(db, vault).remove(row.id as never)
    return found.code
  }

  async function checked(own: OwnEnrolment, contact: ContactAddress): Promise<void> {
    await sendContactCode(ports)({ ...own, contact, language: 'da' })
    expect((await confirmContact(ports)({ ...own, code: await lastCode() })).ok).toBe(true)
  }

  async function answeredAll(own: OwnEnrolment, userId: string, contacts = [phone]): Promise<void> {
    const port = { enrolments }
    await chooseAuthenticators(port)({ ...own, chosen: { first: 'app', spare: 'code-display' } })
    await acceptTerms(port)({ ...own, versions: termsVersions })
    for (const contact of contacts) await checked(own, contact)
    expect((await chooseUserId(port)({ ...own, typed: userId })).ok).toBe(true)
    expect((await chooseDelivery(port)({ ...own, delivery: { to: 'home' } })).ok).toBe(true)
  }
  const finish = (own: OwnEnrolment) => completeEnrolment(ports)({ ...own, language: 'da' })

  return {
    enrolments,
    ports,
    someone,
    world,
    begun,
    proofed,
    lastCode,
    checked,
    answeredAll,
    finish,
  }
}
