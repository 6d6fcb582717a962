/** Face images in the binary form of ISO/IEC 19794-5:2005. */
import { LdsError } from './lds-error.ts'

export type Face = {
  readonly format: 'jpeg' | 'jpeg2000'
  /** A file of that format, as it is; nothing of it has been decoded. */
  readonly image: Uint8Array
  /** In pixels as the record tells; nought where it does not. */
  readonly width: number
  readonly height: number
}

const clause = 'ISO/IEC 19794-5 §5'
const headerLength = 14
const informationLength = 20
const pointLength = 8
const imageInformationLength = 12

export function facesOf19794(record: Uint8Array): Face[] {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength)
  const mark = record.length < headerLength ? 0 : view.getUint32(0)
  if (mark !== 0x46414300 || view.getUint32(4) !== 0x30313000)
    throw new LdsError('value-form', clause)
  const count = view.getUint16(12)
  if (view.getUint32(8) !== record.length || count === 0) throw new LdsError('value-form', clause)
  const faces: Face[] = []
  let at = headerLength
  for (let number = 0; number < count; number += 1) {
    const { face, length } = faceAt(record, view, at)
    faces.push(face)
    at += length
  }
  if (at !== record.length) throw new LdsError('value-form', clause)
  return faces
}

function faceAt(record: Uint8Array, view: DataView, at: number): { face: Face; length: number } {
  if (at + informationLength > record.length) throw new LdsError('value-form', clause)
  const length = view.getUint32(at)
  const points = view.getUint16(at + 4)
  const information = at + informationLength + points * pointLength
  const start = information + imageInformationLength
  if (length > record.length - at || start >= at + length) throw new LdsError('value-form', clause)
  const image = record.subarray(start, at + length)
  const face = {
    format: formatOf(image, clause),
    image,
    width: view.getUint16(information + 2),
    height: view.getUint16(information + 4),
  }
  return { face, length }
}

/** How the image itself begins, since records tell it wrongly at times. */
export function formatOf(image: Uint8Array, standard: string): Face['format'] {
  const start = [...image.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (start.startsWith('ffd8ff')) return 'jpeg'
  if (start === '0000000c6a50' || start.startsWith('ff4fff51')) return 'jpeg2000'
  throw new LdsError('value-form', standard)
}
