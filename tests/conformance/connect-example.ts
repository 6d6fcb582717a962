import * as client from 'openid-client'

const redirectUri = 'http://localhost:8080/callback'
const insecure = { execute: [client.allowInsecureRequests] } // for http://localhost alone

export async function configure(issuer: string, secret: string): Promise<client.Configuration> {
  const proof = client.ClientSecretBasic(secret)
  return client.discovery(new URL(issuer), 'my-shop', undefined, proof, insecure)
}

/** Keep `kept` in the browser's session under its `state`, and send the browser to `url`. */
export async function begin(config: client.Configuration) {
  const kept = {
    verifier: client.randomPKCECodeVerifier(),
    state: client.randomState(),
    nonce: client.randomNonce(),
  }
  const url = await client.buildAuthorizationUrlWithPAR(config, {
    redirect_uri: redirectUri,
    scope: 'openid mitid',
    ui_locales: 'da',
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: 'S256',
  })
  return { url, kept }
}

export async function finish(
  config: client.Configuration,
  callback: URL,
  kept: { verifier: string; state: string; nonce: string },
) {
  const tokens = await client.authorizationCodeGrant(config, callback, {
    pkceCodeVerifier: kept.verifier,
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    idTokenExpected: true,
  })
  return tokens.claims()
}
