/** People with a code display each, activated by its letter, and a browser that is known to them. */
import { randomBytes } from 'node:crypto'
import {
  codeAt,
  orderDevice,
  sendOrderedDevices,
  SerialNumber,
  type Otp,
} from '@open-mitid/identity/authenticator'
import { printLetter, type LetterId } from '@open-mitid/identity/letter'
import {
  createPerson,
  UserId,
  type BirthDate,
  type Person,
  type PersonName,
  type PhoneNumber,
} from '@open-mitid/identity/person'
import type { Result } from '@open-mitid/kernel'
import {
  postgresCodeDevices,
  postgresDeviceStock,
  postgresLetters,
  postgresPersons,
} from '@open-mitid/postgres'
import pg from 'pg'
import { deviceUseCases } from '../../apps/server/src/compose-device.ts'
import { openInstallationOpaque } from '../../apps/server/src/installation-opaque.ts'
import { readConfig } from '../../apps/server/src/config.ts'
import { openFoundation, type Foundation } from '../../apps/server/src/foundation.ts'
import type { Installation } from '../installation/installation.ts'
import { origins } from '../installation/places.ts'
import { openBrowser } from './browser.ts'
import { expectStatus } from './call.ts'
import type { DeviceHolder } from './code-sign-in.ts'
import { beginRegistration } from './password.ts'
import { openService } from './service.ts'

/** By a counter: a clock would give a person one code in half a minute. */
const otp: Otp = { algorithm: 'HOTP', digest: 'SHA1', digits: 6 }

/** The installation must have no worker yet, who would print the letters. */
export async function deviceHolders(
  installation: Installation,
  count: number,
  phone?: PhoneNumber,
): Promise<readonly DeviceHolder[]> {
  const foundation = await openFoundation(readConfig(installation.env))
  const client = new pg.Client({ connectionString: installation.database.url })
  await client.connect()
  try {
    const holders: DeviceHolder[] = []
    for (let index = 0; index < count; index += 1)
      holders.push(await holderOf({ installation, foundation, client, phone }, 1_000 + index))
    return holders
  } finally {
    await client.end()
    await foundation.close()
  }
}

type House = {
  readonly installation: Installation
  readonly foundation: Foundation
  readonly client: pg.Client
  /** Where they are told of things, if anywhere. */
  readonly phone: PhoneNumber | undefined
}

async function holderOf(house: House, number: number): Promise<DeviceHolder> {
  const { line, service } = house.installation
  const person = await newPerson(house, `bench.holder${String(number)}`)
  const serial = SerialNumber.parse(`CD${String(100_000 + number)}`)
  if (!serial) throw new Error('no serial number')
  const seed = Uint8Array.from(randomBytes(20))
  let presses = -1
  const press = () => codeAt({ otp, seed }, (presses += 1))
  const code = await sendDevice(house, person, { serial, seed })
  const pass = await activate(house, { serial, code, first: press() })
  const browser = openBrowser(line)
  expectStatus(await browser.send(`${origins.signIn}/browser`, { token: pass }), 200, 'the pass')
  const client = openService(line, origins.signIn, service)
  return { userId: person.userId, browser, service: client, press }
}

async function newPerson(
  { foundation: { db, vault, random }, phone }: House,
  name: string,
): Promise<Person> {
  return must(
    await createPerson({ persons: postgresPersons(db, vault), random })({
      userId: must(UserId.parse(name)),
      name: 'Bench Holder' as PersonName,
      address: 'Bænkevej 1, 1000 København K',
      cpr: undefined,
      birthDate: '1985-03-14' as BirthDate,
      protected: false,
      ial: 'Substantial',
      language: 'en',
      phone,
      email: undefined,
    }),
  )
}

/** Answers the code of the letter that came with it. */
async function sendDevice(
  { foundation: { db, vault, random }, client }: House,
  person: Person,
  { serial, seed }: { readonly serial: SerialNumber; readonly seed: Uint8Array<ArrayBuffer> },
): Promise<string> {
  const devices = postgresCodeDevices(db, vault)
  const kind = 'code-display' as const
  const delivered = { serial, kind, otp, seed, counter: 0 }
  await postgresDeviceStock(db, vault).receive((delivery) => delivery.add([delivered]))
  const order = { person: { id: person.id }, kind, spare: false, actor: 'operator' } as const
  must(await orderDevice({ devices, random })({ ...order, delivery: { to: 'home' } }))
  await sendOrderedDevices({ devices, mac: vault.mac, random })
  const { rows } = await client.query<{ id: LetterId }>(
    `select id from mitid.letter where person_id = $1 and handed_over_at is null`,
    [person.id],
  )
  let code: string | undefined
  const print = printLetter({
    letters: postgresLetters(db, vault),
    setLetter: ({ content }) => {
      code ??= /"code":"(\d{8})"/u.exec(JSON.stringify(content))?.[1]
      return Promise.resolve({ title: '', pdf: new Uint8Array() })
    },
    printService: { print: () => Promise.resolve() },
  })
  for (const { id } of rows) await print(id)
  if (code === undefined) throw new Error('no letter brought a code')
  return code
}

async function activate(
  { foundation }: House,
  { serial, code, first }: { serial: string; code: string; first: string },
): Promise<string> {
  const { passwordServer } = await openInstallationOpaque(foundation)
  const site = deviceUseCases(foundation, passwordServer)
  const browser = foundation.random(32)
  const own = { id: must(await site.openLetter({ serial, code, browser })), browser }
  const { request, finish } = await beginRegistration()
  const registered = await site.register({ ...own, network: '127.0.0.1', request })
  const record = finish(must(registered).response)
  return must(await site.activate({ ...own, code: first, record })).pass
}

function must<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (result.ok) return result.value
  throw new Error(result.refusal.kind)
}
