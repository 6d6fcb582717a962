/**
 * A browser in which a person has just activated a code device is known to them from then on
 * (protocols §4, step 8): the pass comes from the citizens' website, the cookie is the sign-in's.
 */
import { accept, refuse } from '@open-mitid/kernel'
import type { Bytes, Instant, Random, UseCase } from '@open-mitid/kernel'
import { BrowserPass } from '../authenticator/index.ts'
import { appendEvents, type AppendedEvents, type ChainHead } from '../ledger/index.ts'
import type { PersonId } from '../person/index.ts'

type FoundPass = {
  readonly now: Instant
  readonly person: PersonId
  readonly chain: ChainHead
  /** Spends the pass and makes the browser known, together; false where either was done before. */
  readonly know: (browser: Bytes, events: AppendedEvents) => Promise<boolean>
}

export type BrowserPasses = { find(sha256: Bytes): Promise<FoundPass | undefined> }

export type KnowBrowser = {
  readonly token: string
  /** SHA-256 of the browser's cookie. */
  readonly browser: Bytes
  /** What it is, in words. */
  readonly name: string
}

type Ports = { readonly passes: BrowserPasses; readonly random: Random }

const tries = 5

export function knowBrowser({
  passes,
  random,
}: Ports): UseCase<KnowBrowser, undefined, { readonly kind: 'pass-unknown' }> {
  return async ({ token, browser, name }) => {
    const sha256 = BrowserPass.read(token)
    if (!sha256) return refuse({ kind: 'pass-unknown' })
    for (let left = tries; left > 0; left -= 1) {
      const found = await passes.find(sha256)
      if (!found) break
      const { person, chain, now } = found
      const draft = { type: 'browser-known', actor: person, body: { browser: name } } as const
      if (await found.know(browser, appendEvents(chain, [draft], { random, now })))
        return accept(undefined)
    }
    return refuse({ kind: 'pass-unknown' })
  }
}
