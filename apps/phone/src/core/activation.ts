/** How an app becomes a person's: two codes, a PIN, and keys that both sign. See protocols §3. */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import {
  ActivationCode,
  issueActivationKeys,
  issuePinChange,
  Pin,
  ProfileId,
  type PhoneCalls,
  type PhonePath,
  type PinRefusal as WeakPin,
} from '@open-mitid/protocol'
import { approvalKey, type PinProved, type PinRefusal } from './approvals.ts'
import { deviceSign, publicJwk, type CallRefusal, type Calls, type Line } from './calls.ts'
import { openMemory, sealMemory, type PinSlot } from './memory.ts'
import { beginRegistration, newSecret } from './pin-proof.ts'
import type { PhoneStore } from './store.ts'

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const

type ProvePin = (
  id: string,
  pin: string,
  why: 'pin-change',
) => Promise<Result<PinProved, PinRefusal>>

export function activation(
  store: PhoneStore,
  line: Line,
  { call }: Calls,
  provePin: ProvePin,
  appVersion: string,
) {
  /** A registration and the slot that it makes, kept only by what is sent next. */
  const register = async (id: string, pin: string, purpose: 'activation' | 'pin-change') => {
    const s = newSecret(line.random)
    const registration = await beginRegistration(s, pin)
    const answer = await call(id, '/api/pin/register', {
      request: registration.request,
      for: purpose,
    })
    if (!answer.ok) return answer
    const { response, pin_epoch, nonce } = answer.value
    const { record, exportKey } = registration.finish(response)
    const slot: PinSlot = { epoch: pin_epoch, s }
    return accept({ record, slot, nonce, ak: approvalKey(exportKey, slot) })
  }

  return {
    /** Makes the device key and opens the activation; answers the new profile's local id. */
    async open(code: string, nickname: string) {
      const typed = ActivationCode.parse(code)
      if (typed === undefined) return refuse({ kind: 'activation-unknown' } as const)
      const id = await newProfile(store, line, nickname)
      const answer = await call(id, '/api/activation/open', { code: typed })
      if (answer.ok) return accept({ id, second: answer.value.second })
      await store.remove(id)
      return answer
    },

    confirmSecond: (id: string, code: string) => call(id, '/api/activation/second', { code }),

    /** Registers the PIN and has both keys bound. After it the profile is active. */
    async finish(id: string, pin: string): Promise<Result<undefined, CallRefusal | WeakPin>> {
      const chosen = Pin.parse(pin)
      if (!chosen.ok) return chosen
      const registered = await register(id, pin, 'activation')
      if (!registered.ok) return registered
      const { record, slot, nonce, ak } = registered.value
      const stored = await store.read(id)
      const memory = stored && (await openMemory(stored))
      if (!stored || memory?.stage !== 'pin') return refuse({ kind: 'ended', why: 'removed' })
      const dk = { sign: deviceSign(stored.deviceKey) }
      const content = {
        v: 1 as const,
        profile: profileOf(memory.profile),
        nonce,
        dk_jwk: await publicJwk(stored.deviceKey),
        ak_jwk: ak.jwk,
        pin_epoch: slot.epoch,
      }
      const keys = await issueActivationKeys(content, { dk, ak })
      const body = { record, keys, app_version: appVersion }
      const answer = await call(id, '/api/activation/finish', body, { ...memory, slot })
      return answer.ok ? accept(undefined) : answer
    },

    /** The old PIN is asked for again: an unlocked phone in other hands changes nothing. */
    async changePin(
      id: string,
      oldPin: string,
      newPin: string,
    ): Promise<Result<undefined, PinRefusal | WeakPin>> {
      const chosen = Pin.parse(newPin)
      if (!chosen.ok) return chosen
      const registered = await register(id, newPin, 'pin-change')
      if (!registered.ok) return registered
      const { record, slot, nonce, ak } = registered.value
      const proved = await provePin(id, oldPin, 'pin-change')
      if (!proved.ok) return proved
      const stored = await store.read(id)
      if (!stored) return refuse({ kind: 'ended', why: 'removed' })
      const { ke3, ak: oldAk, memory } = proved.value
      const keys = await issuePinChange(
        {
          v: 1,
          profile: profileOf(memory.profile),
          nonce,
          ak_jwk: ak.jwk,
          pin_epoch: slot.epoch,
        },
        { dk: { sign: deviceSign(stored.deviceKey) }, ak: oldAk, 'next-ak': ak },
      )
      const change: PhoneCalls[Extract<PhonePath, '/api/pin/change'>]['request'] = {
        ke3,
        record,
        keys,
      }
      const answer = await call(id, '/api/pin/change', change, { ...memory, nextSlot: slot })
      return answer.ok ? accept(undefined) : answer
    },
  }
}

async function newProfile(store: PhoneStore, line: Line, nickname: string): Promise<string> {
  const id = crypto.randomUUID()
  const extractable = store.extractableKeys
  const deviceKey = await crypto.subtle.generateKey(ecdsa, extractable, ['sign', 'verify'])
  const sealing = { name: 'AES-GCM', length: 256 }
  const sealKey = await crypto.subtle.generateKey(sealing, extractable, ['encrypt', 'decrypt'])
  const memory = await sealMemory({ stage: 'opening', nickname, rn: '' }, sealKey, line.random(12))
  await store.write({ id, deviceKey, sealKey, memory })
  return id
}

function profileOf(text: string): ProfileId {
  const profile = ProfileId.parse(text)
  if (!profile) throw new Error('the stored profile has no name')
  return profile
}
