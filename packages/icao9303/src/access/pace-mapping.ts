/** How PACE makes a generator that only who knows the nonce can know (ICAO 9303-11 §4.4.3.3). */
import { Field, mod } from '@noble/curves/abstract/modular.js'
import type { BlockCipher } from '../algorithm/block-cipher.ts'
import type { Curve, Point } from '../algorithm/curve.ts'
import { power, type DhGroup } from '../algorithm/dh-group.ts'
import { concat, fromHex, toBigInt } from '../bytes.ts'
import { AccessError } from './access-error.ts'

const clause = 'ICAO 9303-11 §4.4.3.3'

/** Generic mapping on a curve: s·G + H, H being the secret of a first key agreement. */
export function mapGenericEcdh(curve: Curve, nonce: Uint8Array, secret: Point): Point {
  const s = mod(toBigInt(nonce), curve.point.Fn.ORDER)
  const base = curve.point.BASE
  const mapped = s === 0n ? secret : base.multiply(s).add(secret)
  if (mapped.is0()) throw new AccessError('not-genuine', clause)
  return mapped
}

/** Generic mapping in a group: g^s · h. */
export function mapGenericDh({ p, g }: DhGroup, nonce: Uint8Array, secret: bigint): bigint {
  return checkGenerator(mod(power(g, toBigInt(nonce), p) * secret, p))
}

/** Integrated mapping in a group: the pseudo-random number raised into the subgroup. */
export function mapIntegratedDh(
  { p, q }: DhGroup,
  cipher: BlockCipher,
  nonce: Uint8Array,
  ourNonce: Uint8Array,
): bigint {
  return checkGenerator(power(pseudoRandom(cipher, nonce, ourNonce, p), (p - 1n) / q, p))
}

/**
 * Integrated mapping on a curve: the pseudo-random number becomes a point by the encoding of
 * ICAO 9303-11 appendix B.2, for primes of the form 4k + 3.
 */
export function mapIntegratedEcdh(
  curve: Curve,
  cipher: BlockCipher,
  nonce: Uint8Array,
  ourNonce: Uint8Array,
): Point {
  const { p, a, b } = curve.point.CURVE()
  if (p % 4n !== 3n) throw new AccessError('not-supported', 'ICAO 9303-11 appendix B.2')
  const field = Field(p)
  const t = pseudoRandom(cipher, nonce, ourNonce, p)
  const alpha = field.neg(field.sqr(t))
  const spread = field.add(alpha, field.sqr(alpha))
  if (field.is0(spread)) throw new AccessError('not-genuine', 'ICAO 9303-11 appendix B.2')
  const ratio = field.div(field.neg(b), a)
  const x2 = field.mul(ratio, field.add(1n, field.inv(spread)))
  const x3 = field.mul(alpha, x2)
  const h2 = field.add(field.add(field.mul(field.sqr(x2), x2), field.mul(a, x2)), b)
  const u = field.mul(field.mul(field.sqr(t), t), h2)
  const root = field.pow(h2, p - 1n - (p + 1n) / 4n)
  const isSquare = field.eql(field.mul(field.sqr(root), h2), 1n)
  const found = isSquare ? { x: x2, y: field.mul(root, h2) } : { x: x3, y: field.mul(root, u) }
  const point = curve.point.fromAffine(found)
  point.assertValidity()
  return point
}

const constants = {
  short: [fromHex('a668892a7c41e3ca739f40b057d85904'), fromHex('a4e136ac725f738b01c1f60217c188ad')],
  long: [
    fromHex('d463d65234124ef7897054986dca0a174e28df758cbaa03f240616414d5a1676'),
    fromHex('54bd7255f0aaf831bec3423fcf39d69b6cbf066677d0faae5aadd99df8e53517'),
  ],
} as const

/** The number that both nonces give, modulo p (ICAO 9303-11 §4.4.3.3.2). */
function pseudoRandom(
  cipher: BlockCipher,
  nonce: Uint8Array,
  ourNonce: Uint8Array,
  p: bigint,
): bigint {
  const [next, output] = cipher.keyLength === 16 ? constants.short : constants.long
  if (nonce.length !== next.length) throw new AccessError('answer-form', clause)
  const iv = new Uint8Array(cipher.blockLength)
  const keyOf = (bytes: Uint8Array) => bytes.subarray(0, cipher.keyLength)
  let key = keyOf(cipher.encrypt(ourNonce, iv, nonce))
  const wanted = p.toString(2).length + 64
  const parts: Uint8Array[] = []
  for (let bits = 0; bits < wanted; bits += 8 * output.length) {
    parts.push(cipher.encrypt(key, iv, output))
    key = keyOf(cipher.encrypt(key, iv, next))
  }
  return mod(toBigInt(concat(...parts)), p)
}

function checkGenerator(generator: bigint): bigint {
  if (generator <= 1n) throw new AccessError('not-genuine', clause)
  return generator
}
