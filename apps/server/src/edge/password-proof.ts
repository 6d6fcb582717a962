/**
 * The browser's half of OPAQUE (RFC 9807) for passwords, for every page of ours that asks for one.
 * The password is stretched here and never leaves the page (protocols §4).
 */
import { fromBase64url, type Bytes } from '@open-mitid/kernel'
import { Password } from '@open-mitid/protocol'

/** Part of every record: to change it makes all passwords wrong. */
const keyStretching = 'memory-constrained'

/** The library brings 130 KB of WebAssembly: it is loaded after the page is drawn. */
export async function loadOpaque() {
  const { client, ready } = await import('@serenity-kit/opaque')
  await ready
  return client
}

export type PasswordProof = { readonly ke3: string; readonly sessionKey: Bytes }

/** Begins a proof; `finish` answers undefined where the password was not the right one. */
export async function beginProof(typed: string) {
  const client = await loadOpaque()
  const password = Password.normalise(typed)
  const { clientLoginState, startLoginRequest: ke1 } = client.startLogin({ password })
  return {
    ke1,
    finish(loginResponse: string): PasswordProof | undefined {
      const finished = client.finishLogin({
        clientLoginState,
        loginResponse,
        password,
        keyStretching,
      })
      const sessionKey = finished && fromBase64url(finished.sessionKey)
      return sessionKey && { ke3: finished.finishLoginRequest, sessionKey }
    },
  }
}

/** Begins a registration; `finish` takes the server's answer and gives the record to send. */
export async function beginRegistration(chosen: Password) {
  const client = await loadOpaque()
  const { clientRegistrationState, registrationRequest: request } = client.startRegistration({
    password: chosen,
  })
  return {
    request,
    finish: (registrationResponse: string): string =>
      client.finishRegistration({
        clientRegistrationState,
        registrationResponse,
        password: chosen,
        keyStretching,
      }).registrationRecord,
  }
}
