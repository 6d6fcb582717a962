/** How a person wants to be told of things, and how their letters are set: behind their PIN. */
import { accept, type Result } from '@open-mitid/kernel'
import type { Wishes } from '@open-mitid/protocol'
import type { CallRefusal, Calls } from './calls.ts'
import type { PinRefusal, Profiles } from './profiles.ts'

export function ownWishes({ call }: Calls, profiles: Profiles) {
  return {
    async wishes(id: string, pin: string): Promise<Result<Wishes, PinRefusal>> {
      const proved = await profiles.provePin(id, pin, 'history')
      if (!proved.ok) return proved
      const answer = await call(id, '/api/wishes', { ke3: proved.value.ke3 })
      return answer.ok ? accept(answer.value.wishes) : answer
    },

    /** In the minutes after the PIN. What is not named stays, also where another app has changed it. */
    async changeWishes(id: string, wanted: Partial<Wishes>): Promise<Result<Wishes, CallRefusal>> {
      const answer = await call(id, '/api/wishes/change', wanted)
      return answer.ok ? accept(answer.value.wishes) : answer
    },
  }
}
