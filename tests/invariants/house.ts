/** The core on a database of its own: real tables, the app's edge, and real apps without screens. */
import { issueActivationCode, type PinServer } from '@open-mitid/identity/authenticator'
import type { CodeMessageId } from '@open-mitid/identity/notice'
import {
  createPerson,
  PersonName,
  PhoneNumber,
  UserId,
  type BirthDate,
  type CprNumber,
  type Person,
} from '@open-mitid/identity/person'
import { registerService, type Client } from '@open-mitid/identity/service'
import {
  abortSignIn,
  acceptReturn,
  completeSignIn,
  findSignIn,
  issueStartToken,
  nameUserId,
  openSignIn,
  qrSecretOf,
  showCode,
  type OpenSignIn,
  type OwnSignIn,
  type SignInId,
} from '@open-mitid/identity/sign-in'
import { type Bytes, type Result } from '@open-mitid/kernel'
import {
  advanceClock,
  installationSecret,
  localKeyVault,
  openDatabase,
  openKeptSteps,
  openKeyRing,
  openVault,
  postgresActivations,
  postgresCodeMessages,
  postgresOwnWishes,
  postgresPersons,
  postgresProfiles,
  postgresRegainings,
  postgresServices,
  postgresSignIns,
  type Trip,
} from '@open-mitid/postgres'
import { databaseTime } from '@open-mitid/postgres/oidc'
import { freshDatabase, openQueries, type FreshDatabase } from '@open-mitid/postgres/testing'
import {
  frameAt,
  readQrFrame,
  qrFrame,
  type ClaimSecret,
  type SecondCode,
} from '@open-mitid/protocol'
import type { Phone } from '../../apps/phone/src/core/index.ts'
import { phoneUseCases } from '../../apps/server/src/compose-phone.ts'
import { openEdge } from '../../apps/server/src/edge/edge.ts'
import { evidenceKeys } from '../../apps/server/src/edge/evidence-keys.ts'
import { openMetrics } from '../../apps/server/src/edge/metrics.ts'
import { phoneEdge } from '../../apps/server/src/edge/phone/index.ts'
import { openLog } from '../../apps/server/src/log.ts'
import { keptKeysVerify } from '../../apps/server/src/outbound/es256/index.ts'
import { newOpaqueSetup, openOpaqueServers } from '../../apps/server/src/outbound/opaque/index.ts'
import { appOrigin, openLine } from './phone-line.ts'
import { random } from './random.ts'

export const goodPin = '740913'

