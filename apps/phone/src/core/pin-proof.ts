/** The phone's half of OPAQUE (RFC 9807) for the PIN. See protocols §1. */
import { fromBase64url, type Bytes } from '@open-mitid/kernel'
import { Unreachable } from './exchange.ts'
import type { PinSlot } from './memory.ts'

// `s` carries 256 bits and the server counts the tries, so stretching would only cost the phone.
const keyStretching = {
  'argon2id-custom': { iterations: 1, memory: 8, parallelism: 1 },
} as const

/** The library brings 130 KB of WebAssembly: it is loaded after the first screen is drawn. */
export async function loadOpaque() {
  const { client, ready } = await import('@serenity-kit/opaque').catch((cause: unknown) => {
    throw new Unreachable('a part of the app could not be fetched', { cause })
  })
  await ready
  return client
}

export type PinProof = { readonly ke3: string; readonly exportKey: Bytes }

/** Begins a registration; `finish` takes the server's answer and gives the record to send. */
export async function beginRegistration(s: string, pin: string) {
  const client = await loadOpaque()
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
  const client = await loadOpaque()
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

function secretOf(s: string, pin: string): string {
  return `${s}:${pin}`
}

function bytes(text: string): Bytes {
  const value = fromBase64url(text)
  if (!value) throw new Error('OPAQUE gave text that is not base64url')
  return value
}
