/** The port that tells a waiting page that its sign-in has moved. A lost signal costs seconds only. */
import type { SignInId } from './sign-in.ts'

export type Signals = {
  /** Called after the commit; never fails and is waited for by nobody. */
  readonly tell: (id: SignInId) => void
  /** Calls `listener` at each signal until the answer is called. */
  readonly listen: (id: SignInId, listener: () => void) => () => void
}
