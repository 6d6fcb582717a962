/** What a service is told that asks for what it may not have. */
import * as client from 'openid-client'
import { afterAll, describe, expect, it } from 'vitest'
import { ClientId } from '@open-mitid/identity/service'
import { Browser } from './browser.ts'
import {
  openForeignServices,
  parametersOf,
  push,
  redirect,
  type Parameters,
} from './foreign-services.ts'

const { house, shop } = await openForeignServices()
afterAll(() => house.close())

const approvalText = {
  type: 'mitid_approval',
  action: 'approve',
  title: 'Transfer of DKK 2,300',
  lines: [{ label: 'To account', value: '9978 000123456' }],
}
const high = 'https://data.gov.dk/concept/core/nsis/High'

/** Each of these is asked with everything else in order. */
const badRequests: readonly (readonly [string, Parameters, string])[] = [
  ['the implicit flow', { response_type: 'token' }, 'invalid_request'],
  ['an ID token alone', { response_type: 'id_token', nonce: 'n' }, 'invalid_request'],
  ['no response at all', { response_type: 'none' }, 'unsupported_response_type'],
  ['no PKCE', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
  ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['an unknown prompt', { prompt: 'dance' }, 'invalid_request'],
  ['a bad max_age', { max_age: '-1' }, 'invalid_request'],
  ['the code by a form', { response_mode: 'form_post' }, 'invalid_request'],
  ['the code in a fragment', { response_mode: 'fragment' }, 'invalid_request'],
  ['a scope without openid', { scope: 'profile mitid' }, 'invalid_scope'],
  ['no scope', { scope: '' }, 'invalid_scope'],
  ['a CPR number without legal basis', { scope: 'openid ssn' }, 'invalid_scope'],
  ['an unsigned request object', { request: 'e30.e30.' }, 'request_not_supported'],
  ['a level nobody reaches', { acr_values: high }, 'unmet_authentication_requirements'],
  ['an unknown level', { loa: 'Enormous' }, 'invalid_request'],
  ['malformed details', { authorization_details: '{' }, 'invalid_authorization_details'],
  [
    'documents',
    { authorization_details: JSON.stringify([{ ...approvalText, documents: [] }]) },
    'invalid_authorization_details',
  ],
  ['a control character', { reference_text: 'a\u0007' }, 'invalid_request'],
  ['a foreign ID token as hint', { id_token_hint: 'e30.e30.e30' }, 'invalid_request'],
]

describe('a bad request never gets access_denied', () => {
  it.each(badRequests)('pushed with %s: its RFC error at once', async (_, given, error) => {
    await expect(push(shop, { response_type: 'code', ...given })).rejects.toMatchObject({
      error,
      status: 400,
    })
  })
  it.each(badRequests.filter(([, { response_mode: mode }]) => mode !== 'form_post'))(
    'sent with %s: its RFC error to the service',
    async (_, given, error) => {
      const { parameters, state } = await parametersOf({ response_type: 'code', ...given })
      const url = client.buildAuthorizationUrl(shop, parameters)
      const answer = await new Browser().get(url)
      expect(answer.status).toBe(303)
      const target = new URL((answer.headers.get('location') ?? '').replace('#', '?'))
      expect(target.origin + target.pathname).toBe(redirect)
      expect(target.searchParams.get('error')).toBe(error)
      expect(target.searchParams.get('state')).toBe(state)
    },
  )
  it('prompt=none is login_required, because nobody is ever logged in here', async () => {
    const { url } = await push(shop, { prompt: 'none' })
    const answer = await new Browser().get(url)
    expect(answer.headers.get('location')).toContain('error=login_required')
  })
  it('RFC 9126 §4: what stands beside a pushed request counts for nothing, and nobody else opens it', async () => {
    const { url, state } = await push(shop, { prompt: 'none' })
    for (const client_id of ['bank', 'nobody', '']) {
      const foreign = new URL(url)
      foreign.searchParams.set('client_id', client_id)
      const answer = await new Browser().get(foreign)
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
    }
    for (const [name, value] of Object.entries({
      redirect_uri: 'https://evil.example/',
      state: 'theirs',
      response_mode: 'fragment',
    }))
      url.searchParams.set(name, value)
    const target = new URL((await new Browser().get(url)).headers.get('location') ?? '')
    expect(target.origin + target.pathname).toBe(redirect)
    expect(target.searchParams.get('state')).toBe(state)
  })
  it('an unknown redirect address is refused at once when pushed', async () => {
    const pushed = push(shop, { redirect_uri: 'https://evil.example/' })
    await expect(pushed).rejects.toMatchObject({ error: 'invalid_request' })
  })
  it.each([
    ['an unknown client', { client_id: 'nobody' }, 'Tjenesten er ikke kendt her'],
    [
      'the house, which signs in at itself alone',
      { client_id: ClientId.house },
      'Tjenesten er ikke kendt her',
    ],
    ['an address that is nearly right', { redirect_uri: `${redirect}/` }, 'sat forkert op'],
    ['another address', { redirect_uri: 'https://evil.example/' }, 'sat forkert op'],
    ['the code by a form', { response_mode: 'form_post' }, 'Vi forstår ikke hjemmesiden'],
    ['no address', { redirect_uri: '' }, 'Vi forstår ikke hjemmesiden'],
    [
      'a used-up request_uri',
      { request_uri: 'urn:ietf:params:oauth:request_uri:x', redirect_uri: '' },
      'Det her er slut',
    ],
  ])('with %s, only the person is told, in their language', async (_, given, text) => {
    const { parameters } = await parametersOf()
    const url = new URL(`${house.issuer}/auth`)
    const all: Parameters = { client_id: 'shop', response_type: 'code', ...parameters, ...given }
    for (const [name, value] of Object.entries(all)) if (value) url.searchParams.set(name, value)
    const answer = await new Browser('da').get(url)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('location')).toBeNull()
    expect(await answer.text()).toContain(text)
  })
})
