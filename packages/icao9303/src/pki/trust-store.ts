/** The authorities that an inspection trusts, and the way from a certificate to one of them. */
import { equalBytes, toHex } from '../bytes.ts'
import { isSignedBy, isValidAt, type Certificate } from './certificate.ts'
import type { RevocationList } from './crl.ts'

/** Made once and kept: certificates are found by name and by key. */
export type TrustStore = {
  readonly anchors: ReadonlySet<Certificate>
  readonly authorities: readonly Certificate[]
  readonly bySubject: ReadonlyMap<string, readonly Certificate[]>
  readonly byKey: ReadonlyMap<string, readonly Certificate[]>
  readonly revocationLists: readonly RevocationList[]
}

export type TrustSources = {
  /** Country signing authorities that are trusted as they are. */
  readonly anchors: readonly Certificate[]
  /** Link certificates, which are trusted only as far as an anchor has signed them. */
  readonly links?: readonly Certificate[]
  /** Counted only where a trusted authority has signed them. */
  readonly revocationLists?: readonly RevocationList[]
}

export type PathProblem = 'issuer-unknown' | 'signature-wrong' | 'issuer-not-authority'

export type TrustPath =
  | { readonly found: true; readonly path: readonly [Certificate, ...Certificate[]] }
  | { readonly found: false; readonly problem: PathProblem }

export type Revocation = 'good' | 'revoked' | 'no-list' | 'stale'

/** Longer chains of link certificates than this do not occur. */
const longestPath = 8

export function createTrustStore({
  anchors,
  links = [],
  revocationLists = [],
}: TrustSources): TrustStore {
  const authorities = [...anchors, ...links]
  return {
    anchors: new Set(anchors),
    authorities,
    bySubject: indexed(authorities, ({ subject }) => subject.key),
    byKey: indexed(authorities, ({ subjectKeyIdentifier }) =>
      subjectKeyIdentifier ? toHex(subjectKeyIdentifier) : undefined,
    ),
    revocationLists,
  }
}

/**
 * The way from a certificate to an anchor, which is the last of the path (ICAO 9303-12 §8). Dates
 * are not looked at, but of two certificates for a key that of `date` is taken first.
 */
export function findPath(certificate: Certificate, store: TrustStore, date: Date): TrustPath {
  let problem: PathProblem = 'issuer-unknown'
  const walk = (path: readonly [Certificate, ...Certificate[]]): typeof path | undefined => {
    const last = path.at(-1) ?? path[0]
    if (store.anchors.has(last)) return path
    if (path.length >= longestPath) return undefined
    for (const issuer of issuersOf(last, store, date)) {
      if (path.includes(issuer)) continue
      const refused = refuses(issuer, last)
      if (refused) {
        problem = refused
        continue
      }
      const found = walk([...path, issuer])
      if (found) return found
    }
    return undefined
  }
  const path = walk([certificate])
  return path ? { found: true, path } : { found: false, problem }
}

/**
 * Whether the state has revoked the certificate. A state's list is signed with its current key and
 * covers what it signed with older ones (ICAO 9303-12 §7.1.4).
 */
export function revocationOf(certificate: Certificate, store: TrustStore, date: Date): Revocation {
  const lists = store.revocationLists.filter(
    (list) => list.issuer.key === certificate.issuer.key && isListTrusted(list, store, date),
  )
  if (lists.some(({ revoked }) => revoked.has(certificate.serial))) return 'revoked'
  if (lists.length === 0) return 'no-list'
  const fresh = lists.some(({ nextUpdate }) => nextUpdate === undefined || nextUpdate >= date)
  return fresh ? 'good' : 'stale'
}

/** Whether an authority that leads to an anchor, and may list what is revoked, has signed the list. */
export function isListTrusted(list: RevocationList, store: TrustStore, date: Date): boolean {
  return (store.bySubject.get(list.issuer.key) ?? []).some(
    (authority) =>
      authority.mayListRevoked !== false &&
      keyMatches(list.authorityKeyIdentifier, authority) &&
      findPath(authority, store, date).found &&
      isSignedBy(list, authority),
  )
}

/** By key identifier first, since states change their names; then by name. */
function issuersOf(certificate: Certificate, store: TrustStore, date: Date): Certificate[] {
  const identifier = certificate.authorityKeyIdentifier
  const byKey = identifier ? (store.byKey.get(toHex(identifier)) ?? []) : []
  const sameState = byKey.filter(({ subject }) => subject.country === certificate.issuer.country)
  const byName = store.bySubject.get(certificate.issuer.key) ?? []
  const found = [...new Set([...sameState, ...byName])]
  const order = (issuer: Certificate) =>
    (store.anchors.has(issuer) ? 0 : 2) + (isValidAt(issuer, date) ? 0 : 1)
  return found.sort((one, other) => order(one) - order(other))
}

function refuses(issuer: Certificate, certificate: Certificate): PathProblem | undefined {
  // Authorities of the first generation have no basic constraints; key usage says it then.
  if (issuer.mayCertify === false || (!issuer.isAuthority && issuer.mayCertify !== true))
    return 'issuer-not-authority'
  return isSignedBy(certificate, issuer) ? undefined : 'signature-wrong'
}

function keyMatches(identifier: Uint8Array | undefined, authority: Certificate): boolean {
  if (!identifier || !authority.subjectKeyIdentifier) return true
  return equalBytes(identifier, authority.subjectKeyIdentifier)
}

function indexed(
  certificates: readonly Certificate[],
  keyOf: (certificate: Certificate) => string | undefined,
): ReadonlyMap<string, readonly Certificate[]> {
  const index = new Map<string, Certificate[]>()
  for (const certificate of certificates) {
    const key = keyOf(certificate)
    if (key === undefined) continue
    const found = index.get(key)
    if (found) found.push(certificate)
    else index.set(key, [certificate])
  }
  return index
}
