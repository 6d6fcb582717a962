/** `mitid register-service`: connects a service. */
import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import {
  registerService,
  type RegisterService,
  type RegisterServiceRefusal,
} from '@open-mitid/identity/service'
import { postgresServices } from '@open-mitid/postgres'
import {
  isSet,
  needed,
  text,
  texts,
  UsageError,
  type Command,
  type Outcome,
  type Values,
} from './command.ts'

export const registerServiceCommand: Command = {
  summary: 'connects a service',
  usage: `--client-id ID --org NAME --name NAME --domain DOMAIN --redirect-uri URL...
      (--jwks FILE | --secret | --secret-file FILE) [--post-logout-redirect-uri URL...]
      [--cpr] [--replace]

  --name, --domain     what citizens are shown of the service when they approve
  --redirect-uri       where they come back to, once for each address: https, also a link claimed
                       by an app; outside production also http on this machine
  --jwks FILE          the public keys it proves itself with (private_key_jwt)
  --secret             or a secret, made here and told once (client_secret_basic)
  --secret-file FILE   or the secret in that file, of 32 characters or more
  --cpr                there is a legal basis to be given CPR numbers
  --replace            puts this in the place of what the client ID is registered with

  Answers {"client_id"}, with "client_secret" for --secret.`,
  options: {
    'client-id': { type: 'string' },
    org: { type: 'string' },
    name: { type: 'string' },
    domain: { type: 'string' },
    'redirect-uri': { type: 'string', multiple: true },
    'post-logout-redirect-uri': { type: 'string', multiple: true },
    jwks: { type: 'string' },
    secret: { type: 'boolean' },
    'secret-file': { type: 'string' },
    cpr: { type: 'boolean' },
    replace: { type: 'boolean' },
  },
  async run(values, { open, random }) {
    const { authentication, secret } = await authenticationOf(values)
    const wanted: RegisterService = {
      clientId: needed(values, 'client-id'),
      organisation: needed(values, 'org'),
      name: needed(values, 'name'),
      domain: needed(values, 'domain'),
      redirectUris: texts(values, 'redirect-uri'),
      postLogoutRedirectUris: texts(values, 'post-logout-redirect-uri'),
      authentication,
      legalBases: isSet(values, 'cpr') ? ['cpr'] : [],
      replace: isSet(values, 'replace'),
    }
    const { config, db, vault } = await open()
    const surface = config.environment === 'production' ? 'production' : 'sandbox'
    const services = postgresServices(db, vault)
    const registered = await registerService({ services, random, surface })(wanted)
    if (!registered.ok) return explain(registered.refusal)
    const { id } = registered.value
    return {
      ok: true,
      json: { client_id: id, ...(secret === undefined ? {} : { client_secret: secret }) },
      lines: [
        `${id} is connected.`,
        ...(secret === undefined ? [] : [`Its secret, which is told only now: ${secret}`]),
      ],
    }
  },
}

const shortestSecret = 32

async function authenticationOf(
  values: Values,
): Promise<{ authentication: RegisterService['authentication']; secret?: string }> {
  const jwks = text(values, 'jwks')
  const secretFile = text(values, 'secret-file')
  const makeSecret = isSet(values, 'secret')
  if ([jwks !== undefined, secretFile !== undefined, makeSecret].filter(Boolean).length !== 1)
    throw new UsageError('Give one of --jwks FILE, --secret and --secret-file FILE.')
  if (jwks !== undefined)
    return { authentication: { jwks: JSON.parse(await readFile(jwks, 'utf8')) as unknown } }
  if (secretFile === undefined) {
    const secret = randomBytes(32).toString('base64url')
    return { authentication: hashed(secret), secret }
  }
  const secret = (await readFile(secretFile, 'utf8')).trim()
  if (secret.length < shortestSecret)
    throw new UsageError(`A secret has ${String(shortestSecret)} characters or more.`)
  return { authentication: hashed(secret) }
}

function hashed(secret: string): RegisterService['authentication'] {
  const secretSha256 = Uint8Array.from(createHash('sha256').update(secret).digest())
  return { method: 'client_secret_basic', secretSha256 }
}

const faults = {
  'not-a-url': 'is no address, or holds a space, a line break or a backslash',
  fragment: 'has a fragment (#), which is not sent back',
  'user-info': 'holds a user name or password',
  'not-https': 'does not begin with https:// (outside production http on this machine will do)',
  'too-long': 'has more than 500 characters',
  wildcard: 'holds a *, and addresses are compared letter by letter',
  'not-a-key-set': 'is not a JSON Web Key Set (RFC 7517 §5)',
  'no-keys': 'holds no key',
  'too-many-keys': 'holds more than ten keys',
  'private-key': 'holds a private key; hand in the public half, and make a new key',
  'weak-key': 'holds a key that is neither EC P-256 nor RSA of 2048 bits or more',
  'same-kid': 'holds two keys of one name (kid)',
}

const sentences = {
  'client-id': 'A client ID has 3 to 100 of A-Z, a-z, 0-9, ".", "_", "~" and "-".',
  organisation: 'The organisation is one line of 1 to 60 characters.',
  name: 'The name is one line of 1 to 60 characters.',
  domain: 'The domain is a host name such as bank.example, in small letters.',
  'no-redirect-uri': 'Give at least one --redirect-uri.',
  'client-id-taken': 'The client ID is registered already; --replace replaces that.',
  'other-organisation': 'The client ID is another organisation’s.',
  busy: 'The organisation was changed at the same time; try again.',
}

function explain(refusal: RegisterServiceRefusal): Outcome {
  const { kind } = refusal
  if (kind === 'redirect-uri')
    return { ok: false, kind, sentence: `${refusal.uri} ${faults[refusal.fault]}.` }
  if (kind === 'jwks') return { ok: false, kind, sentence: `The key set ${faults[refusal.fault]}.` }
  return { ok: false, kind, sentence: sentences[kind] }
}
