/** Public keys as certificates and data groups carry them (RFC 5280 §4.1.2.7, ICAO 9303-12 §4.4). */
import { byteLength, toBigInt } from '../bytes.ts'
import { asn1, bitStringOf, integerOf, oidOf, smallIntegerOf, takeElements } from '../tlv/der.ts'
import { parseTlv, readTlv, type Tlv } from '../tlv/tlv.ts'
import { AlgorithmError } from './algorithm-error.ts'
import { curveByOid, curveByParameters, pointOf, type Curve } from './curve.ts'
import { standardizedDomain } from './domain.ts'
import type { DhGroup } from './dh-group.ts'

export type RsaKey = {
  readonly kind: 'rsa'
  readonly modulus: bigint
  readonly exponent: bigint
  /** Of the modulus and so of a signature, in bytes. */
  readonly length: number
}
export type EcKey = {
  readonly kind: 'ec'
  readonly curve: Curve
  /** The point as it was written; it is on the curve. */
  readonly point: Uint8Array
}
export type DhKey = { readonly kind: 'dh'; readonly group: DhGroup; readonly y: bigint }
export type PublicKey = RsaKey | EcKey | DhKey

const clause = 'RFC 5280 §4.1.2.7'
const oids = {
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  ec: '1.2.840.10045.2.1',
  /** X9.42 and PKCS #3: with and without the order of the subgroup. */
  x942: '1.2.840.10046.2.1',
  pkcs3: '1.2.840.113549.1.3.1',
  /** BSI: the domain of PACE by its number, in chip authentication (TR-03110-3 A.2.1.1). */
  standardized: '0.4.0.127.0.7.1.2',
}

/** Reads a SubjectPublicKeyInfo. */
export function parsePublicKey(bytes: Uint8Array): PublicKey {
  return publicKeyOf(parseTlv(bytes))
}

function publicKeyOf(tlv: Tlv): PublicKey {
  if (tlv.tag !== asn1.sequence) throw new AlgorithmError('key-form', clause)
  const info = takeElements(tlv.value, clause)
  const algorithm = takeElements(info.take(asn1.sequence).value, clause)
  const key = bitStringOf(info.take(asn1.bitString))
  info.end()
  const oid = oidOf(algorithm.take(asn1.oid))
  const [parameters] = algorithm.rest()
  switch (oid) {
    case oids.rsa:
    case oids.rsaPss:
      return rsaKey(key)
    case oids.ec:
      return ecKey(curveOf(parameters), key)
    case oids.standardized: {
      const domain = standardizedDomain(parameters ? smallIntegerOf(parameters) : -1)
      if (domain.kind === 'ecdh') return ecKey(domain.curve, key)
      return { kind: 'dh', group: domain.group, y: integerOf(readTlv(key)) }
    }
    case oids.x942:
    case oids.pkcs3:
      return dhKey(parameters, key, oid === oids.x942)
    default:
      throw new AlgorithmError('unknown-key-algorithm', clause)
  }
}

/** Bounds keep an attacker's key from costing more than a real one. */
function rsaKey(bytes: Uint8Array): RsaKey {
  const key = takeElements(takeElements(bytes, 'RFC 8017 A.1.1').take(asn1.sequence).value, clause)
  const modulus = integerOf(key.take(asn1.integer))
  const exponent = integerOf(key.take(asn1.integer))
  key.end()
  const bits = modulus.toString(2).length
  const fits = modulus > 0n && bits >= 1024 && bits <= 8192 && (modulus & 1n) === 1n
  if (!fits || exponent < 3n || exponent >= 1n << 64n || (exponent & 1n) === 0n)
    throw new AlgorithmError('key-form', 'RFC 8017 §3.1')
  return { kind: 'rsa', modulus, exponent, length: byteLength(modulus) }
}

function ecKey(curve: Curve, point: Uint8Array): EcKey {
  pointOf(curve, point)
  return { kind: 'ec', curve, point }
}

/** By name, or by explicit parameters, as many states write them (RFC 3279 §2.3.5). */
function curveOf(parameters: Tlv | undefined): Curve {
  if (parameters?.tag === asn1.oid) return curveByOid(oidOf(parameters))
  if (parameters?.tag !== asn1.sequence) throw new AlgorithmError('unknown-curve', clause)
  const explicit = takeElements(parameters.value, 'RFC 3279 §2.3.5')
  explicit.take(asn1.integer)
  const field = takeElements(explicit.take(asn1.sequence).value, 'RFC 3279 §2.3.5')
  if (oidOf(field.take(asn1.oid)) !== '1.2.840.10045.1.1')
    throw new AlgorithmError('unknown-curve', 'RFC 3279 §2.3.5')
  const p = integerOf(field.take(asn1.integer))
  const coefficients = takeElements(explicit.take(asn1.sequence).value, 'RFC 3279 §2.3.5')
  const a = toBigInt(coefficients.take(asn1.octetString).value)
  const b = toBigInt(coefficients.take(asn1.octetString).value)
  const generator = explicit.take(asn1.octetString).value
  const order = integerOf(explicit.take(asn1.integer))
  return curveByParameters({ p, a, b, generator, order })
}

function dhKey(parameters: Tlv | undefined, bytes: Uint8Array, withOrder: boolean): DhKey {
  if (parameters?.tag !== asn1.sequence) throw new AlgorithmError('key-form', 'RFC 3279 §2.3.3')
  const domain = takeElements(parameters.value, 'RFC 3279 §2.3.3')
  const p = integerOf(domain.take(asn1.integer))
  const g = integerOf(domain.take(asn1.integer))
  const bits = p.toString(2).length
  if (bits < 1024 || bits > 4096 || (p & 1n) === 0n || g <= 1n || g >= p)
    throw new AlgorithmError('key-form', 'RFC 3279 §2.3.3')
  // Without an order in the parameters, the group is taken as that of a safe prime.
  const q = withOrder ? integerOf(domain.take(asn1.integer)) : (p - 1n) / 2n
  if (q <= 1n || q >= p) throw new AlgorithmError('key-form', 'RFC 3279 §2.3.3')
  return { kind: 'dh', group: { p, g, q, length: byteLength(p) }, y: integerOf(parseTlv(bytes)) }
}
