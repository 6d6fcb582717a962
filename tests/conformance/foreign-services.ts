/** A bank that proves itself by key and a shop with a secret, both on another house's library. */
import { randomBytes } from 'node:crypto'
import { SignInId } from '@open-mitid/identity/sign-in'
import * as client from 'openid-client'
import { Browser } from './browser.ts'
import { openInstallation, sha256 } from './installation.ts'

export const redirect = 'http://localhost:3006/callback'

export type Parameters = Readonly<Record<string, string>>
export type Started = { readonly url: URL; readonly verifier: string; readonly state: string }
export type Opened = Started & { readonly id: SignInId; readonly browser: Browser }
export type SignedIn = { readonly callback: URL; readonly verifier: string; readonly state: string }

export async function openForeignServices(settings: Readonly<Record<string, string>> = {}) {
  const house = await openInstallation(settings)
  const secret = randomBytes(32).toString('base64url')
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const bankKey = pair.privateKey
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  await house.register({
    clientId: 'bank',
    authentication: { jwks: { keys: [{ kty, crv, x, y, kid: 'k1', alg: 'ES256' }] } },
    legalBases: ['cpr'],
  })
  await house.register({
    clientId: 'shop',
    organisation: 'Shop ApS',
    name: 'Shop',
    domain: 'shop.example',
    authentication: { method: 'client_secret_basic', secretSha256: sha256(secret) },
  })
  const person = await house.person({ userId: 'aase80', cpr: '8902801234' })
  const discover = (id: string, authentication: client.ClientAuth) => {
    const overHttp = { execute: [client.allowInsecureRequests] }
    return client.discovery(new URL(house.issuer), id, {}, authentication, overHttp)
  }
  const bank = await discover('bank', client.PrivateKeyJwt({ key: bankKey, kid: 'k1' }))
  const discoverShop = () => discover('shop', client.ClientSecretBasic(secret))
  const shop = await discoverShop()

  /** The person approves, the page finishes, and the provider sends the browser to the service. */
  async function bringCode({ id, browser }: Pick<Opened, 'id' | 'browser'>, who = person) {
    const response = await browser.get(await house.complete(id, who, browser))
    return new URL(response.headers.get('location') ?? '')
  }

  /** Signed in: the browser is about to bring the code to the service. */
  async function signIn(config: client.Configuration, given?: Parameters, browser?: Browser) {
    const opened = await open(await push(config, given), browser)
    return { ...opened, callback: await bringCode(opened) }
  }

  return { house, secret, bankKey, bank, shop, discoverShop, person, bringCode, signIn }
}

/** A whole request; an empty value leaves a parameter out. */
export async function parametersOf(given: Parameters = {}) {
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const all = {
    redirect_uri: redirect,
    scope: 'openid profile mitid',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...given,
  }
  const kept = Object.entries(all).filter(([, value]) => value !== '')
  return { verifier, state, parameters: Object.fromEntries(kept) }
}

export async function push(config: client.Configuration, given?: Parameters): Promise<Started> {
  const { parameters, ...rest } = await parametersOf(given)
  return { ...rest, url: await client.buildAuthorizationUrlWithPAR(config, parameters) }
}

/** The browser has come to the box: the sign-in is open. */
export async function open(started: Started, browser = new Browser()): Promise<Opened> {
  const response = await browser.get(started.url)
  const id = SignInId.parse(response.headers.get('location')?.replace('/sign-in/', ''))
  if (!id) throw new Error('the browser was not sent to a sign-in')
  await browser.get(`${started.url.origin}/sign-in/${id}`)
  return { ...started, id, browser }
}

export function exchange(config: client.Configuration, { callback, verifier, state }: SignedIn) {
  const checks = { pkceCodeVerifier: verifier, expectedState: state, idTokenExpected: true }
  return client.authorizationCodeGrant(config, callback, checks)
}
