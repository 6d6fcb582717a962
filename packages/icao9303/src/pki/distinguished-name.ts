/** Names of authorities and how they are compared (RFC 5280 §7.1, ICAO 9303-12 §7.1.1). */
import { asn1, oidOf, takeElements, textOf } from '../tlv/der.ts'
import { elementsOf, type Tlv } from '../tlv/tlv.ts'

export type DistinguishedName = {
  readonly raw: Uint8Array
  /** Equal for names that are the same, whatever string types, case and spaces they are in. */
  readonly key: string
  /** Two letters in capitals, where the name has a country. */
  readonly country: string | undefined
}

const countryName = '2.5.4.6'

export function parseName(tlv: Tlv): DistinguishedName {
  const parts = elementsOf(tlv.value).map((relative) => elementsOf(relative.value).map(attributeOf))
  const country = parts
    .flat()
    .find(({ oid }) => oid === countryName)
    ?.text.toUpperCase()
  const written = parts.map((attributes) =>
    attributes
      .map(({ oid, text }) => `${oid}=${text}`)
      .sort()
      .join('+'),
  )
  return { raw: tlv.raw, key: JSON.stringify(written), country }
}

function attributeOf(tlv: Tlv): { oid: string; text: string } {
  const fields = takeElements(tlv.value, 'RFC 5280 §4.1.2.4')
  const oid = oidOf(fields.take(asn1.oid))
  const text = textOf(fields.any()).normalize('NFKC').toLowerCase()
  return { oid, text: text.replaceAll(/\s+/gu, ' ').trim() }
}
