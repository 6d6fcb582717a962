/** Terms and privacy notice: which version a person accepted, and when (product §A). */
import type { Instant } from '@open-mitid/kernel'

/** A new text is a new version, by its date. A test holds each text to its version. */
export const termsVersions = { terms: '2026-11-25', privacy: '2026-11-25' } as const
export type TermsVersions = { readonly [Text in keyof typeof termsVersions]: string }

export type AcceptedTerms = {
  readonly versions: TermsVersions
  readonly at: Instant
}

/** Whether these are the texts that hold today: who has read older ones is shown the new. */
export function areCurrent({ terms, privacy }: TermsVersions): boolean {
  return terms === termsVersions.terms && privacy === termsVersions.privacy
}
