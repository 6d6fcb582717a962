/** DG11: additional personal details (ICAO 9303-10 §4.7.11). */
import { elementsOf, type Tlv } from '../tlv/tlv.ts'
import { contentOf, elementsByTag } from './data-group.ts'
import { partsOf, textValue } from './detail.ts'

export type PersonalDetails = {
  /** As in the zone, `ERIKSSON<<ANNA<MARIA`, but in the letters of the state. */
  readonly fullName: string | undefined
  readonly otherNames: readonly string[]
  readonly personalNumber: string | undefined
  /** `YYYYMMDD`, of an unknown date with noughts for what is not known. */
  readonly fullBirthDate: string | undefined
  readonly birthPlace: readonly string[]
  readonly address: readonly string[]
  readonly telephone: string | undefined
  readonly profession: string | undefined
  readonly title: string | undefined
  readonly summary: string | undefined
  readonly otherDocuments: readonly string[]
  readonly custody: string | undefined
}

export function parseDg11(bytes: Uint8Array): PersonalDetails {
  const elements = elementsByTag(contentOf(bytes, 11))
  const text = (tag: number) => textValue(elements.get(tag))
  return {
    fullName: text(0x5f0e),
    otherNames: otherNamesOf(elements.get(0xa0)),
    personalNumber: text(0x5f10),
    fullBirthDate: birthDateOf(elements.get(0x5f2b)),
    birthPlace: partsOf(text(0x5f11)),
    address: partsOf(text(0x5f42)),
    telephone: text(0x5f12),
    profession: text(0x5f13),
    title: text(0x5f14),
    summary: text(0x5f15),
    otherDocuments: partsOf(text(0x5f17)),
    custody: text(0x5f18),
  }
}

function otherNamesOf(list: Tlv | undefined): string[] {
  const names = list ? elementsOf(list.value).filter(({ tag }) => tag === 0x5f0f) : []
  return names.map(textValue).filter((name) => name !== undefined)
}

/** Eight digits, or four bytes of two digits each as older documents have it. */
function birthDateOf(element: Tlv | undefined): string | undefined {
  if (element?.value.length !== 4) return textValue(element)
  return Array.from(element.value, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
