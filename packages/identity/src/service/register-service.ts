/** A service is connected: what it asks for is checked, and each thing that is wrong is named. */
import { accept, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import { plainTextFault } from '@open-mitid/protocol'
import { appendEvents, emptyChain } from '../ledger/index.ts'
import { parseJwks, type JwksFault } from './client-jwks.ts'
import {
  ClientId,
  OrganisationId,
  type Client,
  type ClientAuthentication,
  type LegalBasis,
} from './client.ts'
import { redirectUriFault, type RedirectUriFault, type Surface } from './redirect-uri.ts'
import type { Services } from './services.ts'

export type RegisterService = {
  readonly clientId: string
  readonly organisation: string
  readonly name: string
  readonly domain: string
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  /** A key set as it was read from a file, or the hash of a secret that only the service has. */
  readonly authentication:
    { readonly jwks: unknown } | Extract<ClientAuthentication, { method: 'client_secret_basic' }>
  readonly legalBases: readonly LegalBasis[]
  /** Puts this in the place of a registration that is there. */
  readonly replace: boolean
}

export type RegisterServiceRefusal =
  | { readonly kind: 'client-id' | 'organisation' | 'name' | 'domain' | 'no-redirect-uri' }
  | { readonly kind: 'redirect-uri'; readonly uri: string; readonly fault: RedirectUriFault }
  | { readonly kind: 'jwks'; readonly fault: JwksFault }
  | { readonly kind: 'client-id-taken' | 'other-organisation' | 'busy' }

const domain =
  /^(?=.{4,100}$)([a-z0-9æøåäöü]([a-z0-9æøåäöü-]{0,61}[a-z0-9æøåäöü])?\.)+[a-z]{2,63}$/u
const longestName = 60
const tries = 5

export function registerService(ports: {
  services: Services
  random: Random
  surface: Surface
}): UseCase<RegisterService, Client, RegisterServiceRefusal> {
  const { services, random } = ports
  return async (wanted) => {
    const checked = check(wanted, ports.surface)
    if (!checked.ok) return checked
    const { id, ...content } = checked.value
    for (let left = tries; left > 0; left -= 1) {
      const found = await services.look({ id, organisation: wanted.organisation })
      if (found.client && !wanted.replace) return refuse({ kind: 'client-id-taken' })
      if (found.client && found.client.organisation.name !== wanted.organisation)
        return refuse({ kind: 'other-organisation' })
      const organisation = found.organisation ?? {
        id: OrganisationId.make(random),
        name: wanted.organisation,
      }
      const createdAt = found.client?.createdAt ?? found.now
      const client: Client = { id, ...content, organisation, createdAt }
      const events = appendEvents(
        found.chain ?? emptyChain(organisation.id),
        [
          {
            type: 'service-registered',
            actor: 'operator',
            body: { client: client.id, legal_bases: client.legalBases },
          },
        ],
        { random, now: found.now },
      )
      const written = found.client
        ? await services.replace(client, events)
        : await services.add(client, events)
      if (written.ok) return accept(client)
    }
    return refuse({ kind: 'busy' })
  }
}

function check(wanted: RegisterService, surface: Surface) {
  const id = ClientId.parse(wanted.clientId)
  if (id === undefined) return refuse({ kind: 'client-id' })
  if (!isShown(wanted.organisation)) return refuse({ kind: 'organisation' })
  if (!isShown(wanted.name)) return refuse({ kind: 'name' })
  if (!domain.test(wanted.domain)) return refuse({ kind: 'domain' })
  if (wanted.redirectUris.length === 0) return refuse({ kind: 'no-redirect-uri' })
  for (const uri of [...wanted.redirectUris, ...wanted.postLogoutRedirectUris]) {
    const fault = redirectUriFault(uri, surface)
    if (fault) return refuse({ kind: 'redirect-uri', uri, fault })
  }
  const authentication = authenticationOf(wanted.authentication)
  if (typeof authentication === 'string') return refuse({ kind: 'jwks', fault: authentication })
  return accept({
    id,
    name: wanted.name,
    domain: wanted.domain,
    authentication,
    redirectUris: wanted.redirectUris,
    postLogoutRedirectUris: wanted.postLogoutRedirectUris,
    idTokenSignedResponseAlg: 'ES256' as const,
    legalBases: wanted.legalBases,
  })
}

function authenticationOf(
  given: RegisterService['authentication'],
): ClientAuthentication | JwksFault {
  if (!('jwks' in given)) return given
  const jwks = parseJwks(given.jwks)
  return typeof jwks === 'string' ? jwks : { method: 'private_key_jwt', jwks }
}

/** It stands on the citizen's screen. */
function isShown(name: string): boolean {
  return name === name.trim() && plainTextFault(name, longestName) === undefined
}
