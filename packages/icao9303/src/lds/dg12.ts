/** DG12: additional details of the document (ICAO 9303-10 §4.7.12). */
import { elementsOf, type Tlv } from '../tlv/tlv.ts'
import { contentOf, elementsByTag } from './data-group.ts'
import { textValue } from './detail.ts'

export type DocumentDetails = {
  readonly issuingAuthority: string | undefined
  /** `YYYYMMDD`. */
  readonly issueDate: string | undefined
  readonly otherPersons: readonly string[]
  readonly endorsements: string | undefined
  readonly taxOrExit: string | undefined
  readonly frontImage: Uint8Array | undefined
  readonly rearImage: Uint8Array | undefined
  /** `YYYYMMDDhhmmss`. */
  readonly personalizedAt: string | undefined
  readonly personalizationSystem: string | undefined
}

export function parseDg12(bytes: Uint8Array): DocumentDetails {
  const elements = elementsByTag(contentOf(bytes, 12))
  const text = (tag: number) => textValue(elements.get(tag))
  return {
    issuingAuthority: text(0x5f19),
    issueDate: dateOf(elements.get(0x5f26), 4),
    otherPersons: otherPersonsOf(elements.get(0xa0)),
    endorsements: text(0x5f1b),
    taxOrExit: text(0x5f1c),
    frontImage: elements.get(0x5f1d)?.value,
    rearImage: elements.get(0x5f1e)?.value,
    personalizedAt: dateOf(elements.get(0x5f55), 7),
    personalizationSystem: text(0x5f56),
  }
}

function otherPersonsOf(list: Tlv | undefined): string[] {
  const persons = list ? elementsOf(list.value).filter(({ tag }) => tag === 0x5f1a) : []
  return persons.map(textValue).filter((person) => person !== undefined)
}

/** Digits, or bytes of two digits each as older documents have it. */
function dateOf(element: Tlv | undefined, packedLength: number): string | undefined {
  if (element?.value.length !== packedLength) return textValue(element)
  return Array.from(element.value, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
