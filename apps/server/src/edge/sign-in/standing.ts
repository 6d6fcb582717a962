/** Which step a sign-in is at, by what it is and what its page asked for. */
import type { SignInView } from '@open-mitid/identity/sign-in'
import type { Seconds } from '@open-mitid/kernel'
import type { Ending } from './ending.ts'
import type { Way } from './way.ts'

/** What the page asks for while the sign-in is open. */
export type Wish = { readonly way: Way; readonly userIdAgain?: boolean | undefined }

export type Standing =
  | { readonly at: 'user-id' }
  | { readonly at: 'way'; readonly way: Way }
  | { readonly at: 'claimed'; readonly sameDevice: boolean }
  | { readonly at: 'approved' }
  | { readonly at: 'ended'; readonly ending: Ending }

export function standingOf(view: SignInView, wish: Wish): Standing {
  switch (view.state) {
    case 'open': {
      const asks = !view.bound && (!view.hasUserId || wish.userIdAgain === true)
      // What the service takes from an app alone cannot be begun in another way.
      const way = wish.way === 'device' && view.appOnly ? 'qr' : wish.way
      return asks ? { at: 'user-id' } : { at: 'way', way }
    }
    case 'claimed':
      return { at: 'claimed', sameDevice: view.flow === 'same' }
    case 'approved':
      return { at: 'approved' }
    case 'completed':
    case 'expired':
      return { at: 'ended', ending: view.state }
    case 'refused':
    case 'aborted':
      return { at: 'ended', ending: view.reason ? endings[view.reason] : 'cancelled' }
  }
}

/** Until the state ends by itself. */
export function timeLeft({ state, now, openUntil, expiresAt }: SignInView): Seconds {
  return Math.max(0, (state === 'open' ? openUntil : expiresAt) - now)
}

const endings: Readonly<Record<NonNullable<SignInView['reason']>, Ending>> = {
  cancel: 'refused',
  not_me: 'not-me',
  user: 'cancelled',
  'wrong-user-id': 'wrong-user-id',
  'started-elsewhere': 'elsewhere',
  blocked: 'blocked',
  'other-person': 'other-person',
}
