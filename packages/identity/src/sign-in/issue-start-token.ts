/** The same-device button: a token that this tab takes to the app itself. */
import { accept, base64url, type Instant, type Random, type UseCase } from '@open-mitid/kernel'
import { sha256 } from '@open-mitid/protocol'
import type { Qid } from '@open-mitid/protocol'
import { whyNotOpen, type OwnSignIn, type OwnSignInRefusal } from './own-sign-in.ts'
import { tokenLife } from './sign-in.ts'
import type { SignIns } from './sign-ins.ts'

/** The token is base64url of 32 random bytes; `startLink` of the protocol makes it an address. */
export type StartToken = { readonly qid: Qid; readonly token: string; readonly until: Instant }

type Ports = { readonly signIns: SignIns; readonly random: Random }

export function issueStartToken(ports: Ports): UseCase<OwnSignIn, StartToken, OwnSignInRefusal> {
  const { signIns, random } = ports
  return async (own) => {
    const token = random(32)
    const shown = await signIns.showStart(own, sha256(token), tokenLife)
    return shown ? accept({ token: base64url(token), ...shown }) : whyNotOpen(signIns, own)
  }
}
