import type { Tlv } from '../tlv/tlv.ts'

const decoder = new TextDecoder('utf-8')

/** The text of a detail, or `undefined` where the document does not have it or leaves it empty. */
export function textValue(element: Tlv | undefined): string | undefined {
  const text = element && decoder.decode(element.value)
  return text === '' ? undefined : text
}

/** Parts of a place or an address, which fillers separate. */
export function partsOf(text: string | undefined): string[] {
  return (text ?? '').split('<').filter((part) => part !== '')
}
