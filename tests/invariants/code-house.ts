/** What the house has for passwords and code devices: devices of people, and browsers that prove. */
import { createHmac, randomBytes } from 'node:crypto'
import {
  activateCodeDevice,
  beginPassword,
  openDeviceLetter,
  orderDevice,
  registerPassword,
  sendOrderedDevices,
  SerialNumber,
  type DeviceKind,
  type PasswordServer,
} from '@open-mitid/identity/authenticator'
import { LetterCode, type LetterId } from '@open-mitid/identity/letter'
import { sendOwnerLink, type Carriers } from '@open-mitid/identity/notice'
import type { Person } from '@open-mitid/identity/person'
import {
  approveByCode,
  askOwnerLink,
  beginOwnChange,
  changeOwn,
  checkOwnUserId,
  findOwnChange,
  knowBrowser,
  provePassword,
  registerOwnPassword,
  useOwnerCode,
  useOwnerLink,
  type OfferedDevice,
  type OwnChange,
  type OwnSignIn,
} from '@open-mitid/identity/sign-in'
import type { Bytes, Id } from '@open-mitid/kernel'
import {
  keepDecoyPassword,
  keepHouseClient,
  postgresBrowserPasses,
  postgresCodeDevices,
  postgresCodeSignIns,
  postgresDeviceAttempts,
  postgresDeviceStock,
  postgresLetters,
  postgresOwnChanges,
  postgresOwnerLinks,
  postgresPasswordLogins,
  postgresWaitingOwnerLinks,
} from '@open-mitid/postgres'
import { codeProof, Password } from '@open-mitid/protocol'
import { beginProof, beginRegistration } from '../../apps/server/src/edge/password-proof.ts'
import { newDecoyRecord, openOpaqueServers } from '../../apps/server/src/outbound/opaque/index.ts'
import { must, type House } from './house.ts'
import { random } from './random.ts'

const goodPassword = 'blå cykel 47'

/** A device in the hand of its person. */
export type Device = { readonly serial: SerialNumber; readonly seed: Uint8Array }

type OwnerMessage = Readonly<Record<'to' | 'text' | 'code' | 'token', string>> & {
  readonly channel: 'sms' | 'email'
}

export type CodeHouse = Awaited<ReturnType<typeof openCodeHouse>>

