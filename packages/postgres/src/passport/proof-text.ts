/** A proof by passport as the text that is sealed: JSON, with bytes and big counters told apart. */
import type { PassportProof } from '@open-mitid/identity/enrolment'
import { base64url, fromBase64url, fromUtf8, utf8, type Bytes } from '@open-mitid/kernel'

/** No other value of a proof is an array whose first element is one of these. */
const marks = { bytes: '\u0000bytes', big: '\u0000big' } as const

export function proofText(proof: PassportProof): Bytes {
  return utf8(
    JSON.stringify(proof, (_, value: unknown) => {
      if (value instanceof Uint8Array) return [marks.bytes, base64url(value)]
      return typeof value === 'bigint' ? [marks.big, String(value)] : value
    }),
  )
}

/** What was sealed is what we wrote: it is not parsed a second time. */
export function proofOfText(text: Bytes): PassportProof {
  return JSON.parse(fromUtf8(text) ?? '', (_, value: unknown) => {
    if (!Array.isArray(value)) return value
    const [mark, told] = value as readonly unknown[]
    if (mark === marks.bytes) return fromBase64url(String(told))
    return mark === marks.big ? BigInt(String(told)) : (value as unknown)
  }) as PassportProof
}
