/** The port that tells a waiting page that its sign-in has moved. A lost signal costs seconds only. */
import { mayComplete, type SignIn, type SignInId } from './sign-in.ts'

/** What a page is told. In flow `same` an approval is nothing to it until the tab was given back. */
export type ToldState = SignIn['state']

export function toldState(signIn: SignIn): ToldState {
  return signIn.state === 'approved' && !mayComplete(signIn) ? 'claimed' : signIn.state
}

export type Signals = {
  /** Called after the commit; never fails and is waited for by nobody. */
  readonly tell: (id: SignInId, state: ToldState) => void
  /** Calls `listener` at each signal until the answer is called. Signals may come in any order. */
  readonly listen: (id: SignInId, listener: (state: ToldState) => void) => () => void
}
