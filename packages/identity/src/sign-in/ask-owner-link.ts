/**
 * The page asks for a link to whoever has the user ID. Nobody looks whether it exists: a row is
 * written for every user ID, and who it is for is found when the message is sent (invariant 8).
 */
import { accept, idOf, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'
import type { OwnSignIn } from './own-sign-in.ts'
import { nextOwnerLink, OwnerSecrets } from './owner-link.ts'
import type { NewOwnerLink, OwnerLinks } from './owner-links.ts'

export type AskOwnerLinkRefusal = { readonly kind: 'sign-in-moved-on' | 'busy' }

type Ports = { readonly ownerLinks: OwnerLinks; readonly mac: Mac; readonly random: Random }

const MessageId = idOf('msg')
const tries = 5

export function askOwnerLink({
  ownerLinks,
  mac,
  random,
}: Ports): UseCase<OwnSignIn, undefined, AskOwnerLinkRefusal> {
  return async (own) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await ownerLinks.findAsk(own)
      if (!found) return refuse({ kind: 'sign-in-moved-on' })
      const next = nextOwnerLink(found.newest, found.now)
      const link = next && { ...next, ...(await secretsOf(mac, random)) }
      if (await found.write(link)) return accept(undefined)
    }
    return refuse({ kind: 'busy' })
  }
}

async function secretsOf(
  mac: Mac,
  random: Random,
): Promise<Pick<NewOwnerLink, 'id' | 'secrets' | 'tokenSha256' | 'codeMac'>> {
  const secrets = OwnerSecrets.make(random)
  const tokenSha256 = OwnerSecrets.tokenSha256(secrets.token)
  if (!tokenSha256) throw new Error('a token was made that is none')
  const codeMac = await OwnerSecrets.codeMac(mac, secrets.code)
  return { id: MessageId.make(random), secrets, tokenSha256, codeMac }
}
