/** The operator imports the list of authorities that a state publishes (ICAO 9303-12 §9). */
import {
  createTrustStore,
  IcaoError,
  isSelfSigned,
  parseCertificate,
  parseMasterList,
  PkiError,
  type Certificate,
  type MasterList,
} from '@open-mitid/icao9303'
import {
  accept,
  refuse,
  type Bytes,
  type Random,
  type Result,
  type UseCase,
} from '@open-mitid/kernel'
import { Digest } from '@open-mitid/protocol'
import { appendEvents } from '../ledger/index.ts'
import type { TrustLists } from './trust-lists.ts'

type ImportMasterList = {
  readonly list: Bytes
  /** The certificate of the publisher's authority, which the operator got another way. */
  readonly publisher: Bytes
}
type ImportedMasterList = {
  readonly authorities: number
  readonly unreadable: number
  readonly countries: readonly string[]
}
export type ImportMasterListRefusal = {
  readonly kind:
    | 'publisher-malformed'
    | 'list-malformed'
    | 'signature-wrong'
    /** The list's signer does not lead to the publisher, or is not valid today. */
    | 'signer-untrusted'
    | 'empty'
    | 'test-country'
    | 'busy'
}

type Ports = {
  readonly trustLists: TrustLists
  readonly random: Random
  /** Utopia, whose passports anybody can make, is trusted in a sandbox alone. */
  readonly testCountries: 'trusted' | 'refused'
}

/** ICAO 9303-3 §5: the specimen state. */
const utopia = 'UT'
const tries = 5

export function importMasterList({
  trustLists,
  random,
  testCountries,
}: Ports): UseCase<ImportMasterList, ImportedMasterList, ImportMasterListRefusal> {
  return async ({ list, publisher }) => {
    const anchor = attempt(() => parseCertificate(publisher))
    if (!anchor || !isSelfSigned(anchor)) return refuse({ kind: 'publisher-malformed' })
    for (let left = tries; left > 0; left -= 1) {
      const { now, chain } = await trustLists.load()
      const read = readAt(list, anchor, new Date(now * 1000))
      if (!read.ok) return read
      const { certificates, unreadable } = read.value
      const states = certificates.map(({ subject }) => subject.country ?? '')
      const countries = [...new Set(states)].sort()
      if (certificates.length === 0) return refuse({ kind: 'empty' })
      if (testCountries === 'refused' && countries.includes(utopia))
        return refuse({ kind: 'test-country' })
      const authorities = certificates.length
      const sha256 = Digest.ofBytes(list)
      const body = { publisher: anchor.subject.country ?? '', authorities, sha256 }
      const events = appendEvents(
        chain,
        [{ type: 'master-list-imported', actor: 'operator', body }],
        { random, now },
      )
      const kept = { publisher: anchor.subject.key, list }
      if ((await trustLists.keepMasterList(kept, events)).ok)
        return accept({ authorities, unreadable, countries })
    }
    return refuse({ kind: 'busy' })
  }
}

function readAt(
  list: Bytes,
  anchor: Certificate,
  date: Date,
): Result<MasterList, ImportMasterListRefusal> {
  try {
    return accept(parseMasterList(list, createTrustStore({ anchors: [anchor] }), date))
  } catch (error) {
    if (!(error instanceof PkiError)) throw error
    const { code } = error
    if (code === 'signature-wrong' || code === 'signer-untrusted') return refuse({ kind: code })
    return refuse({ kind: 'list-malformed' })
  }
}

function attempt<Value>(parse: () => Value): Value | undefined {
  try {
    return parse()
  } catch (error) {
    if (error instanceof IcaoError) return undefined
    throw error
  }
}
