/** `PinServer` by the OPAQUE library (RFC 9807; ristretto255, SHA-512, 3DH). */
import { fromUtf8, utf8, type Bytes } from '@open-mitid/kernel'
import type { PinServer } from '@open-mitid/identity/authenticator'
import { ready, server } from '@serenity-kit/opaque'

/** A new secret of the server's half. Another one makes every PIN that there is useless. */
export async function newOpaqueSetup(): Promise<Bytes> {
  await ready
  return utf8(server.createSetup())
}

/** `setup` is what `newOpaqueSetup` made for this installation, and is never rotated. */
export async function openPinServer(setup: Bytes): Promise<PinServer> {
  await ready
  const serverSetup = fromUtf8(setup)
  if (serverSetup === undefined) throw new Error('the OPAQUE secret is not what was kept')
  // Throws where it is damaged: better now than at the first PIN.
  server.getPublicKey(serverSetup)
  return {
    register: (userIdentifier, registrationRequest) =>
      orUndefined(
        () =>
          server.createRegistrationResponse({ serverSetup, userIdentifier, registrationRequest })
            .registrationResponse,
      ),
    begin: (userIdentifier, registrationRecord, startLoginRequest) =>
      orUndefined(() => {
        const { loginResponse, serverLoginState } = server.startLogin({
          serverSetup,
          userIdentifier,
          registrationRecord,
          startLoginRequest,
        })
        return { ke2: loginResponse, serverState: serverLoginState }
      }),
    finish: (serverLoginState, finishLoginRequest) =>
      orUndefined(() => server.finishLogin({ serverLoginState, finishLoginRequest })) !== undefined,
  }
}

/** The library throws for what an app should not have sent, and for nothing else. */
function orUndefined<Value>(evaluate: () => Value): Value | undefined {
  try {
    return evaluate()
  } catch {
    return undefined
  }
}
