/** The app's part of the object graph: a use case for each of its calls, and the app itself. */
import {
  changeOwnWishes,
  changePin,
  completeActivation,
  confirmSecondCode,
  openActivation,
  provePin,
  readWishes,
  registerPin,
  removeProfile,
  type Activations,
  type ActivationSignals,
  type CallPorts,
  type EvidenceSigner,
  type OwnWishes,
  type PinServer,
  type Profiles,
} from '@open-mitid/identity/authenticator'
import type { Mac } from '@open-mitid/identity/keys'
import { resetPin, type Regainings } from '@open-mitid/identity/enrolment'
import {
  approveSignIn,
  claimSignIn,
  forgetBrowser,
  readBrowsers,
  readHistory,
  readReceipt,
  readState,
  refuseSignIn,
  type Signals,
  type SignIns,
} from '@open-mitid/identity/sign-in'
import {
  postgresActivations,
  postgresOwnWishes,
  postgresProfiles,
  postgresRegainings,
  type KeptSteps,
} from '@open-mitid/postgres'
import type { FastifyPluginAsync } from 'fastify'
import type { Config } from './config.ts'
import { evidenceKeys } from './edge/evidence-keys.ts'
import {
  phoneEdge,
  readAppFiles,
  type PassportUseCases,
  type PhoneUseCases,
} from './edge/phone/index.ts'
import type { Foundation } from './foundation.ts'
import { keptKeysVerify } from './outbound/es256/index.ts'

export type PhonePorts = CallPorts & {
  readonly mac: Mac
  readonly evidence: EvidenceSigner
  readonly pinServer: PinServer
  readonly profiles: Profiles
  readonly ownWishes: OwnWishes
  readonly regainings: Regainings
  readonly activations: Activations
  readonly signIns: SignIns
  readonly signals: Signals
  readonly activationSignals: ActivationSignals
}

export function phoneUseCases(ports: PhonePorts): PhoneUseCases {
  return {
    '/api/activation/open': openActivation(ports),
    '/api/activation/second': confirmSecondCode(ports),
    '/api/activation/finish': completeActivation(ports),
    '/api/pin/register': registerPin(ports),
    '/api/pin/prove': provePin(ports),
    '/api/pin/change': changePin(ports),
    '/api/pin/reset': resetPin(ports),
    '/api/profile/remove': removeProfile(ports),
    '/api/claim': claimSignIn(ports),
    '/api/approve': approveSignIn(ports),
    '/api/refuse': refuseSignIn(ports),
    '/api/receipt': readReceipt(ports),
    '/api/history': readHistory(ports),
    '/api/browsers': readBrowsers(ports),
    '/api/browsers/forget': forgetBrowser(ports),
    '/api/wishes': readWishes(ports),
    '/api/wishes/change': changeOwnWishes(ports),
    '/api/state': readState(ports),
  }
}

/** `app` is the folder that the build made of the phone. */
export function phonePlugins(
  foundation: Foundation,
  parts: {
    readonly config: Config
    readonly pinServer: PinServer
    readonly signIns: SignIns
    readonly kept: KeptSteps
    readonly signals: Signals
    readonly passport: PassportUseCases | undefined
    readonly activationSignals: ActivationSignals
    readonly app: string
  },
): FastifyPluginAsync[] {
  const { db, vault, evidence, random, now } = foundation
  const { config, app, passport, kept, ...ports } = parts
  const { origins, schemeName, chipOrigin, readerOrigin, androidApps } = config
  const useCases = phoneUseCases({
    ...ports,
    random,
    verify: keptKeysVerify(),
    mac: vault.mac,
    evidence: evidence.current,
    profiles: postgresProfiles(db, vault, kept.callers),
    ownWishes: postgresOwnWishes(db, vault),
    regainings: postgresRegainings(db, vault),
    activations: postgresActivations(db, vault),
  })
  const settings = {
    schemeName,
    signInOrigin: origins.oidc,
    websiteOrigin: origins.citizen,
    chipOrigin,
    readerOrigin,
  }
  const served = { files: readAppFiles(app), settings, androidApps }
  return [
    phoneEdge(useCases, { origin: origins.phone, passport, app: served }),
    evidenceKeys(evidence, now), // its policy lets the app read nothing from another origin
  ]
}
