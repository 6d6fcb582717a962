/** Lists of revoked certificates (ICAO 9303-12 §7.1.4, RFC 5280 §5). */
import { asn1, integerOf, takeElements, timeOf } from '../tlv/der.ts'
import { elementsOf, type Tlv } from '../tlv/tlv.ts'
import { TlvError } from '../tlv/tlv-error.ts'
import { authorityKeyOf, extensionsOf, signedParts, type Signed } from './certificate.ts'
import { parseName, type DistinguishedName } from './distinguished-name.ts'
import { PkiError } from './pki-error.ts'

export type RevocationList = Signed & {
  readonly issuer: DistinguishedName
  readonly authorityKeyIdentifier: Uint8Array | undefined
  readonly thisUpdate: Date
  /** When the next list is due; `undefined` where the list does not say. */
  readonly nextUpdate: Date | undefined
  readonly revoked: ReadonlySet<bigint>
}

const clause = 'RFC 5280 §5.1'

export function parseRevocationList(bytes: Uint8Array): RevocationList {
  try {
    const { body, ...signed } = signedParts(bytes)
    body.optional(asn1.integer)
    body.take(asn1.sequence)
    const issuer = parseName(body.take(asn1.sequence))
    const thisUpdate = timeOf(body.any())
    const next = body.optional(asn1.utcTime) ?? body.optional(asn1.generalizedTime)
    const entries = body.optional(asn1.sequence)
    const wrapped = body.optional(0xa0)
    body.end()
    const identifier = wrapped && extensionsOf(wrapped).find(({ oid }) => oid === '2.5.29.35')
    return {
      ...signed,
      issuer,
      authorityKeyIdentifier: authorityKeyOf(identifier?.value),
      thisUpdate,
      nextUpdate: next && timeOf(next),
      revoked: new Set(entries ? elementsOf(entries.value).map(serialOf) : []),
    }
  } catch (cause) {
    if (cause instanceof TlvError) throw new PkiError('list-form', clause, { cause })
    throw cause
  }
}

function serialOf(entry: Tlv): bigint {
  return integerOf(takeElements(entry.value, clause).take(asn1.integer))
}