/** `watch` sees every use of the OPAQUE server for passwords. */
export async function openCodeHouse(
  house: House,
  { watch = (server) => server }: { watch?: (server: PasswordServer) => PasswordServer } = {},
) {
  const { db, vault, ports, sql } = house
  const [, , secret] = house.secrets
  if (!secret) throw new Error('the house has no OPAQUE secret')
  const opaque = await openOpaqueServers(secret)
  await keepDecoyPassword(db, vault, await newDecoyRecord(opaque.passwordServer))
  const own = {
    ...ports,
    passwordServer: watch(opaque.passwordServer),
    logins: postgresPasswordLogins(db, vault),
    codeSignIns: postgresCodeSignIns(db, vault),
    devices: postgresCodeDevices(db, vault),
    attempts: postgresDeviceAttempts(db, vault),
    passes: postgresBrowserPasses(db, vault),
    ownerLinks: postgresOwnerLinks(db, vault),
    ownChanges: postgresOwnChanges(db, vault),
  }
  const stock = postgresDeviceStock(db, vault)
  const letters = postgresLetters(db, vault)
  const site = {
    openLetter: openDeviceLetter(own),
    register: registerPassword(own),
    activate: activateCodeDevice(own),
  }
  const password = {
    begin: beginPassword(own),
    prove: provePassword(own),
    approve: approveByCode(own),
    know: knowBrowser(own),
  }
  const about = { name: 'MitID', domain: 'mitid.example' }
  await keepHouseClient(db, about, random)
  const change = {
    begin: beginOwnChange(own),
    find: findOwnChange(own),
    check: checkOwnUserId(own),
    register: registerOwnPassword(own),
    change: changeOwn(own),
  }
  const owner = {
    ask: askOwnerLink(own),
    useCode: useOwnerCode(own),
    useLink: useOwnerLink(own),
  }
  let serials = 100_000

  /** What the worker does with the links that wait; answers the messages that went out. */
  const sendOwnerLinks = async (refuses?: 'email') => {
    const sent: OwnerMessage[] = []
    const take = (channel: OwnerMessage['channel'], to: string, text: string) => {
      if (channel === refuses) return Promise.reject(new Error('nobody there'))
      const [, code = ''] = /\b(\w{4}-\w{4})\b/u.exec(text) ?? []
      const [, token = ''] = /\/link#([\w-]+)/u.exec(text) ?? []
      sent.push({ channel, to, text, code, token })
      return Promise.resolve()
    }
    const carriers: Carriers = {
      mail: { send: ({ to, text }) => take('email', to, text) },
      sms: { send: ({ to, text }) => take('sms', to, text) },
    }
    const send = sendOwnerLink({
      ownerLinks: postgresWaitingOwnerLinks(db, vault),
      carriers,
      imprint: { scheme: 'MitID', help: 'https://mitid.example/help' },
      ownerPage: 'https://signin.example/link',
      random,
    })
    const waiting = await sql.query<{ id: Id<'msg'> }>(
      'select id from mitid.owner_link where sealed is not null',
    )
    for (const { id } of waiting) await send(id)
    return sent
  }

  const now = async () => {
    const [row] = await sql.query<{ now: number }>(
      'select extract(epoch from mitid.now())::float8 as now',
    )
    return Math.floor(row?.now ?? 0)
  }
  const codeOf = async ({ seed }: Device, ahead = 0): Promise<string> => {
    const step = Math.floor((await now()) / 30) + ahead
    const counter = Buffer.alloc(8)
    counter.writeBigUInt64BE(BigInt(step))
    const mac = createHmac('sha1', seed).update(counter).digest()
    const at = (mac[19] ?? 0) & 0xf
    return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
  }

  /** A device that was sent, and the code of its printed letter. */
  const sendDevice = async (person: Person, kind: DeviceKind = 'code-display') => {
    serials += 1
    const serial = SerialNumber.parse(`CD${serials}`)
    if (serial === undefined) throw new Error('no serial number')
    const seed = Uint8Array.from(randomBytes(20))
    const otp = { algorithm: 'TOTP', digest: 'SHA1', digits: 6, period: 30 } as const
    await stock.receive((delivery) => delivery.add([{ serial, kind, otp, seed, counter: 0 }]))
    const order = { person: { id: person.id }, kind, spare: true, actor: 'operator' } as const
    must(await orderDevice(own)({ ...order, delivery: { to: 'home' } }))
    await sendOrderedDevices(own)
    const [letter] = await sql.query<{ id: LetterId }>(
      'select id from mitid.letter order by queued_at desc, id desc limit 1',
    )
    const printed = letter && (await letters.print(letter.id, 30 * 24 * 60 * 60))
    const text = JSON.stringify(printed?.content)
    const code = LetterCode.parse(/"code":"(\d{8})"/u.exec(text)?.[1])
    if (code === undefined) throw new Error(`no code in the letter: ${text}`)
    return { device: { serial, seed } satisfies Device, code }
  }

  return {
    own,
    site,
    password,
    owner,
    change,
    sendOwnerLinks,

    /** A browser at the page that asks for a change, with a user ID typed. */
    async beginChange(what: OwnChange, userId: string, browser = random(32)): Promise<OwnSignIn> {
      const display = { lang: 'da', lines: [{ value: 'Vælg en ny adgangskode' }] } as const
      const { id } = must(
        await change.begin({
          change: what,
          display,
          house: about,
          browser,
          browserName: 'Firefox',
        }),
      )
      const mine = { id, browser }
      must(await house.box.name({ ...mine, userId }))
      return mine
    },

    /** What the page's script does with a password that is chosen there. */
    async choose(mine: OwnSignIn, chosen: string, userId?: string) {
      const registration = await beginRegistration(chosen as Password)
      const network = '203.0.113.9'
      const { request } = registration
      const answered = await change.register({ ...mine, network, request, userId })
      if (!answered.ok) return answered
      const record = registration.finish(answered.value.response)
      return change.change({ ...mine, record, userId })
    },
    codeOf,
    sendDevice,
    now,

    /** Activated on the website, with a password chosen. */
    async giveDevice(person: Person, chosen = goodPassword, kind: DeviceKind = 'code-display') {
      const { device, code } = await sendDevice(person, kind)
      const browser = random(32)
      const id = must(await site.openLetter({ serial: device.serial, code, browser }))
      const registration = await beginRegistration(must(Password.parse(chosen, person.userId)))
      const { request } = registration
      const { response } = must(
        await site.register({ id, browser, network: '198.51.100.7', request }),
      )
      const record = registration.finish(response)
      const first = await codeOf(device)
      const { pass } = must(await site.activate({ id, browser, code: first, record }))
      await house.advance(31)
      return { device, pass }
    },

    /** The first half of proving a password; the second may come later. */
    async beginProof(mine: OwnSignIn, typed: string) {
      const proof = await beginProof(typed)
      const { ke2 } = must(await password.begin({ ...mine, network: 'half', ke1: proof.ke1 }))
      const finished = proof.finish(ke2)
      if (!finished) throw new Error('the password is wrong')
      return () => password.prove({ ...mine, ke3: finished.ke3 })
    },

    /** What the page's script does with a password: undefined where it was wrong. */
    async prove(own: OwnSignIn, typed = goodPassword, network = '203.0.113.1') {
      const proof = await beginProof(typed)
      const begun = await password.begin({ ...own, network, ke1: proof.ke1 })
      if (!begun.ok) return begun
      const finished = proof.finish(begun.value.ke2)
      if (!finished) return undefined
      const proved = await password.prove({ ...own, ke3: finished.ke3 })
      return proved.ok ? { ok: true as const, ...proved.value, key: finished.sessionKey } : proved
    },

    async approve(
      own: OwnSignIn,
      { key, devices: [device] }: { key: Bytes; devices: readonly OfferedDevice[] },
      code: string,
    ) {
      if (!device) throw new Error('no device was offered')
      const about = { offer_id: own.id, offer_sha256: device.offerSha256 }
      const proof = codeProof(key, about, code)
      return password.approve({ ...own, device: device.id, proof, remember: false })
    },
  }
}
