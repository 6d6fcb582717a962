/** The profiles of this installation: who holds what, and the proof of a PIN. See protocols §1. */
import { accept, fromBase64url, Instant, refuse, type Bytes, type Result } from '@open-mitid/kernel'
import {
  deriveApprovalKey,
  ProfileId,
  readBinding,
  type ApprovalKey,
  type Binding,
  type ChainHead,
  type OfferId,
  type PinPurpose,
  type Seen,
} from '@open-mitid/protocol'
import type { CallRefusal, Calls } from './calls.ts'
import type { Line } from './exchange.ts'
import { openMemory, type PinSlot } from './memory.ts'
import { beginProof } from './pin-proof.ts'
import type { PhoneStore } from './store.ts'

export type PinRefusal =
  | CallRefusal
  /** `triesLeft` before the next wait or the block; `waitUntil` where the wait has begun. */
  | { readonly kind: 'pin-mistyped'; readonly triesLeft: number; readonly waitUntil?: number }

/** An active profile: what it signs with, and what it says of itself in what it signs. */
export type Holder = {
  readonly profile: ProfileId
  readonly binding: Binding
  readonly slot: PinSlot
  readonly deviceKey: CryptoKeyPair
  /** Places in the person's chain that the server has told of, the earlier one first. */
  readonly known: readonly [checked: ChainHead, seen: ChainHead]
  readonly circumstances: {
    readonly seen: Seen
    readonly app: { readonly version: string }
    readonly signed_at: Instant
  }
}

/** A right PIN: the proof for the server and the key it brings forth. */
export type PinProved = {
  readonly ke3: string
  readonly ak: ApprovalKey
  readonly attemptId: string
  readonly holder: Holder
}

export type Profiles = ReturnType<typeof profiles>

export function profiles(
  store: PhoneStore,
  line: Line,
  { call, catchUp }: Calls,
  appVersion: string,
) {
  const holder = async (id: string): Promise<Result<Holder, CallRefusal>> => {
    const stored = await store.read(id)
    const memory = stored && (await openMemory(stored))
    if (!stored || memory?.stage !== 'active')
      return refuse({ kind: 'ended', why: memory?.stage === 'ended' ? memory.why : 'removed' })
    const profile = ProfileId.parse(memory.profile)
    const binding = readBinding(memory.binding)
    if (!profile || !binding.ok) throw new Error('the stored binding is damaged')
    const { seen, checked, slot } = memory
    const signed_at = Instant.of(line.clock.now())
    const circumstances = { seen, app: { version: appVersion }, signed_at }
    const { deviceKey } = stored
    const known = [checked, seen] as const
    return accept({ profile, binding: binding.value, slot, deviceKey, known, circumstances })
  }

  return {
    holder,

    async provePin(
      id: string,
      pin: string,
      purpose: PinPurpose,
      offerId?: OfferId,
    ): Promise<Result<PinProved, PinRefusal>> {
      await catchUp(id) // a PIN change that was cut off decides which secret goes with the PIN
      const before = await holder(id)
      if (!before.ok) return before
      const { slot } = before.value
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
      const now = await holder(id)
      if (!now.ok) return now
      const ak = approvalKey(proved.exportKey, slot)
      return accept({ ke3: proved.ke3, ak, attemptId: attempt_id, holder: now.value })
    },
  }
}

export function approvalKey(exportKey: Bytes, slot: PinSlot): ApprovalKey {
  const s = fromBase64url(slot.s)
  if (!s) throw new Error('the stored secret is damaged')
  return deriveApprovalKey(exportKey, s)
}
