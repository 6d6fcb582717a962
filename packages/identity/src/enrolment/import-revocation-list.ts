/** The operator imports what a state has revoked (ICAO 9303-12 §7.1.4). */
import {
  IcaoError,
  isListTrusted,
  parseRevocationList,
  toHex,
  type RevocationList,
} from '@open-mitid/icao9303'
import { accept, Instant, refuse, type Bytes, type Random, type UseCase } from '@open-mitid/kernel'
import { appendEvents } from '../ledger/index.ts'
import type { TrustLists } from './trust-lists.ts'
import { trustStoreOf } from './trust-store.ts'

type ImportRevocationList = { readonly list: Bytes }
type ImportedRevocationList = {
  readonly country: string
  readonly revoked: number
  readonly nextUpdate: Instant | undefined
}
export type ImportRevocationListRefusal = {
  readonly kind:
    | 'list-malformed'
    /** No authority of an imported master list has signed it. */
    | 'issuer-untrusted'
    /** A newer one of this issuer is here: an old list would bring revoked signers back. */
    | 'older'
    | 'busy'
}

const tries = 5

export function importRevocationList({
  trustLists,
  random,
}: {
  trustLists: TrustLists
  random: Random
}): UseCase<ImportRevocationList, ImportedRevocationList, ImportRevocationListRefusal> {
  return async ({ list }) => {
    const parsed = parse(list)
    if (!parsed) return refuse({ kind: 'list-malformed' })
    const issuer = issuerOf(parsed)
    const thisUpdate = instantOf(parsed.thisUpdate)
    for (let left = tries; left > 0; left -= 1) {
      const trust = await trustLists.load()
      const { now, chain } = trust
      if (!isListTrusted(parsed, trustStoreOf(trust), new Date(now * 1000)))
        return refuse({ kind: 'issuer-untrusted' })
      const before = trust.revocationLists.find((kept) => kept.issuer === issuer)
      if (before && before.thisUpdate > thisUpdate) return refuse({ kind: 'older' })
      const country = parsed.issuer.country ?? ''
      const revoked = parsed.revoked.size
      const body = { issuer: country, revoked }
      const events = appendEvents(
        chain,
        [{ type: 'revocation-list-imported', actor: 'operator', body }],
        { random, now },
      )
      if ((await trustLists.keepRevocationList({ issuer, list, thisUpdate }, events)).ok) {
        const { nextUpdate } = parsed
        return accept({ country, revoked, nextUpdate: nextUpdate && instantOf(nextUpdate) })
      }
    }
    return refuse({ kind: 'busy' })
  }
}

function parse(list: Bytes): RevocationList | undefined {
  try {
    return parseRevocationList(list)
  } catch (error) {
    if (error instanceof IcaoError) return undefined
    throw error
  }
}

/** By name and key: an authority that changes its key may go on listing with either. */
function issuerOf({ issuer, authorityKeyIdentifier: key }: RevocationList): string {
  return JSON.stringify([issuer.key, key ? toHex(key) : ''])
}

function instantOf(date: Date): Instant {
  return Instant.of(date.getTime() / 1000)
}
