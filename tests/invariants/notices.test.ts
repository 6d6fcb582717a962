/** Invariant 15: every change is told to all other channels, also when one of them is down. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Bytes } from '@open-mitid/kernel'
import { appendEvents, type EventDraft } from '@open-mitid/identity/ledger'
import type { PrintedLetter } from '@open-mitid/identity/letter'
import {
  changeWishes,
  createPerson,
  EmailAddress,
  PhoneNumber,
  type BirthDate,
  type CprNumber,
  type Person,
  type PersonName,
  type UserId,
} from '@open-mitid/identity/person'
import {
  advanceClock,
  localKeyVault,
  openDatabase,
  openVault,
  postgresPersons,
  postgresWishLists,
  type Database,
  type Vault,
} from '@open-mitid/postgres'
import {
  freshDatabase,
  openQueries,
  type FreshDatabase,
  type Queries,
} from '@open-mitid/postgres/testing'
import { openLog } from '../../apps/server/src/log.ts'
import { openLetterSetter } from '../../apps/server/src/outbound/letter/index.ts'
import { openMail } from '../../apps/server/src/outbound/mail/index.ts'
import { openSms } from '../../apps/server/src/outbound/sms/index.ts'
import { migrateQueue, startWorker, type Worker } from '../../apps/server/src/worker/index.ts'
import {
  openPostOffice,
  type PostOffice,
} from '../../apps/server/src/worker/testing/post-office.ts'
import { noticeWords, type Telling } from '../../packages/identity/src/notice/notice-text.ts'
import { toldEvents } from '../../packages/identity/src/notice/testing/told-events.ts'
import { ledgerParts } from '../../packages/postgres/src/ledger/index.ts'
import { together } from '../../packages/postgres/src/together.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const cpr = '6101905678' as CprNumber
const everything = Object.entries(toldEvents).map(
  ([type, body]) => ({ type, body, actor: 'system' }) as EventDraft,
)
/** A letter is on its way already. */
const byLetterItself = ['device-sent', 'device-code-renewed', 'password-code-sent']
const told = everything.filter(({ type }) => type !== 'sign-in-completed')

let fresh: FreshDatabase
let db: Database
let vault: Vault
let queries: Queries
let office: PostOffice
let worker: Worker
const letters: PrintedLetter[] = []
let people = 0

beforeAll(async () => {
  fresh = await freshDatabase()
  await migrateQueue(fresh.url)
  db = openDatabase(fresh.url, { max: 6 })
  const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const
  vault = await openVault(db, localKeyVault(keys))
  queries = openQueries(fresh.url)
  office = await openPostOffice()
  worker = start()
})
afterEach(async () => {
  await Promise.all([office.up('mail'), office.up('sms')])
  Object.assign(office.refuses, { mail: '', sms: '' })
  office.mails.length = 0
  office.texts.length = 0
  letters.length = 0
})
afterAll(async () => {
  await worker.stop()
  await office.close()
  await queries.close()
  await db.close()
  await fresh.drop()
})

function start(): Worker {
  const mail = openMail({ url: office.smtpUrl, name: 'MitID', host: 'mitid.example' })
  const sms = openSms({ url: office.smppUrl, sender: 'MitID' })
  const started = startWorker({
    db,
    url: fresh.url,
    vault,
    carriers: { mail, sms },
    imprint: { scheme: 'MitID', help: 'https://mitid.example/help' },
    ownerPage: 'https://signin.example/link',
    setLetter: openLetterSetter({
      scheme: 'MitID',
      site: 'https://mitid.example',
      app: 'https://app.example',
    }),
    printService: {
      print: (letter) => {
        letters.push(letter)
        return Promise.resolve()
      },
    },
    random,
    messagesASecond: 1_000,
    log: openLog('silent'),
  })
  return {
    ...started,
    async stop() {
      await started.stop()
      mail.close()
      sms.close()
    },
  }
}

