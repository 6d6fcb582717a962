/** The operator's evidence keys: one published list from which nothing is ever removed. */
import { accept, Instant, refuse, type Brand, type Result } from '@open-mitid/kernel'
import { PublicJwk, type VerifyEs256 } from './es256.ts'
import { list, matching, oneOf, record, whole, type Reader } from './json.ts'
import { readCompact, type Compact, type Form, type ReadRefusal } from './jws.ts'

/** A key signs from `use_from` up to, and not at, `use_until`; null while its end is not known. */
export type EvidenceKey = {
  readonly kid: string
  readonly jwk: PublicJwk
  readonly use_from: Instant
  readonly use_until: Instant | null
}

/** The document at `<issuer>/evidence-keys.json`. */
export type EvidenceKeys = { readonly v: 1; readonly keys: readonly EvidenceKey[] }

/** What a verifier trusts: keys that it was given, never ones that came with the object. */
export type Trust = { readonly keys: EvidenceKeys; readonly verify: VerifyEs256 }

export type VerifyRefusal =
  ReadRefusal | { readonly kind: 'key-unknown' | 'key-not-in-use' | 'bad-signature' }

/** An operator's object whose signature was checked with a key in use when it was issued. */
export type Verified<Content> = Brand<Compact<Content>, 'Verified'>

/** Whole seconds up to the year 9999, so that every one of them can be written as a date. */
export const instant: Reader<Instant> = (value) => {
  const seconds = whole(value)
  return seconds === undefined || seconds > 253_402_300_799 ? undefined : Instant.of(seconds)
}

const readKey = record<EvidenceKey>({
  kid: matching(/^[\x21-\x7e]{1,128}$/u),
  jwk: PublicJwk.parse,
  use_from: instant,
  use_until: (value) => (value === null ? null : instant(value)),
})
const readKeys = record<EvidenceKeys>({ v: oneOf(1), keys: list(readKey, 10_000) })

export const EvidenceKeys = {
  /** Two keys of one name are refused: a name must never be answered in two ways. */
  parse(value: unknown): EvidenceKeys | undefined {
    const read = readKeys(value)
    return new Set(read?.keys.map((key) => key.kid)).size === read?.keys.length ? read : undefined
  },

  find(keys: EvidenceKeys, kid: string): EvidenceKey | undefined {
    return keys.keys.find((key) => key.kid === kid)
  },

  /**
   * What somebody knows who kept one list and is told another: nothing that was known goes, and the
   * earlier end of a key holds. Undefined where a known key is told with another content or another
   * beginning, which no honest list ever does.
   */
  join(kept: EvidenceKeys, told: EvidenceKeys): EvidenceKeys | undefined {
    const joined = new Map(kept.keys.map((key) => [key.kid, key]))
    for (const key of told.keys) {
      const known = joined.get(key.kid)
      if (known && !isSame(known, key)) return undefined
      joined.set(key.kid, { ...key, use_until: earlier(known?.use_until ?? null, key.use_until) })
    }
    return { v: 1, keys: [...joined.values()] }
  },
}

function isSame(one: EvidenceKey, other: EvidenceKey): boolean {
  const { x, y } = one.jwk
  return x === other.jwk.x && y === other.jwk.y && one.use_from === other.use_from
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

export const EvidenceKey = {
  inUse(key: EvidenceKey, at: Instant): boolean {
    return key.use_from <= at && (key.use_until === null || at < key.use_until)
  },
}

/** Reads an object of the operator and checks that one of the given keys signed it in its time. */
export function verifyIssued<Content>(
  form: Form<Content>,
  issuedAt: (content: Content) => Instant,
  jws: string,
  trust: Trust,
): Result<Verified<Content>, VerifyRefusal> {
  const read = readCompact(form, jws)
  if (!read.ok) return read
  const { by, content, input, signature } = read.value
  const key = 'kid' in by ? EvidenceKeys.find(trust.keys, by.kid) : undefined
  if (!key) return refuse({ kind: 'key-unknown' })
  if (!EvidenceKey.inUse(key, issuedAt(content))) return refuse({ kind: 'key-not-in-use' })
  if (!trust.verify(key.jwk, input, signature)) return refuse({ kind: 'bad-signature' })
  return accept(read.value as Verified<Content>)
}
