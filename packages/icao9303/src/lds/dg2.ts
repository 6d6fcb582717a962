/** DG2: the face (ICAO 9303-10 §4.7.2), in CBEFF with ISO/IEC 19794-5 or 39794-5 inside. */
import { smallIntegerOf } from '../tlv/der.ts'
import { elementsOf, parseTlv, type Tlv } from '../tlv/tlv.ts'
import { contentOf } from './data-group.ts'
import { facesOf19794, type Face } from './face-19794.ts'
import { facesOf39794 } from './face-39794.ts'
import { LdsError } from './lds-error.ts'

const clause = 'ICAO 9303-10 §4.7.2'
const mostFaces = 16

/** The faces of the document; there is at least one. Images are views into the file. */
export function parseDg2(bytes: Uint8Array): Face[] {
  const group = parseTlv(contentOf(bytes, 2))
  if (group.tag !== 0x7f61) throw new LdsError('missing-element', clause)
  const [count, ...templates] = elementsOf(group.value)
  if (count?.tag !== 0x02) throw new LdsError('missing-element', clause)
  const told = smallIntegerOf(count)
  const records = templates.filter((template) => template.tag === 0x7f60)
  if (told === 0 || told !== records.length) throw new LdsError('value-form', clause)
  if (records.length > mostFaces) throw new LdsError('too-many', clause)
  const faces = records.flatMap(facesOf)
  if (faces.length > mostFaces) throw new LdsError('too-many', clause)
  return faces
}

/** The form is told by how the block begins: the format owner's numbers vary in the field. */
function facesOf(template: Tlv): Face[] {
  const block = elementsOf(template.value).find(({ tag }) => tag === 0x5f2e || tag === 0x7f2e)
  if (!block) throw new LdsError('missing-element', clause)
  const [first] = block.value
  return first === 0x46 ? facesOf19794(block.value) : facesOf39794(block.value)
}
