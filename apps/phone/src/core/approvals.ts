/** A person's answer to what a service asks: claim, read, approve or refuse. See protocols §4. */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import {
  approvalOf,
  issueApproval,
  issueRefusal,
  refusalOf,
  render,
  type ClaimSecret,
  type Offer,
  type PhoneCalls,
  type RenderedOffer,
  type VerifiedOffer,
} from '@open-mitid/protocol'
import type { CallRefusal, Calls } from './calls.ts'
import { deviceSign, type Line } from './exchange.ts'
import type { PinRefusal, Profiles } from './profiles.ts'
import type { Trust, Untrusted } from './trust.ts'

/** What may be approved or refused; the screen draws from `shown` alone. */
export type Asked = {
  readonly offer: VerifiedOffer
  readonly shown: RenderedOffer
  readonly expiresAt: number
}

type GivenOffer = { readonly offer: string; readonly expires_at: number }

/** With the token, the tab of a sign-in on this device goes back and completes it. */
export type Approved = { readonly returnToken?: string }

export function approvals(
  line: Line,
  { call, catchUp }: Calls,
  { profiles, trust }: { readonly profiles: Profiles; readonly trust: Trust },
) {
  const askedOf = async (id: string, given: readonly GivenOffer[]) => {
    const trusted = await trust.offers(
      id,
      given.map(({ offer }) => offer),
    )
    return trusted.ok
      ? accept(trusted.value.map((offer, at) => shownOf(line, offer, given[at])))
      : trusted
  }
  return {
    async claim(id: string, secret: ClaimSecret): Promise<Result<Asked, CallRefusal | Untrusted>> {
      const answer = await call(id, '/api/claim', { secret })
      if (!answer.ok) return answer
      const asked = await askedOf(id, [answer.value])
      if (!asked.ok) return asked
      const [first] = asked.value
      return first ? accept(first) : refuse({ kind: 'untrusted' })
    },

    /** What this profile has claimed and not yet answered, and how it stands with the PIN. */
    async state(id: string) {
      const answer = await call(id, '/api/state', {})
      if (!answer.ok) return answer
      const waiting = await askedOf(id, answer.value.waiting)
      return waiting.ok ? accept({ ...answer.value, waiting: waiting.value }) : waiting
    },

    /** Asked again after the connection was lost, it answers what the first time came to. */
    async approve(
      id: string,
      { offer }: Asked,
      pin: string,
      rememberBrowser: boolean,
    ): Promise<Result<Approved, PinRefusal>> {
      const { offer_id } = offer.content
      const earlier = await catchUp(id)
      if (earlier?.path === '/api/approve' && earlier.request.offer_id === offer_id)
        if (earlier.answer.ok) return accept(approvedBy(earlier.answer.value))
      const proved = await profiles.provePin(id, pin, 'approve', offer_id)
      if (!proved.ok) return proved
      const { ke3, ak, attemptId, holder } = proved.value
      const content = approvalOf(offer, holder.binding, {
        attempt_id: attemptId,
        uv: 'pin',
        ...holder.circumstances,
      })
      const answer = await call(id, '/api/approve', {
        offer_id,
        ke3,
        approval: await issueApproval(content, { dk: { sign: deviceSign(holder.deviceKey) }, ak }),
        remember_browser: rememberBrowser,
      })
      return answer.ok ? accept(approvedBy(answer.value)) : answer
    },

    /** A no needs no PIN: it must be as easy as a yes. */
    async refuse(
      id: string,
      { offer }: Asked,
      reason: 'cancel' | 'not_me',
    ): Promise<Result<undefined, CallRefusal>> {
      const { offer_id } = offer.content
      const earlier = await catchUp(id)
      if (earlier?.path === '/api/refuse' && earlier.request.offer_id === offer_id)
        if (earlier.answer.ok) return accept(undefined)
      const found = await profiles.holder(id)
      if (!found.ok) return found
      const { binding, circumstances, deviceKey } = found.value
      const content = refusalOf(offer, binding, { reason, ...circumstances })
      const answer = await call(id, '/api/refuse', {
        offer_id,
        refusal: await issueRefusal(content, { dk: { sign: deviceSign(deviceKey) } }),
      })
      return answer.ok ? accept(undefined) : answer
    },

    /** The evidence of one approval, once the sign-in it belongs to is completed. */
    receipt: (id: string, offerId: Offer['content']['offer_id']) =>
      call(id, '/api/receipt', { offer_id: offerId }),
  }
}

function approvedBy({ return_token }: PhoneCalls['/api/approve']['answer']): Approved {
  return return_token === undefined ? {} : { returnToken: return_token }
}

function shownOf({ clock }: Line, offer: VerifiedOffer, given: GivenOffer | undefined): Asked {
  clock.atLeast(offer.content.iat)
  return { offer, shown: render(offer.content), expiresAt: given?.expires_at ?? offer.content.exp }
}
