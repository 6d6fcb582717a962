/** The end of a PIN try: KE3 shows that the PIN was right, for the one thing it was asked for. */
import { accept, refuse, type Brand, type Instant, type Result } from '@open-mitid/kernel'
import type { OfferId, PhoneRefusal, PinPurpose } from '@open-mitid/protocol'
import type { EventDraft } from '../ledger/index.ts'
import { PinTries } from './pin-tries.ts'
import type { PinServer } from './pin-server.ts'
import { endLogin, type ActiveProfile } from './profile.ts'

/** The PIN was right, counted, and given for this purpose and this offer. */
export type PinProof = Brand<
  { readonly attemptId: string; readonly purpose: PinPurpose; readonly offer: OfferId | undefined },
  'PinProof'
>

type Ended = {
  readonly profile: ActiveProfile
  readonly drafts: readonly EventDraft[]
  readonly proof: Result<PinProof, PhoneRefusal>
}

/** Ends the try under way. `pin-needed` where there is none for this: it costs nothing. */
export function finishPinTry(
  { finish }: PinServer,
  profile: ActiveProfile,
  asked: { readonly ke3: string; readonly purpose: PinPurpose; readonly offer?: OfferId },
  now: Instant,
): Ended {
  const { login } = profile.pin
  const meant = login?.purpose === asked.purpose && login.offer === asked.offer
  if (!login || !meant || now >= login.until)
    return { profile, drafts: [], proof: refuse({ kind: 'pin-needed' }) }
  const { attemptId, purpose, offer } = login
  const body = { profile: profile.id, attempt_id: attemptId }
  const actor = profile.id
  if (!finish(login.serverState, asked.ke3)) {
    const after = endLogin(profile, 'wrong')
    const { tries } = after.pin
    return {
      profile: after,
      drafts: [{ type: 'pin-wrong', actor, body }],
      proof: refuse({ kind: 'pin-wrong', tries_left: PinTries.left(tries, now), ...wait(tries) }),
    }
  }
  return {
    profile: endLogin(profile, 'right'),
    drafts: [{ type: 'pin-right', actor, body }],
    proof: accept({ attemptId, purpose, offer } as PinProof),
  }
}

/** `wait_until` as answers and events carry it: left out where there is no wait. */
export function wait({ waitUntil }: PinTries): { readonly wait_until?: Instant } {
  return waitUntil === undefined ? {} : { wait_until: waitUntil }
}
