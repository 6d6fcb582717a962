/**
 * The browser's half of OPAQUE (RFC 9807), with as little stretching of the password as there can
 * be. The server has no part in that, and a load client that stretched would take the processor
 * from what is measured.
 */
import { client, ready } from '@serenity-kit/opaque'
import { fromBase64url } from '@open-mitid/kernel'

const password = 'blå cykel 47'
const keyStretching = { 'argon2id-custom': { iterations: 1, memory: 8, parallelism: 1 } } as const

export async function beginRegistration() {
  await ready
  const begun = client.startRegistration({ password })
  return {
    request: begun.registrationRequest,
    finish: (registrationResponse: string): string => {
      const { clientRegistrationState } = begun
      const own = { clientRegistrationState, registrationResponse, password, keyStretching }
      return client.finishRegistration(own).registrationRecord
    },
  }
}

export async function beginProof() {
  await ready
  const { clientLoginState, startLoginRequest: ke1 } = client.startLogin({ password })
  const finish = (loginResponse: string) => {
    const own = { clientLoginState, loginResponse, password, keyStretching }
    const finished = client.finishLogin(own)
    const sessionKey = finished && fromBase64url(finished.sessionKey)
    return sessionKey && { ke3: finished.finishLoginRequest, sessionKey }
  }
  return {
    ke1,
    /** Whether the answer is one from the record of the password. */
    isReal: (loginResponse: string) => finish(loginResponse) !== undefined,
    finish: (loginResponse: string) => {
      const finished = finish(loginResponse)
      if (!finished) throw new Error('the password is wrong')
      return finished
    },
  }
}
