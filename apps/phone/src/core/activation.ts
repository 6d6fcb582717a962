/** How an app becomes a person's: two codes, a PIN, and keys that both sign. See protocols §3. */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import {
  ActivationCode,
  issueActivationKeys,
  Pin,
  ProfileId,
  type PinRefusal as WeakPin,
} from '@open-mitid/protocol'
import type { CallRefusal, Calls } from './calls.ts'
import { deviceSign, publicJwk, type Line } from './exchange.ts'
import { openMemory, sealMemory } from './memory.ts'
import { registerPin } from './register-pin.ts'
import type { PhoneStore } from './store.ts'
import type { Trust } from './trust.ts'

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const

export function activation(
  store: PhoneStore,
  line: Line,
  { call, catchUp }: Calls,
  { appVersion, trust }: { readonly appVersion: string; readonly trust: Trust },
) {
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

    /** Has the second code sent again; the server decides how often. */
    async sendAgain(id: string) {
      await catchUp(id)
      const stored = await store.read(id)
      const memory = stored && (await openMemory(stored))
      if (memory?.stage !== 'second-code') return refuse({ kind: 'activation-ended' } as const)
      const answer = await call(id, '/api/activation/open', { code: memory.code })
      return answer.ok ? accept(answer.value.second) : answer
    },

    async confirmSecond(id: string, code: string): Promise<Result<undefined, CallRefusal>> {
      const earlier = await catchUp(id)
      if (earlier?.path === '/api/activation/second' && earlier.answer.ok) return accept(undefined)
      const answer = await call(id, '/api/activation/second', { code })
      return answer.ok ? accept(undefined) : answer
    },

    /** Registers the PIN and has both keys bound. After it the profile is active. */
    async finish(id: string, pin: string): Promise<Result<undefined, CallRefusal | WeakPin>> {
      const earlier = await catchUp(id)
      if (earlier?.path === '/api/activation/finish' && earlier.answer.ok) return accept(undefined)
      const chosen = Pin.parse(pin)
      if (!chosen.ok) return chosen
      const registered = await registerPin(call, line, { id, pin: chosen.value, for: 'activation' })
      if (!registered.ok) return registered
      const { record, slot, nonce, ak } = registered.value
      const stored = await store.read(id)
      const memory = stored && (await openMemory(stored))
      if (!stored || memory?.stage !== 'pin') return refuse({ kind: 'ended', why: 'removed' })
      const profile = ProfileId.parse(memory.profile)
      if (!profile) throw new Error('the stored profile has no name')
      const content = {
        v: 1 as const,
        profile,
        nonce,
        dk_jwk: await publicJwk(stored.deviceKey),
        ak_jwk: ak.jwk,
        pin_epoch: slot.epoch,
      }
      const dk = { sign: deviceSign(stored.deviceKey) }
      const keys = await issueActivationKeys(content, { dk, ak })
      const body = { record, keys, app_version: appVersion }
      const answer = await call(id, '/api/activation/finish', body, (before) =>
        before.stage === 'pin' ? { ...before, slot } : before,
      )
      if (!answer.ok) return answer
      await trust.begin(id)
      return accept(undefined)
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
