/** Utopia, the specimen state of ICAO 9303-3 §5: its authority, its signers, and what it publishes. */
import {
  ecSigning,
  makeAuthority,
  makeDocumentSigner,
  masterListUsage,
  revoke,
  signMasterList,
  type Authority,
  type DocumentSigner,
} from '@open-mitid/icao9303/testing'
import { seeded } from './seeded.ts'

export type Country = {
  readonly founded: Date
  readonly signers: Readonly<Record<'good' | 'revoked' | 'foreign', DocumentSigner>>
  /** What an operator imports: the list, the certificate it is believed by, and who is revoked. */
  readonly publish: (now: Date) => {
    readonly masterList: Uint8Array
    readonly publisher: Uint8Array
    readonly revocationList: Uint8Array
  }
}

const revokedSerial = 13

export function foundCountry(seed: Uint8Array, founded: Date): Country {
  const dates = { notBefore: day(founded, -10), notAfter: day(founded, 20) }
  const authority = authorityOf(seed, 'CSCA Utopia', dates)
  // Signs as Utopia's does, and no list names it.
  const elsewhere = authorityOf(seed, 'CSCA Atlantis', dates)
  const signer = (of: Authority, name: string, serial: number) =>
    makeDocumentSigner(of, seeded(seed, name), { serial, ...dates })
  return {
    founded,
    signers: {
      good: signer(authority, 'signer', 7),
      revoked: signer(authority, 'revoked signer', revokedSerial),
      foreign: signer(elsewhere, 'foreign signer', 7),
    },
    publish: (now) => ({
      masterList: signMasterList(
        makeDocumentSigner(authority, seeded(seed, 'master list signer'), {
          serial: 3,
          ...dates,
          extensions: [masterListUsage],
        }),
        [authority.certificate],
      ),
      publisher: authority.certificate,
      revocationList: revoke(authority, [revokedSerial], {
        notBefore: day(now, 0),
        notAfter: day(now, 1),
      }),
    }),
  }
}

function authorityOf(
  seed: Uint8Array,
  commonName: string,
  dates: { notBefore: string; notAfter: string },
): Authority {
  const random = seeded(seed, commonName)
  const signing = ecSigning('brainpoolP384r1', 'SHA-384', random)
  return makeAuthority(random, { signing, commonName, ...dates })
}

/** The same day in another year, as `2026-01-01`. */
export function day(date: Date, years: number): string {
  const there = new Date(date)
  there.setUTCFullYear(date.getUTCFullYear() + years)
  return there.toISOString().slice(0, 10)
}
