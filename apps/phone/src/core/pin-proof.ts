/** The phone's half of OPAQUE (RFC 9807) for the PIN. See protocols §1. */
import { base64url, fromBase64url, type Bytes } from '@open-mitid/kernel'
import { client, ready } from '@serenity-kit/opaque'
import type { PinSlot } from './memory.ts'

// `s` carries 256 bits and the server counts the tries, so stretching would only cost the phone.
const keyStretching = {
  'argon2id-custom': { iterations: 1, memory: 8, parallelism: 1 },
} as const

export type PinProof = { readonly ke3: string; readonly exportKey: Bytes }

/** Begins a registration; `finish` takes the server's answer and gives the record to send. */
export async function beginRegistration(s: string, pin: string) {
  await ready
  const password = secretOf(s, pin)
  const started = client.startRegistration({ password })
  return {
    request: started.registrationRequest,
    finish(registrationResponse: string): { record: string; exportKey: Bytes } {
      const finished = client.finishRegistration({
        clientRegistrationState: started.clientRegistrationState,
        registrationResponse,
        password,
        keyStretching,
      })
      return { record: finished.registrationRecord, exportKey: bytes(finished.exportKey) }
    },
  }
}

/** Begins a proof; `finish` answers undefined where the PIN was not the right one. */
export async function beginProof(slot: PinSlot, pin: string) {
  await ready
  const password = secretOf(slot.s, pin)
  const started = client.startLogin({ password })
  return {
    ke1: started.startLoginRequest,
    finish(loginResponse: string): PinProof | undefined {
      const finished = client.finishLogin({
        clientLoginState: started.clientLoginState,
        loginResponse,
        password,
        keyStretching,
      })
      if (!finished) return undefined
      return { ke3: finished.finishLoginRequest, exportKey: bytes(finished.exportKey) }
    },
  }
}

/** A new `s`: what the phone's storage must hold for a PIN to be of any use. */
export function newSecret(random: (length: number) => Bytes): string {
  return base64url(random(32))
}

function secretOf(s: string, pin: string): string {
  return `${s}:${pin}`
}

function bytes(text: string): Bytes {
  const value = fromBase64url(text)
  if (!value) throw new Error('OPAQUE gave text that is not base64url')
  return value
}
