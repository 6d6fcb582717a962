/** What the pages are told of the installation they stand in. */
import type { Language } from '@open-mitid/ui/wording'

export type Site = {
  /** The name of the scheme. */
  readonly scheme: string
  /** This website's own origin. */
  readonly origin: string
  /** The app's. */
  readonly app: string
  /** Of the OpenID provider, and of the pages on which people log on. */
  readonly issuer: string
  /** Its people and their messages are made up. */
  readonly sandbox: boolean
  readonly stylesheets: readonly string[]
  /** Of the pages on which people get a MitID; the others have none. */
  readonly script: string
  readonly fonts: readonly string[]
  readonly icon: string
}

/** Who reads, and where. */
export type Reader = { readonly site: Site; readonly language: Language }

/** Where the keys are published by which evidence is checked. */
export function evidenceKeys({ issuer }: Site): string {
  return `${issuer}/evidence-keys.json`
}
