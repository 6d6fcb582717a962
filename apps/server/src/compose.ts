/** The whole object graph of a server, top to bottom. Nothing here decides anything. */
import { resolve } from 'node:path'
import type { ActivationSignals, PasswordServer } from '@open-mitid/identity/authenticator'
import type { PersonId } from '@open-mitid/identity/person'
import type { Signals } from '@open-mitid/identity/sign-in'
import { utf8 } from '@open-mitid/kernel'
import {
  sweepEnrolments,
  keepHouseClient,
  openKeptSteps,
  postgresSignIns,
  sweepOwnChanges,
  sweepOwnerLinks,
  sweepPassportProofs,
  sweepPasswords,
  sweepSignIns,
  type Trip,
} from '@open-mitid/postgres'
import { openChannel } from '@open-mitid/postgres/channel'
import { sweepOidc } from '@open-mitid/postgres/oidc'
import type { FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import { openPassport } from './compose-passport.ts'
import { enrolmentEdge } from './compose-enrolment.ts'
import { deviceUseCases } from './compose-device.ts'
import { phonePlugins } from './compose-phone.ts'
import { signInPlugins } from './compose-sign-in.ts'
import type { Config, EdgeName } from './config.ts'
import { citizenEdge, deviceEdge } from './edge/citizen/index.ts'
import { openMetrics, type Metrics } from './edge/metrics.ts'
import { pageFiles, readPageFiles } from './edge/page-files.ts'
import { ownerLinkPath } from './edge/sign-in/index.ts'
import { openFoundation, type Foundation } from './foundation.ts'
import { openInstallationOpaque } from './installation-opaque.ts'
import type { OpenFaceMatcher } from './outbound/face/index.ts'
import { openLetterSetter, openPrintService } from './outbound/letter/index.ts'
import { openMail } from './outbound/mail/index.ts'
import { openSms } from './outbound/sms/index.ts'
import { postgresActivationSignals, postgresSignals } from './outbound/signals/postgres-signals.ts'
import { outsideServices } from './outside-services.ts'
import { processSignals } from './outbound/signals/process-signals.ts'
import { migrateQueue, startWorker, type Worker } from './worker/index.ts'

export type Installation = {
  /** What is mounted on each edge; made for those that are started. */
  readonly edges: Readonly<Record<EdgeName, () => readonly FastifyPluginAsync[]>>
  readonly metrics: Metrics
  readonly startWorker: () => Promise<Worker>
  /** Whether the database answers. */
  readonly ready: () => Promise<boolean>
  readonly close: () => Promise<void>
}

export type Compose = {
  readonly log: Logger
  /** Told of every trip to the database: the bench counts them. */
  readonly onTrip?: ((trip: Trip) => void) | undefined
  /** What compares faces, where it is not the server's own. */
  readonly faceMatcher?: OpenFaceMatcher | undefined
}

/** What the build made, seen from the sources and from the build itself. */
const built = resolve(import.meta.dirname, '../dist')
const appFolder = resolve(import.meta.dirname, '../../phone/dist')

export async function compose(
  config: Config,
  { log, onTrip, faceMatcher }: Compose,
): Promise<Installation> {
  const foundation = await openFoundation(config, onTrip)
  const { db, vault, now } = foundation
  const metrics = openMetrics()
  const { signals, activationSignals, close } = await openSignals(config, foundation)
  const kept = openKeptSteps()
  const signIns = postgresSignIns(db, vault, kept)
  const { pinServer, passwordServer } = await openInstallationOpaque(foundation)
  await keepHouseClient(db, houseOf(config), foundation.random)
  const { count } = metrics
  const passport = openPassport(config, foundation, faceMatcher)
  const codeKey = await vault.mac('authorization-code', utf8('v1'))
  return {
    edges: {
      oidc: () =>
        signInPlugins({
          config,
          foundation,
          signIns,
          kept,
          signals,
          count,
          passwordServer,
          codeKey,
        }),
      phone: () => [
        ...phonePlugins(foundation, {
          config,
          pinServer,
          signIns,
          kept,
          signals,
          passport: passport?.useCases,
          activationSignals,
          app: appFolder,
        }),
        errorPages(),
      ],
      citizen: () => [
        citizens(config, foundation, activationSignals),
        codeDevices(config, foundation, passwordServer),
      ],
      desk: () => [errorPages()],
    },
    metrics,
    startWorker: () => openWorker(config, foundation, log),
    ready: () =>
      now().then(
        () => true,
        () => false,
      ),
    async close() {
      await close()
      await passport?.close()
      await foundation.close()
    },
  }
}

/** What people read where the house itself asks them for something. */
function houseOf({ schemeName, origins }: Config) {
  return { name: schemeName, domain: new URL(origins.citizen).hostname }
}

/** What the pages of errors load, where an edge has no others. */
function errorPages(): FastifyPluginAsync {
  return pageFiles(readPageFiles(resolve(built, 'box')))
}

/** The citizens' website, and the outside services that prove who somebody is. */
function citizens(
  config: Config,
  foundation: Foundation,
  activationSignals: ActivationSignals,
): FastifyPluginAsync {
  const { origins, schemeName, environment } = config
  return citizenEdge({
    scheme: schemeName,
    origin: origins.citizen,
    app: origins.phone,
    issuer: origins.oidc,
    sandbox: environment !== 'production',
    clientFolder: resolve(built, 'citizen'),
    enrolment: enrolmentEdge(foundation, {
      ...outsideServices(config, foundation),
      activationSignals,
    }),
  })
}

type OpenSignals = {
  readonly signals: Signals
  readonly activationSignals: ActivationSignals
  readonly close: () => Promise<void>
}

/** Where code devices are activated. */
function codeDevices(
  { origins, schemeName, environment }: Config,
  foundation: Foundation,
  passwordServer: PasswordServer,
): FastifyPluginAsync {
  return deviceEdge({
    site: {
      scheme: schemeName,
      origin: origins.citizen,
      app: origins.phone,
      issuer: origins.oidc,
      sandbox: environment !== 'production',
    },
    clientFolder: resolve(built, 'citizen'),
    ...deviceUseCases(foundation, passwordServer),
  })
}

async function openSignals(config: Config, { db }: Foundation): Promise<OpenSignals> {
  if (config.signals === 'process')
    return {
      signals: processSignals(),
      activationSignals: processSignals<PersonId, 'active'>(),
      close: () => Promise.resolve(),
    }
  const channel = await openChannel(config.databaseUrl, db, 'mitid_signals')
  return {
    signals: postgresSignals(channel),
    activationSignals: postgresActivationSignals(channel),
    close: () => channel.close(),
  }
}

async function openWorker(config: Config, foundation: Foundation, log: Logger): Promise<Worker> {
  const { db, vault, random } = foundation
  const { databaseUrl: url, schemeName, origins } = config
  await migrateQueue(url)
  const mail = openMail({
    url: config.smtpUrl,
    name: schemeName,
    host: new URL(origins.citizen).hostname,
  })
  const sms = openSms({ url: config.smppUrl, sender: schemeName })
  const worker = startWorker({
    db,
    url,
    vault,
    carriers: { mail, sms },
    imprint: { scheme: schemeName, help: `${origins.citizen}/help` },
    ownerPage: `${origins.oidc}${ownerLinkPath}`,
    setLetter: openLetterSetter({ scheme: schemeName, site: origins.citizen, app: origins.phone }),
    printService: openPrintService(config.printUrl),
    messagesASecond: config.messagesASecond,
    random,
    log,
    sweeps: {
      oidc: () => sweepOidc(db),
      signIns: () => sweepSignIns(db),
      enrolments: () => sweepEnrolments(db),
      passwords: () => sweepPasswords(db),
      ownerLinks: () => sweepOwnerLinks(db),
      ownChanges: () => sweepOwnChanges(db),
      passportProofs: () => sweepPassportProofs(db),
    },
  })
  return {
    ...worker,
    async stop() {
      await worker.stop()
      mail.close()
      sms.close()
    },
  }
}
