/** What the page of a sign-in shows; to any other browser there is no such sign-in. */
import { accept, equalBytes, refuse, type Instant, type UseCase } from '@open-mitid/kernel'
import type { ApprovalKind, Display, Flow, Qid } from '@open-mitid/protocol'
import type { ClientId } from '../service/index.ts'
import type { UserId } from '../person/index.ts'
import type { OwnChange } from './own-change.ts'
import type { OwnSignIn, SignInUnknown } from './own-sign-in.ts'
import type { AbortReason, SignInId } from './sign-in.ts'
import type { Glance, SignIns } from './sign-ins.ts'

export type SignInView = {
  readonly id: SignInId
  readonly qid: Qid
  /**
   * `approved` means that the page may finish. In flow `same` nobody is told of an approval before
   * the app has given the tab back: until then the sign-in looks claimed.
   */
  readonly state: 'open' | 'claimed' | 'approved' | 'completed' | 'refused' | 'aborted' | 'expired'
  /** Why it was refused or aborted. */
  readonly reason: AbortReason | 'cancel' | 'not_me' | undefined
  readonly client: ClientId
  readonly service: { readonly name: string; readonly domain: string }
  readonly kind: ApprovalKind
  readonly display: Display
  readonly openedAt: Instant
  readonly openUntil: Instant
  readonly expiresAt: Instant
  readonly hasUserId: boolean
  /** For one known person: no user ID is asked. */
  readonly bound: boolean
  /** What the service supposes the user ID to be. */
  readonly userIdHint: UserId | undefined
  /** The service takes no approval that rests on the operator's word. */
  readonly appOnly: boolean
  readonly flow: Flow | undefined
  /** What is changed once it is completed, where the house itself asked for it. */
  readonly change: OwnChange | undefined
  readonly now: Instant
}

type Ports = { readonly signIns: SignIns }

export function findSignIn({ signIns }: Ports): UseCase<OwnSignIn, SignInView, SignInUnknown> {
  return async ({ id, browser }) => {
    const glance = await signIns.glance(id)
    if (!glance || !equalBytes(glance.browser, browser)) return refuse({ kind: 'sign-in-unknown' })
    return accept(viewOf(glance))
  }
}

export function viewOf(glance: Glance): SignInView {
  const { asked, browser: _, returned: __, ...known } = glance
  const { service, kind, display, userIdHint, change } = asked
  const appOnly = asked.evidence === 'person'
  const shown = { service, kind, display, userIdHint, change, appOnly }
  return { ...known, ...shown, state: shownState(glance) }
}

function shownState({ state, flow, returned, now, ...times }: Glance): SignInView['state'] {
  if (state === 'open' && now >= times.openUntil) return 'expired'
  if ((state === 'claimed' || state === 'approved') && now >= times.expiresAt) return 'expired'
  return state === 'approved' && flow === 'same' && !returned ? 'claimed' : state
}
