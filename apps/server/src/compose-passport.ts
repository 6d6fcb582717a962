/** What passports need of the object graph: their use cases, and the thread that inspects them. */
import {
  beginPassportProof,
  inspectPassport,
  orderChipProof,
  type CprInPassports,
} from '@open-mitid/identity/enrolment'
import { postgresPassportProofs, postgresTrustLists } from '@open-mitid/postgres'
import type { Config } from './config.ts'
import type { PassportUseCases } from './edge/phone/index.ts'
import type { Foundation } from './foundation.ts'
import { openLostDocuments } from './outbound/lost-documents/index.ts'
import { openPassportInspector } from './outbound/passport-inspector/index.ts'

type OpenPassport = {
  readonly useCases: PassportUseCases
  readonly close: () => Promise<void>
}

export function openPassport(
  { environment, lostDocumentsUrl }: Config,
  { db, vault, random }: Foundation,
): OpenPassport | undefined {
  if (lostDocumentsUrl === undefined) return undefined
  const passportProofs = postgresPassportProofs(db, vault)
  const passportInspector = openPassportInspector(postgresTrustLists(db, vault))
  const lostDocuments = openLostDocuments({ url: lostDocumentsUrl })
  const carried = environment === 'production' ? carriedByStates : carriedInSandbox
  const ports = { passportProofs, passportInspector, lostDocuments, carried, random }
  return {
    useCases: {
      begin: beginPassportProof(ports),
      order: orderChipProof(ports),
      inspect: inspectPassport(ports),
    },
    close: () => passportInspector.close(),
  }
}

const carriedByStates: CprInPassports = { issuers: new Set(['DNK']), numbers: 'real' }
/** Utopia's passports, which anybody can make, carry numbers that nobody has. */
const carriedInSandbox: CprInPassports = { issuers: new Set(['DNK', 'UTO']), numbers: 'synthetic' }