/** The value of what must not be refused here. */
export function must<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** `watch` sees every use of the PIN server, as a test of what it is asked for. */
export async function openHouse({
  onTrip,
  watch = (server) => server,
  database,
}: {
  onTrip?: (trip: Trip) => void
  watch?: (server: PinServer) => PinServer
  /** One that was migrated, where it may not be like any other. */
  database?: FreshDatabase
} = {}) {
  const fresh = database ?? (await freshDatabase())
  const db = openDatabase(fresh.url, { max: 12, ...(onTrip ? { onTrip } : {}) })
  const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const
  const vault = await openVault(db, localKeyVault(keys))
  const ring = await openKeyRing(db, vault, 'evidence', random)
  const setup = await newOpaqueSetup()
  const secret = await installationSecret(db, vault, 'opaque-server-setup', () => setup)
  const opaque = await openOpaqueServers(secret)
  const told: SignInId[] = []
  const signals = {
    tell: (id: SignInId) => void told.push(id),
    listen: () => () => undefined,
  }
  const { mac } = vault
  const kept = openKeptSteps()
  const ports = {
    random,
    mac,
    verify: keptKeysVerify(),
    evidence: ring.current,
    signals,
    activationSignals: { tell: () => undefined, listen: () => () => undefined },
    pinServer: watch(opaque.pinServer),
    profiles: postgresProfiles(db, vault, kept.callers),
    ownWishes: postgresOwnWishes(db, vault),
    regainings: postgresRegainings(db, vault),
    activations: postgresActivations(db, vault),
    signIns: postgresSignIns(db, vault, kept),
  }
  const calls = phoneUseCases(ports)
  const edge = await openEdge(
    {
      name: 'phone',
      origin: appOrigin,
      schemeName: 'MitID',
      logger: openLog('silent'),
      metrics: openMetrics(),
      ready: () => Promise.resolve(true),
    },
    [phoneEdge(calls, { origin: appOrigin }), evidenceKeys(ring, () => databaseTime(db))],
  )
  const sql = openQueries(fresh.url)
  const persons = postgresPersons(db, vault)
  const services = postgresServices(db, vault)
  const codes = postgresCodeMessages(db, vault)
  const box = {
    open: openSignIn(ports),
    find: findSignIn(ports),
    name: nameUserId(ports),
    showCode: showCode(ports),
    start: issueStartToken(ports),
    abort: abortSignIn(ports),
    acceptReturn: acceptReturn(ports),
    complete: completeSignIn(ports),
  }
  const line = openLine(edge)
  const { newFolder, phoneOn } = line

  const secondCode = async (): Promise<SecondCode> => {
    const [newest] = await sql.query<{ id: CodeMessageId }>(
      'select id from mitid.code_message order by expires_at desc, id desc',
    )
    const found = newest && (await codes.find(newest.id))
    if (!found) throw new Error('no second code is on its way')
    await codes.remove(newest.id)
    return found.code
  }

  return {
    db,
    url: fresh.url,
    sql,
    ports,
    calls,
    edge,
    box,
    told,
    ...line,
    persons,
    secondCode,
    ring,
    vault,
    secrets: [keys.master, keys.mac, secret],
    issueCode: issueActivationCode(ports),
    advance: (seconds: number) => advanceClock(db, seconds),

    newPerson: async (text: string, cpr?: CprNumber): Promise<Person> =>
      must(
        await createPerson({ persons, random })({
          userId: must(UserId.parse(text)),
          name: PersonName.parse('Asta Østergård') ?? fail(),
          address: 'Testvej 1, 8000 Aarhus C',
          cpr,
          birthDate: '1990-01-01' as BirthDate,
          protected: false,
          ial: 'Substantial',
          language: 'da',
          phone: PhoneNumber.parse('20 30 40 50') ?? fail(),
          email: undefined,
        }),
      ),

    newService: async (id: string): Promise<Client> =>
      must(
        await registerService({ services, random, surface: 'sandbox' } as never)({
          clientId: id,
          organisation: `${id} A/S`,
          name: `Banken ${id}`,
          domain: `${id}.example`,
          redirectUris: ['https://bank.example/cb'],
          postLogoutRedirectUris: [],
          authentication: { method: 'client_secret_basic', secretSha256: random(32) },
          legalBases: [],
          replace: false,
        }),
      ),

    /** A person's app, activated by both codes and a PIN. */
    async activate(person: Person, pin = goodPin): Promise<App> {
      const folder = await newFolder()
      const phone = phoneOn(folder)
      const issued = must(
        await issueActivationCode(ports)({ person: { id: person.id }, channel: 'page' }),
      )
      const { id } = must(await phone.open(issued.code, ''))
      must(await phone.confirmSecond(id, await secondCode()))
      must(await phone.finish(id, pin))
      return { phone, id, folder, person }
    },

    /** A browser at the sign-in page, with a user ID typed. */
    async begin(
      client: Client,
      {
        userId,
        browser = random(32),
        ...more
      }: Partial<OpenSignIn> & { userId?: string | undefined; browser?: Bytes } = {},
    ) {
      const opened = must(
        await box.open({
          client,
          kind: 'approve',
          display: {
            lang: 'da',
            title: 'Overførsel',
            lines: [{ value: 'Overførsel af DKK 2.300 til konto 9978 000123456' }],
          },
          browser,
          from: { browser: 'Firefox på Windows' },
          ...more,
        }),
      )
      const own: OwnSignIn = { id: opened.id, browser }
      if (userId !== undefined) must(await box.name({ ...own, userId }))
      return { own, qid: opened.qid }
    },

    /** What the page's picture shows at this moment. */
    async qrOf(own: OwnSignIn, ahead = 0): Promise<ClaimSecret> {
      const { qid, openedAt, now } = must(await box.find(own))
      const secret = await qrSecretOf(mac, qid)
      const frame = readQrFrame(qrFrame(secret, qid, frameAt(openedAt, now + ahead * 2)))
      return { kind: 'qr', ...(frame ?? fail()) }
    },

    async close() {
      ring.close()
      await edge.close()
      await sql.close()
      await db.close()
      await fresh.drop()
      await line.close()
    },
  }
}

export type App = {
  readonly phone: Phone
  readonly id: string
  readonly folder: string
  readonly person: Person
}

function fail(): never {
  throw new Error('a test is written wrongly')
}
