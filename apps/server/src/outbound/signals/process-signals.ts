/** `Signals` within one process: what an edge writes, the pages of the same process hear. */
import type { Signals, ToldState } from '@open-mitid/identity/sign-in'

export function processSignals(): Signals {
  const listeners = new Map<string, Set<(state: ToldState) => void>>()
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
