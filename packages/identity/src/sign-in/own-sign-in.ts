/** A page and its own sign-in: to any other browser there is none of that name. */
import { equalBytes, refuse, type Bytes } from '@open-mitid/kernel'
import type { SignInId } from './sign-in.ts'
import type { SignIns } from './sign-ins.ts'

export type OwnSignIn = {
  readonly id: SignInId
  /** SHA-256 of the cookie of the browser that asks. */
  readonly browser: Bytes
}
export type SignInUnknown = { readonly kind: 'sign-in-unknown' }
/** `sign-in-moved-on`: it was claimed, or has ended; the page shows what it is now. */
export type OwnSignInRefusal = SignInUnknown | { readonly kind: 'sign-in-moved-on' }

/** Why a write that asked for an open sign-in of this browser reached none. */
export async function whyNotOpen(signIns: SignIns, { id, browser }: OwnSignIn) {
  const glance = await signIns.glance(id)
  const refusal: OwnSignInRefusal =
    glance && equalBytes(glance.browser, browser)
      ? { kind: 'sign-in-moved-on' }
      : { kind: 'sign-in-unknown' }
  return refuse(refusal)
}
