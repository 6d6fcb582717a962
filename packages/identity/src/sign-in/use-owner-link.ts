/**
 * What came to the owner's channel lets a browser on, once, where that browser has asked for it: by
 * the link opened in it, or by the code typed at its sign-in.
 */
import { accept, refuse } from '@open-mitid/kernel'
import type { Bytes, Random, Result, UseCase } from '@open-mitid/kernel'
import { TypedCode } from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'
import { appendEvents } from '../ledger/index.ts'
import type { OwnSignIn } from './own-sign-in.ts'
import { OwnerSecrets } from './owner-link.ts'
import type { FoundOwnerLink, OwnerLinks } from './owner-links.ts'

/** Both as they came; `name` is the browser in words. */
export type UseOwnerCode = OwnSignIn & { readonly code: string; readonly name: string }
export type UseOwnerLink = {
  readonly token: string
  /** SHA-256 of the browser's cookie; undefined where it has none. */
  readonly browser: Bytes | undefined
  readonly name: string
}
/** Wrong, over and used are answered alike. */
export type UseOwnerCodeRefusal = { readonly kind: 'link-unknown' }
/** `asked-elsewhere`: another browser has asked for it, and the link is as good as before. */
export type UseOwnerLinkRefusal = UseOwnerCodeRefusal | { readonly kind: 'asked-elsewhere' }

type Ports = { readonly ownerLinks: OwnerLinks; readonly mac: Mac; readonly random: Random }

const tries = 5

export function useOwnerCode(ports: Ports): UseCase<UseOwnerCode, undefined, UseOwnerCodeRefusal> {
  return async ({ code: typed, name, ...own }) => {
    const code = TypedCode.parse(typed)
    if (code === undefined) return refuse({ kind: 'link-unknown' })
    const codeMac = await OwnerSecrets.codeMac(ports.mac, code)
    const used = await letOn(ports, name, () => ports.ownerLinks.findCode(own, codeMac))
    return used.ok ? used : refuse({ kind: 'link-unknown' })
  }
}

export function useOwnerLink(
  ports: Omit<Ports, 'mac'>,
): UseCase<UseOwnerLink, undefined, UseOwnerLinkRefusal> {
  return async ({ token, browser, name }) => {
    const tokenSha256 = OwnerSecrets.tokenSha256(token)
    if (!tokenSha256) return refuse({ kind: 'link-unknown' })
    if (!browser) return refuse({ kind: 'asked-elsewhere' })
    return letOn(ports, name, () => ports.ownerLinks.findToken(tokenSha256, browser))
  }
}

async function letOn(
  { random }: Pick<Ports, 'random'>,
  browser: string,
  find: () => Promise<FoundOwnerLink | undefined>,
): Promise<Result<undefined, UseOwnerLinkRefusal>> {
  for (let left = tries; left > 0; left -= 1) {
    const found = await find()
    if (!found) break
    if (!found.asked) return refuse({ kind: 'asked-elsewhere' })
    const { person, chain, now } = found
    const draft = { type: 'owner-link-used', actor: person, body: { browser } } as const
    if (await found.letOn(appendEvents(chain, [draft], { random, now }))) return accept(undefined)
  }
  return refuse({ kind: 'link-unknown' })
}
