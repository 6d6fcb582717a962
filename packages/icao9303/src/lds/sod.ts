/** EF.SOD: the state's signature over the digests of the data groups (ICAO 9303-10 §4.6.2). */
import type { DigestName } from '../algorithm/digest.ts'
import { digestOf } from '../algorithm/signature.ts'
import { parseSignedData, type SignedData } from '../cms/signed-data.ts'
import { asn1, octetStringOf, smallIntegerOf, takeElements } from '../tlv/der.ts'
import { elementsOf, parseTlv } from '../tlv/tlv.ts'
import { fileContent, toDataGroupNumber, type DataGroupNumber } from './data-group.ts'
import { LdsError } from './lds-error.ts'

export type Sod = {
  readonly signedData: SignedData
  readonly digest: DigestName
  readonly digests: ReadonlyMap<DataGroupNumber, Uint8Array>
}

const clause = 'ICAO 9303-10 §4.6.2.3'
/** The content type of an LDS security object. */
const securityObject = '2.23.136.1.1.1'

export function parseSod(bytes: Uint8Array): Sod {
  const signedData = parseSignedData(fileContent(bytes, 0x77, clause))
  if (signedData.contentType !== securityObject) throw new LdsError('wrong-file', clause)
  const object = parseTlv(signedData.content)
  if (object.tag !== asn1.sequence) throw new LdsError('value-form', clause)
  const fields = takeElements(object.value, clause)
  smallIntegerOf(fields.take(asn1.integer))
  const digest = digestOf(fields.take(asn1.sequence))
  const digests = new Map<DataGroupNumber, Uint8Array>()
  for (const entry of elementsOf(fields.take(asn1.sequence).value)) {
    const values = takeElements(entry.value, clause)
    const number = toDataGroupNumber(smallIntegerOf(values.take(asn1.integer)))
    const value = octetStringOf(values.take(asn1.octetString))
    if (number === undefined || digests.has(number)) throw new LdsError('value-form', clause)
    digests.set(number, value)
  }
  return { signedData, digest, digests }
}
