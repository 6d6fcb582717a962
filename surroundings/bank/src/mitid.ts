/** Logging on and having a transfer approved, written with `openid-client` as any bank would. */
import {
  EvidenceKeys,
  verifyEs256,
  verifyStatement,
  type Display,
  type VerifiedStatement,
} from '@open-mitid/protocol'
import * as client from 'openid-client'

/** What an answer must fit, kept by the bank between two redirects. */
export type Pending = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** What was asked to be approved; a login asks for nothing. */
  readonly display?: Display
}

export type LoggedOn = { readonly sub: string; readonly name?: string; readonly idToken: string }

/** Why an approval was not taken as one. */
export type Doubt =
  'no-statement' | 'bad-signature' | 'other-text' | 'other-person' | 'other-service'

/** The statement speaks of exactly this text, this person and this bank. */
export type Approved = { readonly statement: VerifiedStatement }

export type BankMitid = {
  begin(
    language: string,
    approve?: { display: Display; idToken: string },
  ): Promise<{
    readonly url: URL
    readonly pending: Pending
  }>
  finishLogin(callback: URL, pending: Pending): Promise<LoggedOn>
  finishApproval(callback: URL, pending: Pending, sub: string): Promise<Approved | Doubt>
  logoutUrl(idToken: string): Promise<URL>
}

const clientId = 'sundby-bank'

export function bankMitid(
  issuer: URL,
  key: JsonWebKey & { kid: string },
  origin: string,
): BankMitid {
  let found: Promise<client.Configuration> | undefined
  const configuration = () => {
    found ??= discover(issuer, key).catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }
  const exchange = async (callback: URL, pending: Pending) =>
    client.authorizationCodeGrant(await configuration(), callback, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    })
  return {
    async begin(language, approve) {
      const pending = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        ...(approve ? { display: approve.display } : {}),
      }
      const url = await client.buildAuthorizationUrlWithPAR(await configuration(), {
        redirect_uri: `${origin}/callback`,
        scope: 'openid mitid',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        ui_locales: language,
        ...(approve ? { ...request(approve.display), id_token_hint: approve.idToken } : {}),
      })
      return { url, pending }
    },

    async finishLogin(callback, pending) {
      const tokens = await exchange(callback, pending)
      const claims = tokens.claims()
      if (!claims || tokens.id_token === undefined) throw new Error('no ID token')
      const name = claims['mitid.identity_name']
      return {
        sub: claims.sub,
        idToken: tokens.id_token,
        ...(typeof name === 'string' ? { name } : {}),
      }
    },

    async finishApproval(callback, pending, sub) {
      const claims = (await exchange(callback, pending)).claims()
      if (claims?.sub !== sub) return 'other-person'
      const statement = claims['mitid.approval']
      if (typeof statement !== 'string') return 'no-statement'
      return judge(statement, await evidenceKeys(issuer), { sub, display: pending.display })
    },

    async logoutUrl(idToken) {
      return client.buildEndSessionUrl(await configuration(), {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${origin}/`,
      })
    },
  }
}

/** The money moves only on a statement that fits to the byte; everything else is a doubt. */
export function judge(
  statement: string,
  keys: EvidenceKeys,
  asked: { readonly sub: string; readonly display: Display | undefined },
): Approved | Doubt {
  const verified = verifyStatement(statement, { keys, verify: verifyEs256 })
  if (!verified.ok) return 'bad-signature'
  const { client_id, sub, display } = verified.value.content
  if (client_id !== clientId) return 'other-service'
  if (sub !== asked.sub) return 'other-person'
  return JSON.stringify(inOrder(display)) ===
    JSON.stringify(asked.display && inOrder(asked.display))
    ? { statement: verified.value }
    : 'other-text'
}

/** One order of members, so that equal texts are equal bytes. */
function inOrder({ lang, title, lines }: Display) {
  return [lang, title ?? null, lines.map(({ label, value }) => [label ?? null, value])]
}

/** RFC 9396 §2. */
function request({ title, lines }: Display) {
  const detail = { type: 'mitid_approval', action: 'approve', title, lines }
  return { authorization_details: JSON.stringify([detail]) }
}

async function discover(
  issuer: URL,
  key: JsonWebKey & { kid: string },
): Promise<client.Configuration> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const imported = await crypto.subtle.importKey('jwk', key, algorithm, false, ['sign'])
  const authentication = client.PrivateKeyJwt({ key: imported, kid: key.kid })
  return client.discovery(issuer, clientId, undefined, authentication, {
    execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
  })
}

async function evidenceKeys(issuer: URL): Promise<EvidenceKeys> {
  const response = await fetch(new URL('/evidence-keys.json', issuer))
  const keys = EvidenceKeys.parse(await response.json())
  if (!keys) throw new Error('the evidence keys cannot be read')
  return keys
}
