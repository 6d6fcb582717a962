import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Bytes } from '@open-mitid/kernel'
import {
  changeContact,
  createPerson,
  EmailAddress,
  PersonName,
  PhoneNumber,
  UserId,
  type BirthDate,
  type Person,
} from '@open-mitid/identity/person'
import {
  advanceClock,
  localKeyVault,
  openDatabase,
  openVault,
  postgresPersons,
  type Database,
  type Vault,
} from '@open-mitid/postgres'
import { freshDatabase, type FreshDatabase } from '@open-mitid/postgres/testing'
import { openMail } from '../outbound/mail/index.ts'
import { openSms } from '../outbound/sms/index.ts'
import { migrateQueue, startWorker, type Worker } from './index.ts'
import { openPostOffice, type PostOffice } from './testing/post-office.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

let office: PostOffice
let fresh: FreshDatabase
let db: Database
let vault: Vault
let worker: Worker
let person: Person
const mail = () => openMail({ url: office.smtpUrl, name: 'MitID', host: 'mitid.example' })
const sms = () => openSms({ url: office.smppUrl, sender: 'MitID' })

beforeAll(async () => {
  office = await openPostOffice()
  fresh = await freshDatabase()
  await migrateQueue(fresh.url)
  db = openDatabase(fresh.url, { max: 4 })
  const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const
  vault = await openVault(db, localKeyVault(keys))
  worker = startWorker({
    db,
    url: fresh.url,
    vault,
    carriers: { mail: mail(), sms: sms() },
    imprint: { scheme: 'MitID', help: 'https://mitid.example/help' },
    ownerPage: 'https://signin.example/link',
    setLetter: () => Promise.reject(new Error('no letter is queued here')),
    printService: { print: () => Promise.reject(new Error('nothing is printed here')) },
    messagesASecond: 1_000,
    random,
    log: pino({ level: 'silent' }),
  })
  const userId = UserId.parse('worker test')
  const created = await createPerson({ persons: postgresPersons(db, vault), random })({
    userId: userId.ok ? userId.value : ('' as UserId),
    name: PersonName.parse('Asta Østergård') as PersonName,
    address: undefined,
    cpr: undefined,
    birthDate: '1990-01-01' as BirthDate,
    protected: false,
    ial: 'Substantial',
    language: 'da',
    phone: PhoneNumber.parse('20123456'),
    email: EmailAddress.parse('asta@post.example'),
  })
  if (!created.ok) throw new Error(created.refusal.kind)
  person = created.value
})
afterAll(async () => {
  await worker.stop()
  await db.close()
  await office.close()
  await fresh.drop()
})

const change = async (number: string) => {
  const to = PhoneNumber.parse(number)
  if (to === undefined) throw new Error('not a number')
  const { userId } = person
  const persons = postgresPersons(db, vault)
  const changed = await changeContact({ persons, random })({
    userId,
    contact: { channel: 'sms', to },
  })
  expect(changed.ok).toBe(true)
  worker.tell()
}

describe('notices', () => {
  it('Invariant 15: a changed number is told to the mail, to the new number and to the old', async () => {
    await change('+4670123456')
    await vi.waitFor(() => {
      expect(office.texts.map(({ to }) => to).toSorted()).toEqual(['4520123456', '4670123456'])
      expect(office.mails).toHaveLength(1)
    })
    expect(office.mails[0]?.subject).toBe('MitID: Ændrede kontaktoplysninger')
    expect(office.mails[0]?.text).toContain('•• •• •• 56')
    expect(office.mails[0]?.id).toMatch(/^<ntc_[0-9a-z]{26}\.con_[0-9a-z]{26}@mitid\.example>$/u)
    expect(office.texts[0]?.text).toContain('Kontaktoplysningerne i din MitID er ændret')
  })

  it('Invariant 15: a channel that is down holds up no other, and is told when it is back', async () => {
    office.refuses.mail = 'later'
    office.mails.length = 0
    office.texts.length = 0
    await advanceClock(db, 60)
    await change('+4670654321')
    await vi.waitFor(() => {
      expect(office.texts).toHaveLength(2)
    })
    expect(office.mails).toEqual([])
    office.refuses.mail = ''
    await advanceClock(db, 60)
    await vi.waitFor(
      () => {
        expect(office.mails).toHaveLength(1)
      },
      { timeout: 20_000 },
    )
  })

  it('the worker goes on when the database has ended all its connections', async () => {
    await vi.waitFor(async () => {
      expect(await jobsLeft()).toBe(0)
    })
    office.texts.length = 0
    await advanceClock(db, 60)
    await endConnections()
    await vi.waitFor(() => change('+4670111111'), { timeout: 20_000 })
    await vi.waitFor(
      () => {
        expect(office.texts).toHaveLength(2)
      },
      { timeout: 20_000 },
    )
  })
})

async function ask(query: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows
  } finally {
    await client.end()
  }
}

async function jobsLeft(): Promise<number> {
  const [row] = await ask('select count(*) as n from graphile_worker.jobs')
  return Number(row?.['n'])
}

async function endConnections(): Promise<void> {
  await ask(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`)
}
