/**
 * A user ID is typed on the page. Nobody looks whether it exists: every user ID, known or not,
 * takes these same steps and leaves nothing but a keyed hash on the sign-in (invariants 7 and 8).
 */
import { accept, type UseCase } from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'
import { userIdIndex } from '../person/index.ts'
import { viewOf, type SignInView } from './find-sign-in.ts'
import { whyNotOpen, type OwnSignIn, type OwnSignInRefusal } from './own-sign-in.ts'
import type { SignIns } from './sign-ins.ts'

/** `userId` as it was typed. */
export type NameUserId = OwnSignIn & { readonly userId: string }

type Ports = { readonly signIns: SignIns; readonly mac: Mac }

export function nameUserId({
  signIns,
  mac,
}: Ports): UseCase<NameUserId, SignInView, OwnSignInRefusal> {
  return async ({ userId, ...own }) => {
    const named = await signIns.name(own, await userIdIndex(mac, userId))
    return named ? accept(viewOf(named)) : whyNotOpen(signIns, own)
  }
}
