/** The digests of travel documents (ICAO 9303-12 §4.2, 9303-11 §9.7), each with its identifiers. */
import { sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { AlgorithmError } from './algorithm-error.ts'

export type DigestName = 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512'

/** The function with its `outputLen` and `blockLen` in bytes, as other primitives take it. */
export const digests = {
  'SHA-1': { oid: '1.3.14.3.2.26', hash: sha1 },
  'SHA-224': { oid: '2.16.840.1.101.3.4.2.4', hash: sha224 },
  'SHA-256': { oid: '2.16.840.1.101.3.4.2.1', hash: sha256 },
  'SHA-384': { oid: '2.16.840.1.101.3.4.2.2', hash: sha384 },
  'SHA-512': { oid: '2.16.840.1.101.3.4.2.3', hash: sha512 },
} as const satisfies Record<DigestName, { oid: string; hash: unknown }>

const byOid = new Map<string, DigestName>(
  Object.entries(digests).map(([name, { oid }]) => [oid, name as DigestName]),
)

export function digest(name: DigestName, message: Uint8Array): Uint8Array {
  return digests[name].hash(message)
}

export function digestByOid(oid: string): DigestName {
  const name = byOid.get(oid)
  if (name === undefined) throw new AlgorithmError('unknown-digest', 'ICAO 9303-12 §4.2')
  return name
}