async function somebody(contacts: 'both' | 'none' = 'both'): Promise<Person> {
  people += 1
  const created = await createPerson({ persons: postgresPersons(db, vault), random })({
    userId: `told ${String(people)}` as UserId,
    name: 'Asta Østergård' as PersonName,
    address: 'Algade 1, 4000 Roskilde',
    cpr: people === 1 ? cpr : undefined,
    birthDate: '1990-01-01' as BirthDate,
    protected: true,
    ial: 'Substantial',
    language: people % 2 === 0 ? 'en' : 'da',
    phone: contacts === 'both' ? PhoneNumber.parse('20123456') : undefined,
    email: contacts === 'both' ? EmailAddress.parse('asta@post.example') : undefined,
  })
  if (!created.ok) throw new Error(created.refusal.kind)
  return created.value
}

/** Writes the events as the house does: in the person's chain, and thereby into the outbox. */
async function happen(person: Person, drafts: readonly EventDraft[]): Promise<void> {
  for (const draft of drafts) {
    const found = await postgresPersons(db, vault).find({ id: person.id })
    if (!found) throw new Error('nobody')
    const [row] = await queries.query<{ wrapped_key: Buffer }>(
      'select wrapped_key from mitid.person where id = $1',
      [person.id],
    )
    const key = await vault.personKey(person.id, Uint8Array.from(row?.wrapped_key ?? []))
    const events = appendEvents(found.chain, [draft], { random, now: found.now })
    expect((await together(db, ledgerParts(events, key))).ok).toBe(true)
  }
  worker.tell()
}

const soon = { timeout: 20_000, interval: 50 }
const subjects = () => office.mails.map(({ subject }) => subject)
const sayings = () => office.texts.map(({ text }) => text)
const waiting = async () => {
  const [row] = await queries.query<{ n: number }>('select count(*)::int as n from mitid.lane')
  return row?.n
}

