/** The numbered domain parameters of PACE (ICAO 9303-11 §9.5.1, table 7). */
import { AlgorithmError } from './algorithm-error.ts'
import { curveByName, type Curve, type CurveName } from './curve.ts'
import {
  rfc5114Group1024x160,
  rfc5114Group2048x224,
  rfc5114Group2048x256,
  type DhGroup,
} from './dh-group.ts'

export type Domain =
  | { readonly kind: 'ecdh'; readonly curve: Curve }
  | { readonly kind: 'dh'; readonly group: DhGroup }

const groups: Readonly<Record<number, DhGroup>> = {
  0: rfc5114Group1024x160,
  1: rfc5114Group2048x224,
  2: rfc5114Group2048x256,
}
const curves: Readonly<Record<number, CurveName>> = {
  8: 'P-192',
  9: 'brainpoolP192r1',
  10: 'P-224',
  11: 'brainpoolP224r1',
  12: 'P-256',
  13: 'brainpoolP256r1',
  14: 'brainpoolP320r1',
  15: 'P-384',
  16: 'brainpoolP384r1',
  17: 'brainpoolP512r1',
  18: 'P-521',
}

export function standardizedDomain(id: number): Domain {
  const group = groups[id]
  if (group) return { kind: 'dh', group }
  const curve = curves[id]
  if (curve) return { kind: 'ecdh', curve: curveByName(curve) }
  throw new AlgorithmError('unknown-curve', 'ICAO 9303-11 §9.5.1')
}
