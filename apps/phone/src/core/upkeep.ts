/** What a person does with their profile besides approving: a new PIN, or taking it off the phone. */
import { accept, type Result } from '@open-mitid/kernel'
import {
  issueActivationKeys,
  issuePinChange,
  Pin,
  type PinRefusal as WeakPin,
} from '@open-mitid/protocol'
import type { CallRefusal, Calls } from './calls.ts'
import { deviceSign, publicJwk, type Line } from './exchange.ts'
import type { PinRefusal, Profiles } from './profiles.ts'
import { registerPin } from './register-pin.ts'
import type { PhoneStore } from './store.ts'

export function upkeep(
  store: PhoneStore,
  line: Line,
  { call, catchUp }: Calls,
  profiles: Profiles,
) {
  return {
    /** The old PIN is asked for again: an unlocked phone in other hands changes nothing. */
    async changePin(
      id: string,
      oldPin: string,
      newPin: string,
    ): Promise<Result<undefined, PinRefusal | WeakPin>> {
      const earlier = await catchUp(id)
      if (earlier?.path === '/api/pin/change' && earlier.answer.ok) return accept(undefined)
      const chosen = Pin.parse(newPin)
      if (!chosen.ok) return chosen
      const registered = await registerPin(call, line, { id, pin: chosen.value, for: 'pin-change' })
      if (!registered.ok) return registered
      const { record, slot, nonce, ak } = registered.value
      const proved = await profiles.provePin(id, oldPin, 'pin-change')
      if (!proved.ok) return proved
      const { ke3, ak: oldAk, holder } = proved.value
      const keys = await issuePinChange(
        { v: 1, profile: holder.profile, nonce, ak_jwk: ak.jwk, pin_epoch: slot.epoch },
        { dk: { sign: deviceSign(holder.deviceKey) }, ak: oldAk, 'next-ak': ak },
      )
      const answer = await call(id, '/api/pin/change', { ke3, record, keys }, (before) =>
        before.stage === 'active' ? { ...before, nextSlot: slot } : before,
      )
      return answer.ok ? accept(undefined) : answer
    },

    /** `proof` is of a passport and a face: the old PIN is not known, and no longer asked for. */
    async resetPin(
      id: string,
      proof: string,
      newPin: string,
    ): Promise<Result<undefined, CallRefusal | WeakPin>> {
      const earlier = await catchUp(id)
      if (earlier?.path === '/api/pin/reset' && earlier.answer.ok) return accept(undefined)
      const chosen = Pin.parse(newPin)
      if (!chosen.ok) return chosen
      const registered = await registerPin(call, line, { id, pin: chosen.value, for: 'forgotten' })
      if (!registered.ok) return registered
      const { record, slot, nonce, ak } = registered.value
      const held = await profiles.holder(id)
      if (!held.ok) return held
      const { profile, deviceKey } = held.value
      const dk_jwk = await publicJwk(deviceKey)
      const keys = await issueActivationKeys(
        { v: 1, profile, nonce, dk_jwk, ak_jwk: ak.jwk, pin_epoch: slot.epoch },
        { dk: { sign: deviceSign(deviceKey) }, ak },
      )
      const answer = await call(id, '/api/pin/reset', { proof, record, keys }, (before) =>
        before.stage === 'active' ? { ...before, nextSlot: slot } : before,
      )
      return answer.ok ? accept(undefined) : answer
    },

    /** Ends the profile at the server, then takes it off the phone. */
    async removeProfile(id: string, pin: string): Promise<Result<undefined, PinRefusal>> {
      const earlier = await catchUp(id)
      if (earlier?.path !== '/api/profile/remove' || !earlier.answer.ok) {
        const proved = await profiles.provePin(id, pin, 'remove')
        if (!proved.ok) return proved
        const answer = await call(id, '/api/profile/remove', { ke3: proved.value.ke3 })
        if (!answer.ok) return answer
      }
      await store.remove(id)
      return accept(undefined)
    },
  }
}
