/** The port that tells a page that an app of its person is active. A lost signal costs seconds only. */
import type { PersonId } from '../person/index.ts'

export type ActivationSignals = {
  /** Called after the commit; never fails and is waited for by nobody. */
  readonly tell: (person: PersonId, state: 'active') => void
  /** Calls `listener` at each signal until the answer is called. */
  readonly listen: (person: PersonId, listener: () => void) => () => void
}
