/** Every address of the country that something can be sent to, or that says what stands there. */
import type { SignInId } from '@open-mitid/identity/sign-in'
import type { Place } from '../../../apps/sandbox/src/country.ts'
import { passportRequests } from '../../../apps/server/src/edge/phone/passport-requests.ts'
import { phoneRequests } from '../../../apps/server/src/edge/phone/phone-requests.ts'

/** `page`: a browser's window or a page's script. `app`: the phone. `server`: a service's server. */
type Visitor = 'page' | 'app' | 'server' | 'site'

export type Door = {
  readonly at: Place
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly visitor: Visitor
  /** Only pages of its own origin may come in. */
  readonly own?: true
  /** What cannot be understood, and how it is answered. */
  readonly nonsense?: { readonly body: string; readonly type: string; readonly status: number }
}

const form = 'application/x-www-form-urlencoded'
const json = 'application/json'

export function doorsOf(signIn: SignInId): readonly Door[] {
  return [...box(signIn), ...app, ...provider, ...services]
}

function box(signIn: SignInId): readonly Door[] {
  const at = 'signIn'
  const base = `/sign-in/${signIn}`
  const read = (path: string): Door => ({ at, method: 'GET', path, visitor: 'page' })
  const write = (path: string, nonsense?: Door['nonsense']): Door => ({
    at,
    method: 'POST',
    path,
    visitor: 'page',
    own: true,
    ...(nonsense ? { nonsense } : {}),
  })
  return [
    read(base),
    read(`${base}/help`),
    read(`${base}/cancel`),
    read(`${base}/state`),
    { ...read(`${base}/events`), own: true },
    read('/return'),
    write(`${base}/user-id`, { body: `user_id=${'x'.repeat(49)}`, type: form, status: 422 }),
    write(`${base}/way`, { body: 'way=backwards', type: form, status: 400 }),
    write(`${base}/code`, { body: '{', type: json, status: 400 }),
    write(`${base}/start`, { body: '<start/>', type: 'text/xml', status: 415 }),
    write(`${base}/cancel`, { body: '{', type: json, status: 400 }),
    write(`${base}/finish`, { body: '{', type: json, status: 400 }),
    write('/return', { body: `token=${'x'.repeat(201)}`, type: form, status: 400 }),
    write('/browser', { body: 'token=a&token=b', type: form, status: 400 }),
    write('/link', { body: 'token=a&token=b', type: form, status: 400 }),
    ...['password', 'password/proof', 'device-code', 'change', 'change/register'].map((step) =>
      write(`${base}/${step}`, { body: 'ke1=a&ke1=b', type: form, status: 400 }),
    ),
    ...['link/code', 'change/check'].map((step) =>
      write(`${base}/${step}`, {
        body: 'code=1&code=2&user_id=1&user_id=2',
        type: form,
        status: 400,
      }),
    ),
    write(`${base}/link`, { body: '{', type: json, status: 400 }),
  ]
}

const app: readonly Door[] = [
  ...Object.keys({ ...phoneRequests, ...passportRequests }).map((path): Door => ({
    at: 'app',
    method: 'POST',
    path,
    visitor: 'app',
    own: true,
    nonsense: { body: '{"more":', type: json, status: 400 },
  })),
  { at: 'app', method: 'GET', path: '/', visitor: 'page' },
  { at: 'app', method: 'GET', path: '/config.json', visitor: 'page' },
  { at: 'app', method: 'GET', path: '/evidence-keys.json', visitor: 'page' },
]

const provider: readonly Door[] = [
  ...['par', 'token'].map((name): Door => ({
    at: 'signIn',
    method: 'POST',
    path: `/${name}`,
    visitor: 'server',
    nonsense: { body: '{', type: json, status: 400 },
  })),
  {
    at: 'signIn',
    method: 'POST',
    path: '/cpr-match',
    visitor: 'server',
    nonsense: { body: 'cpr=', type: form, status: 401 },
  },
  {
    at: 'signIn',
    method: 'POST',
    path: '/userinfo',
    visitor: 'server',
    nonsense: { body: 'access_token=none', type: form, status: 401 },
  },
  ...['auth', 'logout', 'jwks', '.well-known/openid-configuration', 'evidence-keys.json'].map(
    (name): Door => ({ at: 'signIn', method: 'GET', path: `/${name}`, visitor: 'page' }),
  ),
]

const site = (at: Place, method: Door['method'], path: string, own = method !== 'GET'): Door => ({
  at,
  method,
  path,
  visitor: 'site',
  ...(own ? { own: true } : {}),
})

/** As an enrolment is named, and none is. */
const nobody = `enr_${'0'.repeat(26)}`
const enrolmentSteps = [
  ...['nemid', 'nemid/key', 'nemid/check', 'nemid/back', 'authenticators', 'terms', 'contacts'],
  ...['contacts/code', 'contacts/other', 'user-id', 'delivery', 'confirm', 'done/code'],
  ...['password', 'password/code', 'leave'],
]

const services: readonly Door[] = [
  site('citizen', 'GET', '/da'),
  ...['/da/nemid', '/da/aktiver', '/en/activate', '/da/aktiver/begin', '/da/aktiver/register'].map(
    (path) => site('citizen', 'POST', path),
  ),
  ...enrolmentSteps.map((step) => site('citizen', 'POST', `/da/nemid/${nobody}/${step}`)),
  site('bank', 'GET', '/account'),
  site('bank', 'GET', '/callback?code=x&state=y'),
  site('bank', 'POST', '/transfer'),
  site('bank', 'POST', '/logout'),
  site('borger', 'GET', '/me'),
  site('borger', 'GET', '/callback?code=x&state=y'),
  site('borger', 'POST', '/logout'),
  site('inbox', 'GET', '/messages'),
  site('inbox', 'GET', '/events', true),
  site('inbox', 'DELETE', '/messages'),
  site('inbox', 'POST', '/empty'),
  site('inbox', 'POST', '/faults'),
  site('inbox', 'PUT', '/letters/1'),
]
