/** The service's half of a sign-in, as a bank does it (RFC 9126, RFC 7636, RFC 7523). */
import { createHash, createPrivateKey, randomBytes, sign } from 'node:crypto'
import { expectStatus, type Line } from './call.ts'

export type ServiceClient = {
  readonly clientId: string
  /** With which it proves itself: ES256, as the public key set it registers says. */
  readonly privateJwk: JsonWebKey & { readonly kid: string }
  readonly redirectUri: string
}

export type Pushed = {
  /** Where the browser is sent. */
  readonly authorization: string
  readonly verifier: string
}

/** The approval of the issue this house began with: a title, an amount and a creditor. */
const approval = JSON.stringify([
  {
    type: 'mitid_approval',
    action: 'approve',
    title: 'Transfer of money',
    instructed_amount: { currency: 'DKK', amount: '2300.00' },
    creditor: { account: '9978 000123456' },
  },
])

export type Service = {
  readonly push: () => Promise<Pushed>
  /** The tokens for a code, as they came. */
  readonly redeem: (redirect: string, pushed: Pushed) => Promise<unknown>
}

export function openService(
  line: Line,
  issuer: string,
  { clientId, privateJwk, redirectUri }: ServiceClient,
  asked: Readonly<Record<string, string>> = { authorization_details: approval },
): Service {
  const key = createPrivateKey({ key: privateJwk, format: 'jwk' })
  const assertion = () => {
    const now = Math.floor(Date.now() / 1000)
    const jti = randomBytes(16).toString('base64url')
    const claims = { iss: clientId, sub: clientId, aud: issuer, jti, iat: now, exp: now + 60 }
    const signed = [{ alg: 'ES256', kid: privateJwk.kid }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
    return `${signed}.${signature.toString('base64url')}`
  }
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    line.call({
      method: 'POST',
      url: issuer + path,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: new URLSearchParams({
        ...fields,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion(),
      }).toString(),
    })
  return {
    async push() {
      const verifier = randomBytes(32).toString('base64url')
      const answer = await post('/par', {
        ...asked,
        client_id: clientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: 'openid',
        state: randomBytes(16).toString('base64url'),
        nonce: randomBytes(16).toString('base64url'),
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ui_locales: 'en',
      })
      const { request_uri: request } = JSON.parse(
        expectStatus(answer, 201, 'the pushed request').body,
      ) as { request_uri: string }
      const query = new URLSearchParams({ client_id: clientId, request_uri: request })
      return { authorization: `${issuer}/auth?${query.toString()}`, verifier }
    },
    async redeem(redirect, { verifier }) {
      const code = new URL(redirect).searchParams.get('code')
      if (code === null) throw new Error(`the service got no code: ${redirect}`)
      const answer = await post('/token', {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      })
      return JSON.parse(expectStatus(answer, 200, 'the token').body) as unknown
    },
  }
}
