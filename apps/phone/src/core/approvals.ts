/** A person's answer to what a service asks: claim, read, approve or refuse. See protocols §4. */
import { accept, fromBase64url, Instant, refuse, type Bytes, type Result } from '@open-mitid/kernel'
import {
  approvalOf,
  deriveApprovalKey,
  issueApproval,
  issueRefusal,
  readBinding,
  readOffer,
  refusalOf,
  render,
  type ApprovalKey,
  type Binding,
  type Offer,
  type PhoneCalls,
  type RenderedOffer,
} from '@open-mitid/protocol'
import type { CallRefusal, Calls, Line } from './calls.ts'
import { deviceSign } from './calls.ts'
import { openMemory, type PinSlot, type ProfileMemory } from './memory.ts'
import { beginProof } from './pin-proof.ts'
import type { PhoneStore } from './store.ts'

export type Secret = PhoneCalls['/api/claim']['request']['secret']

/** What may be approved or refused; the screen draws from `shown` alone. */
export type Asked = {
  readonly offer: Offer
  readonly shown: RenderedOffer
  readonly expiresAt: number
}

export type PinRefusal =
  | CallRefusal
  /** `triesLeft` before the next wait or the block; `waitUntil` where the wait has begun. */
  | { readonly kind: 'pin-mistyped'; readonly triesLeft: number; readonly waitUntil?: number }

export type Active = Extract<ProfileMemory, { stage: 'active' }>

/** A right PIN: the proof for the server and the key it brings forth. */
export type PinProved = {
  readonly ke3: string
  readonly ak: ApprovalKey
  readonly attemptId: string
  readonly memory: Active
}

export function approvals(store: PhoneStore, line: Line, { call }: Calls, appVersion: string) {
  const active = async (id: string) => {
    const stored = await store.read(id)
    const memory = stored && (await openMemory(stored))
    return stored && memory?.stage === 'active' ? { stored, memory } : undefined
  }

  const provePin = async (
    id: string,
    pin: string,
    purpose: PhoneCalls['/api/pin/prove']['request']['purpose'],
    offerId?: PhoneCalls['/api/pin/prove']['request']['offer_id'],
  ): Promise<Result<PinProved, PinRefusal>> => {
    const found = await active(id)
    if (!found) return refuse({ kind: 'ended', why: 'removed' })
    const { slot } = found.memory
    const proof = await beginProof(slot, pin)
    const answer = await call(id, '/api/pin/prove', {
      ke1: proof.ke1,
      purpose,
      ...(offerId === undefined ? {} : { offer_id: offerId }),
    })
    if (!answer.ok) return answer
    const { ke2, attempt_id, tries_left, wait_until } = answer.value
    const proved = proof.finish(ke2)
    if (!proved)
      return refuse({
        kind: 'pin-mistyped',
        triesLeft: tries_left,
        ...(wait_until === undefined ? {} : { waitUntil: wait_until }),
      })
    const ak = approvalKey(proved.exportKey, slot)
    return accept({ ke3: proved.ke3, ak, attemptId: attempt_id, memory: found.memory })
  }

  return {
    provePin,

    async claim(id: string, secret: Secret): Promise<Result<Asked, CallRefusal>> {
      const answer = await call(id, '/api/claim', { secret })
      return answer.ok ? accept(asked(answer.value)) : answer
    },

    /** What this profile has claimed and not yet answered, and how it stands with the PIN. */
    async state(id: string) {
      const answer = await call(id, '/api/state', {})
      if (!answer.ok) return answer
      return accept({ ...answer.value, waiting: answer.value.waiting.map(asked) })
    },

    async approve(
      id: string,
      { offer }: Asked,
      pin: string,
      rememberBrowser: boolean,
    ): Promise<Result<{ readonly returnToken?: string }, PinRefusal>> {
      const proved = await provePin(id, pin, 'approve', offer.content.offer_id)
      if (!proved.ok) return proved
      const found = await active(id)
      if (!found) return refuse({ kind: 'ended', why: 'removed' })
      const { ke3, ak, attemptId } = proved.value
      const content = approvalOf(offer, bindingOf(found.memory), {
        attempt_id: attemptId,
        uv: 'pin',
        ...circumstances(found.memory),
      })
      const dk = { sign: deviceSign(found.stored.deviceKey) }
      const answer = await call(id, '/api/approve', {
        offer_id: offer.content.offer_id,
        ke3,
        approval: await issueApproval(content, { dk, ak }),
        remember_browser: rememberBrowser,
      })
      if (!answer.ok) return answer
      const { return_token } = answer.value
      return accept(return_token === undefined ? {} : { returnToken: return_token })
    },

    /** A no needs no PIN: it must be as easy as a yes. */
    async refuse(
      id: string,
      { offer }: Asked,
      reason: 'cancel' | 'not_me',
    ): Promise<Result<undefined, CallRefusal>> {
      const found = await active(id)
      if (!found) return refuse({ kind: 'ended', why: 'removed' })
      const content = refusalOf(offer, bindingOf(found.memory), {
        reason,
        ...circumstances(found.memory),
      })
      const answer = await call(id, '/api/refuse', {
        offer_id: offer.content.offer_id,
        refusal: await issueRefusal(content, { dk: { sign: deviceSign(found.stored.deviceKey) } }),
      })
      return answer.ok ? accept(undefined) : answer
    },

    /** The evidence of one approval, once the sign-in it belongs to is completed. */
    receipt: (id: string, offerId: Offer['content']['offer_id']) =>
      call(id, '/api/receipt', { offer_id: offerId }),

    async history(id: string, pin: string) {
      const proved = await provePin(id, pin, 'history')
      return proved.ok ? call(id, '/api/history', { ke3: proved.value.ke3 }) : proved
    },

    async removeProfile(id: string, pin: string): Promise<Result<undefined, PinRefusal>> {
      const proved = await provePin(id, pin, 'remove')
      if (!proved.ok) return proved
      const answer = await call(id, '/api/profile/remove', { ke3: proved.value.ke3 })
      if (!answer.ok) return answer
      await store.remove(id)
      return accept(undefined)
    },
  }

  function circumstances({ seen }: Active) {
    return { seen, app: { version: appVersion }, signed_at: Instant.of(line.now()) }
  }
}

export function approvalKey(exportKey: Bytes, slot: PinSlot): ApprovalKey {
  const s = fromBase64url(slot.s)
  if (!s) throw new Error('the stored secret is damaged')
  return deriveApprovalKey(exportKey, s)
}

function bindingOf(memory: Active): Binding {
  const binding = readBinding(memory.binding)
  if (!binding.ok) throw new Error('the stored binding is damaged')
  return binding.value
}

/** An offer that is not one is a fault of the server, not something a person can be asked. */
function asked({ offer, expires_at }: { offer: string; expires_at: number }): Asked {
  const read = readOffer(offer)
  if (!read.ok) throw new Error('the server sent an offer that cannot be read')
  return { offer: read.value, shown: render(read.value.content), expiresAt: expires_at }
}
