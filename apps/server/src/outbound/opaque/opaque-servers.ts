/** `PinServer` and `PasswordServer` by the OPAQUE library (RFC 9807; ristretto255, SHA-512, 3DH). */
import { randomBytes } from 'node:crypto'
import { fromBase64url, fromUtf8, utf8, type Bytes } from '@open-mitid/kernel'
import type { PasswordServer, PinServer } from '@open-mitid/identity/authenticator'
import { client, ready, server } from '@serenity-kit/opaque'

export type OpaqueServers = {
  readonly pinServer: PinServer
  readonly passwordServer: PasswordServer
}

/** A new secret of the server's half. Another one makes every PIN and password useless. */
export async function newOpaqueSetup(): Promise<Bytes> {
  await ready
  return utf8(server.createSetup())
}

/** `setup` is what `newOpaqueSetup` made for this installation, and is never rotated. */
export async function openOpaqueServers(setup: Bytes): Promise<OpaqueServers> {
  await ready
  const serverSetup = fromUtf8(setup)
  if (serverSetup === undefined) throw new Error('the OPAQUE secret is not what was kept')
  // Throws where it is damaged: better now than at the first PIN.
  server.getPublicKey(serverSetup)
  const register: PinServer['register'] = (userIdentifier, registrationRequest) =>
    orUndefined(
      () =>
        server.createRegistrationResponse({ serverSetup, userIdentifier, registrationRequest })
          .registrationResponse,
    )
  const begin: PinServer['begin'] = (userIdentifier, registrationRecord, startLoginRequest) =>
    orUndefined(() => {
      const { loginResponse, serverLoginState } = server.startLogin({
        serverSetup,
        userIdentifier,
        registrationRecord,
        startLoginRequest,
      })
      return { ke2: loginResponse, serverState: serverLoginState }
    })
  const { startLoginRequest: anyRequest } = client.startLogin({ password: 'any' })
  const finish = (serverLoginState: string, finishLoginRequest: string) =>
    orUndefined(() => server.finishLogin({ serverLoginState, finishLoginRequest }))
  return {
    pinServer: { register, begin, finish: (state, ke3) => finish(state, ke3) !== undefined },
    passwordServer: {
      register,
      begin,
      finish(state, ke3) {
        const finished = finish(state, ke3)
        return finished && fromBase64url(finished.sessionKey)
      },
      accepts: (record) => begin('no-password/', record, anyRequest) !== undefined,
    },
  }
}

/** The record of a password that nobody knows, to answer for those who have none. */
export async function newDecoyRecord({ register }: PasswordServer): Promise<string> {
  await ready
  const password = randomBytes(32).toString('base64url')
  const started = client.startRegistration({ password })
  const registrationResponse = register('no-password/', started.registrationRequest)
  if (registrationResponse === undefined) throw new Error('OPAQUE refused its own message')
  return client.finishRegistration({
    clientRegistrationState: started.clientRegistrationState,
    registrationResponse,
    password,
    // Nobody will ever prove it: least stretching, and the record looks like every other.
    keyStretching: { 'argon2id-custom': { iterations: 1, memory: 8, parallelism: 1 } },
  }).registrationRecord
}

/** The library throws for what a browser or app should not have sent, and for nothing else. */
function orUndefined<Value>(evaluate: () => Value): Value | undefined {
  try {
    return evaluate()
  } catch {
    return undefined
  }
}
