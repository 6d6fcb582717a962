/** The port to the authorities of travel documents that the operator has decided to trust. */
import type { Bytes, Instant, Result } from '@open-mitid/kernel'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'

/** A master list (ICAO 9303-12 §9) that was checked when it was imported, with its publisher. */
export type KeptMasterList = {
  /** The subject of the publisher's authority, as names are compared: one list for each. */
  readonly publisher: string
  readonly list: Bytes
}

/** A revocation list (ICAO 9303-12 §7.1.4); of an authority's key the newest is kept. */
export type KeptRevocationList = {
  readonly issuer: string
  readonly list: Bytes
  readonly thisUpdate: Instant
}

export type Trust = {
  /** Another number whenever a list was imported. */
  readonly version: number
  readonly masterLists: readonly KeptMasterList[]
  readonly revocationLists: readonly KeptRevocationList[]
}

export type FoundTrust = Trust & { readonly now: Instant; readonly chain: ChainHead }

export type TrustLists = {
  version(): Promise<number>
  load(): Promise<FoundTrust>
  /** Takes the place of the list of the same publisher; the event is written with it. */
  keepMasterList(list: KeptMasterList, events: AppendedEvents): Promise<Kept>
  /** Takes the place of the list of the same issuer, unless that is newer by now. */
  keepRevocationList(list: KeptRevocationList, events: AppendedEvents): Promise<Kept>
}

type Kept = Result<undefined, { readonly kind: 'lost' }>
