/** Logging on with MitID, written with `openid-client` as any service would. */
import * as client from 'openid-client'

/** What a login must come back with, kept by this service between two redirects. */
export type Pending = { readonly state: string; readonly nonce: string; readonly verifier: string }

export type Citizen = {
  readonly name: string | undefined
  readonly cpr: string | undefined
  readonly level: string | undefined
  readonly phishingResistant: boolean
  readonly at: Date
  readonly idToken: string
}

export type Login = {
  begin(language: string): Promise<{ readonly url: URL; readonly pending: Pending }>
  /** Throws what `openid-client` throws: also a person's own no, as `AuthorizationResponseError`. */
  finish(callback: URL, pending: Pending): Promise<Citizen>
  logoutUrl(idToken: string): Promise<URL>
}

export function login(issuer: URL, clientSecret: string, origin: string): Login {
  let found: Promise<client.Configuration> | undefined
  const configuration = () => {
    found ??= client
      .discovery(issuer, 'borger', undefined, client.ClientSecretBasic(clientSecret), {
        execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        found = undefined
        throw error
      })
    return found
  }
  return {
    async begin(language) {
      const pending = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const url = await client.buildAuthorizationUrlWithPAR(await configuration(), {
        redirect_uri: `${origin}/callback`,
        scope: 'openid mitid ssn',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        ui_locales: language,
      })
      return { url, pending }
    },
    async finish(callback, pending) {
      const tokens = await client.authorizationCodeGrant(await configuration(), callback, {
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        pkceCodeVerifier: pending.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims || tokens.id_token === undefined) throw new Error('no ID token')
      const told = await client.fetchUserInfo(
        await configuration(),
        tokens.access_token,
        claims.sub,
      )
      const text = (name: string) => {
        const value = told[name] ?? claims[name]
        return typeof value === 'string' ? value : undefined
      }
      return {
        name: text('mitid.identity_name'),
        cpr: text('dk.cpr'),
        level: text('loa'),
        phishingResistant: (told['phr'] ?? claims['phr']) === true,
        at: new Date(),
        idToken: tokens.id_token,
      }
    },
    async logoutUrl(idToken) {
      return client.buildEndSessionUrl(await configuration(), {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${origin}/`,
      })
    },
  }
}