describe('Invariant 15', () => {
  it('every event that is told reaches every channel, in the order in which it happened', async () => {
    await happen(await somebody(), told)
    await vi.waitFor(async () => {
      expect(office.mails).toHaveLength(told.length)
      expect(office.texts).toHaveLength(told.length)
      // The carrier has a message before the answer to it is written down.
      expect(await waiting()).toBe(0)
    }, soon)
    const inOrder = expectedSubjects()
    expect(subjects()).toEqual(inOrder)
    for (const text of [...sayings(), ...office.mails.map((mail) => mail.text)]) {
      expect(text).not.toContain(cpr)
      expect(text).not.toMatch(/\d{6}-?\d{4}|aut_|sgn_|per_/u)
    }
    expect(office.mails.every(({ text, html }) => text !== '' && !html)).toBe(true)
  })

  it.each(['mail', 'sms'] as const)(
    'while %s is down for an hour the other hears of everything, and then nothing is lost or out of order',
    async (dead) => {
      await office.down(dead)
      const person = await somebody()
      const [first, ...rest] = told
      if (!first) throw new Error('nothing is told')
      await happen(person, [first])
      const other = dead === 'mail' ? office.texts : office.mails
      await vi.waitFor(() => {
        expect(other).toHaveLength(1)
      }, soon)
      await advanceClock(db, 60 * 60)
      await happen(person, rest)
      await vi.waitFor(() => {
        expect(other).toHaveLength(told.length)
      }, soon)
      expect(dead === 'mail' ? office.mails : office.texts).toEqual([])
      await office.up(dead)
      worker.tell()
      await vi.waitFor(() => {
        expect(office.mails).toHaveLength(told.length)
        expect(office.texts).toHaveLength(told.length)
      }, soon)
      expect(subjects()).toEqual(expectedSubjects(person.language))
    },
  )

  it('a contact that refuses for now is asked again later, in order, also by another worker', async () => {
    office.refuses.mail = 'later'
    const person = await somebody()
    await happen(person, told.slice(0, 3))
    await vi.waitFor(async () => {
      expect(office.texts).toHaveLength(3)
      const [lane] = await queries.query<{ refusals: number }>('select refusals from mitid.lane')
      expect(lane?.refusals).toBe(1)
    }, soon)
    await worker.stop()
    office.refuses.mail = ''
    await advanceClock(db, 60 * 60)
    worker = start()
    await vi.waitFor(() => {
      expect(office.mails).toHaveLength(3)
    }, soon)
    expect(subjects()).toEqual(expectedSubjects(person.language).slice(0, 3))
    expect(office.texts).toHaveLength(3)
  })

  it('whom no channel reaches any more is told by letter, and of a contact that ended the other', async () => {
    office.refuses.mail = 'never'
    await happen(await somebody(), told.slice(0, 1))
    await vi.waitFor(async () => {
      expect(office.texts).toHaveLength(1)
      expect(await waiting()).toBe(0)
    }, soon)
    office.refuses.sms = 'never'
    await happen(await somebody(), told.slice(0, 2))
    await vi.waitFor(() => {
      expect(letters).toHaveLength(2)
    }, soon)
    expect(letters.map(({ recipient }) => recipient)).toEqual(['Asta Østergård', 'Asta Østergård'])
  })

  it('a carrier that is away for more than four days has had its time, and a letter goes instead', async () => {
    await Promise.all([office.down('mail'), office.down('sms')])
    await happen(await somebody(), told.slice(0, 1))
    await vi.waitFor(async () => {
      expect(await waiting()).toBe(2)
    }, soon)
    await advanceClock(db, 5 * 24 * 60 * 60)
    worker.tell()
    await vi.waitFor(() => {
      expect(letters).toHaveLength(1)
    }, soon)
  })

  it('who has neither phone nor e-mail is told of every change by letter', async () => {
    await happen(await somebody('none'), told)
    await vi.waitFor(() => {
      expect(letters).toHaveLength(told.length - byLetterItself.length)
    }, soon)
    expect(letters.map(({ title }) => title)).toContain(
      people % 2 === 0 ? 'MitID: You have a new user ID' : 'MitID: Du har fået nyt bruger-ID',
    )
  })

  it('a new language is told by letter in both, where a letter is what is left', async () => {
    const person = await somebody('none')
    const change = changeWishes({ wishLists: postgresWishLists(db, vault), random })
    const language = person.language === 'da' ? 'en' : 'da'
    expect((await change({ userId: person.userId, wanted: { language } })).ok).toBe(true)
    worker.tell()
    await vi.waitFor(() => {
      expect(letters.map(({ title }) => title)).toEqual([
        'MitID: Beskeder og breve / Messages and letters',
      ])
    }, soon)
  })
})

describe('a notice at each use', () => {
  it('comes to whoever wants it, and to nobody else', async () => {
    const use = everything.filter(({ type }) => type === 'sign-in-completed')
    const [quiet, curious] = [await somebody(), await somebody()]
    const change = changeWishes({ wishLists: postgresWishLists(db, vault), random })
    const wanted = { notify_every_use: true }
    expect((await change({ userId: curious.userId, wanted })).ok).toBe(true)
    worker.tell()
    await vi.waitFor(() => {
      expect(office.texts).toHaveLength(1)
      expect(office.mails).toHaveLength(1)
    }, soon)
    await happen(quiet, use)
    await happen(curious, use)
    await vi.waitFor(() => {
      expect(office.texts).toHaveLength(2)
      expect(office.mails).toHaveLength(2)
    }, soon)
    expect(sayings()[1]).toContain('Sundby Bank')
    const [row] = await queries.query<{ n: number }>(
      'select count(*)::int as n from mitid.notice where subject = $1',
      [quiet.id],
    )
    expect(row?.n).toBe(0)
  })
})

/** What was told, in the words of the person's language. */
function expectedSubjects(language: 'da' | 'en' = 'da'): readonly string[] {
  const imprint = { scheme: 'MitID', help: 'https://mitid.example/help' }
  return told.map((draft) => {
    const telling = { ...draft, at: 0, language } as unknown as Telling
    return `MitID: ${noticeWords(telling, language, imprint).subject}`
  })
}
