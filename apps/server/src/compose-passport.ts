/** What passports need of the object graph: their use cases, and the thread that inspects them. */
import { issueActivationCode } from '@open-mitid/identity/authenticator'
import {
  acceptTerms,
  askGestures,
  beginPassportProof,
  chooseAuthenticators,
  chooseDelivery,
  chooseUserId,
  closeLostApp,
  completeEnrolment,
  confirmContact,
  enrolWithPassport,
  findEnrolment,
  findOwnApps,
  findStanding,
  giveNewApp,
  inspectHelped,
  inspectPassport,
  matchFace,
  matchHelpedFace,
  offerReading,
  orderChipProof,
  renewActivationCode,
  seeHelp,
  sendContactCode,
  showUserId,
  suggestUserIds,
  takeReading,
  type CprInPassports,
} from '@open-mitid/identity/enrolment'
import {
  postgresActivations,
  postgresEnrolments,
  postgresHelpedProofs,
  postgresHelpedReadings,
  postgresPassportProofs,
  postgresPersons,
  postgresRegainings,
  postgresTrustLists,
} from '@open-mitid/postgres'
import type { Config } from './config.ts'
import type { PassportUseCases } from './edge/phone/index.ts'
import type { Foundation } from './foundation.ts'
import { openFaceMatcher } from './outbound/face/index.ts'
import { openLostDocuments } from './outbound/lost-documents/index.ts'
import { openPassportInspector } from './outbound/passport-inspector/index.ts'
import { openRegister } from './outside-services.ts'

type OpenPassport = {
  readonly useCases: PassportUseCases
  readonly close: () => Promise<void>
}

export function openPassport(
  config: Config,
  { db, vault, random }: Foundation,
  faceMatcher = openFaceMatcher(),
): OpenPassport | undefined {
  const { environment, lostDocumentsUrl } = config
  if (lostDocumentsUrl === undefined) return undefined
  const passportProofs = postgresPassportProofs(db, vault)
  const passportInspector = openPassportInspector(postgresTrustLists(db, vault))
  const lostDocuments = openLostDocuments({ url: lostDocumentsUrl })
  const carried = environment === 'production' ? carriedByStates : carriedInSandbox
  const ports = {
    passportProofs,
    helpedReadings: postgresHelpedReadings(db, vault),
    passportInspector,
    lostDocuments,
    faceMatcher,
    identityRegister: openRegister(config),
    enrolments: postgresEnrolments(db, vault),
    persons: postgresPersons(db, vault),
    regainings: postgresRegainings(db, vault),
    mac: vault.mac,
    carried,
    random,
  }
  const helped = { ...ports, passportProofs: postgresHelpedProofs(db, vault) }
  return {
    useCases: {
      begin: beginPassportProof(ports),
      order: orderChipProof(ports),
      inspect: inspectPassport(ports),
      askGestures: askGestures(ports),
      matchFace: matchFace(ports),
      offerReading: offerReading(ports),
      seeHelp: seeHelp(ports),
      takeReading: takeReading(ports),
      orderHelped: orderChipProof(helped),
      inspectHelped: inspectHelped(helped),
      matchHelpedFace: matchHelpedFace(ports),
      enrolments: ports.enrolments,
      enrol: enrolWithPassport(ports),
      acceptTerms: acceptTerms(ports),
      sendContactCode: sendContactCode(ports),
      confirmContact: confirmContact(ports),
      suggestUserIds: suggestUserIds(ports),
      chooseUserId: chooseUserId(ports),
      chooseAuthenticators: chooseAuthenticators(ports),
      chooseDelivery: chooseDelivery(ports),
      find: findEnrolment(ports),
      complete: completeEnrolment(ports),
      renewCode: renewActivationCode({
        enrolments: ports.enrolments,
        issueActivationCode: issueActivationCode({
          ...ports,
          activations: postgresActivations(db, vault),
        }),
        channel: 'app',
      }),
      findStanding: findStanding(ports),
      findOwnApps: findOwnApps(ports),
      showUserId: showUserId(ports),
      closeLostApp: closeLostApp(ports),
      giveNewApp: giveNewApp(ports),
    },
    async close() {
      await Promise.all([passportInspector.close(), faceMatcher.close()])
    },
  }
}

const carriedByStates: CprInPassports = { issuers: new Set(['DNK']), numbers: 'real' }
/** Utopia's passports, which anybody can make, carry numbers that nobody has. */
const carriedInSandbox: CprInPassports = { issuers: new Set(['DNK', 'UTO']), numbers: 'synthetic' }
