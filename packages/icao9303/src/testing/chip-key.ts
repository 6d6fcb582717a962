/** A chip's own key pair for chip authentication, for tests. */
import { curveByName, drawScalar, type CurveName } from '../algorithm/curve.ts'
import type { Bytes, Random } from '../bytes.ts'
import { asn1 } from '../tlv/der.ts'
import { encodeTlv } from '../tlv/encode.ts'
import type { ChipKey } from './emulated-chip.ts'
import { oid, sequence } from './issuing.ts'

/** `publicKey` is the SubjectPublicKeyInfo that goes into DG14. */
export function makeChipKey(name: CurveName, random: Random): ChipKey & { publicKey: Bytes } {
  const curve = curveByName(name)
  const scalar = drawScalar(curve.point.Fn.ORDER, random)
  const point = curve.point.BASE.multiply(scalar).toBytes(false)
  const algorithm = sequence(oid('1.2.840.10045.2.1'), oid(curve.oid))
  const bits = encodeTlv(asn1.bitString, Uint8Array.of(0), point)
  return { curve, scalar, publicKey: sequence(algorithm, bits) }
}
