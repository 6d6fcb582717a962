/** Signals within one process: what an edge writes, the pages of the same process hear. */
import type { SignInId, ToldState } from '@open-mitid/identity/sign-in'

export type SignalsOf<Id extends string, State> = {
  readonly tell: (id: Id, state: State) => void
  readonly listen: (id: Id, listener: (state: State) => void) => () => void
}

export function processSignals<Id extends string = SignInId, State = ToldState>(): SignalsOf<
  Id,
  State
> {
  const listeners = new Map<string, Set<(state: State) => void>>()
  return {
    tell(id, state) {
      for (const listener of listeners.get(id) ?? []) listener(state)
    },
    listen(id, listener) {
      const all = listeners.get(id) ?? new Set()
      listeners.set(id, all.add(listener))
      return () => {
        all.delete(listener)
        if (all.size === 0 && listeners.get(id) === all) listeners.delete(id)
      }
    },
  }
}
