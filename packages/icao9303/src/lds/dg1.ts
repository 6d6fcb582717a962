/** DG1: the machine-readable zone (ICAO 9303-10 §4.7.1). */
import { readMrz, type Mrz } from '../mrz/mrz.ts'
import { contentOf, elementsByTag } from './data-group.ts'
import { LdsError } from './lds-error.ts'

const decoder = new TextDecoder('latin1')

/** Wrong check digits are told, not refused: the states sign what they print. */
export function parseDg1(bytes: Uint8Array): Mrz {
  const zone = elementsByTag(contentOf(bytes, 1)).get(0x5f1f)
  if (!zone) throw new LdsError('missing-element', 'ICAO 9303-10 §4.7.1')
  if (zone.value.length > 90) throw new LdsError('value-form', 'ICAO 9303-10 §4.7.1')
  return readMrz(decoder.decode(zone.value))
}
