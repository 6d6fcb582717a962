/** A person cancels a sign-in on its page before it is completed. */
import { accept, equalBytes, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import { appendEvents, type AppendedEvents } from '../ledger/index.ts'
import type { OwnSignIn, OwnSignInRefusal } from './own-sign-in.ts'
import { abort, type AbortReason, type SignIn } from './sign-in.ts'
import type { Signals } from './signals.ts'
import type { FoundSignIn, SignIns } from './sign-ins.ts'

export type AbortPorts = {
  readonly signIns: SignIns
  readonly random: Random
  readonly signals: Signals
}

/** The app may move the same sign-in at the same time, a few times at the most. */
export const moveTries = 5

/** What was ended already stays as it ended: that is no refusal. */
export function abortSignIn(ports: AbortPorts): UseCase<OwnSignIn, undefined, OwnSignInRefusal> {
  return async ({ id, browser }) => {
    for (let left = moveTries; left > 0; left -= 1) {
      const found = await ports.signIns.find({ id })
      if (!found || !equalBytes(found.signIn.browser, browser))
        return refuse({ kind: 'sign-in-unknown' })
      if (found.signIn.state === 'completed') return refuse({ kind: 'sign-in-moved-on' })
      if (await writeAbort(ports, found, 'user')) return accept(undefined)
    }
    return refuse({ kind: 'sign-in-moved-on' })
  }
}

/** True where the sign-in is ended now, whoever ended it. The person is told in their chain. */
export async function writeAbort(
  { random, signals }: AbortPorts,
  { signIn, claimant, now, write }: FoundSignIn,
  reason: AbortReason,
): Promise<boolean> {
  if (!mayAbort(signIn)) return true
  const body = { sign_in: signIn.id, client: signIn.client, reason }
  const events: AppendedEvents | undefined =
    claimant &&
    appendEvents(claimant.chain, [{ type: 'sign-in-aborted', actor: 'system', body }], {
      random,
      now,
    })
  const written = await write({ to: abort(signIn, reason, now), events })
  if (written) signals.tell(signIn.id, 'aborted')
  return written
}

function mayAbort(signIn: SignIn): signIn is Parameters<typeof abort>[0] {
  return signIn.state === 'open' || signIn.state === 'claimed' || signIn.state === 'approved'
}
