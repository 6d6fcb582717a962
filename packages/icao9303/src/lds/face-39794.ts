/** Face images in the tagged form of ISO/IEC 39794-5:2019, in the profile of ICAO 9303-10. */
import { smallIntegerOf } from '../tlv/der.ts'
import { elementsOf, parseTlv, type Tlv } from '../tlv/tlv.ts'
import { formatOf, type Face } from './face-19794.ts'
import { LdsError } from './lds-error.ts'

const clause = 'ISO/IEC 39794-5 §7'

export function facesOf39794(block: Uint8Array): Face[] {
  const outer = parseTlv(block)
  const record = outer.tag === 0xa1 ? parseTlv(outer.value) : outer
  if (record.tag !== 0x65) throw new LdsError('value-form', clause)
  return elementsOf(child(record, 0xa1).value).map(faceOf)
}

/** RepresentationBlock: image representation, base, two-dimensional, then data and information. */
function faceOf(representation: Tlv): Face {
  const image = child(child(child(representation, 0xa1), 0xa0), 0xa0)
  const data = child(image, 0x80).value
  const size = elementsOf(child(image, 0xa1).value).find(({ tag }) => tag === 0xa7)
  return {
    format: formatOf(data, clause),
    image: data,
    width: size ? smallIntegerOf(child(size, 0x80)) : 0,
    height: size ? smallIntegerOf(child(size, 0x81)) : 0,
  }
}

function child(parent: Tlv, tag: number): Tlv {
  const found = elementsOf(parent.value).find((element) => element.tag === tag)
  if (!found) throw new LdsError('missing-element', clause)
  return found
}
