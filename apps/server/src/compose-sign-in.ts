/** The part of the object graph that serves the origin of sign-ins: provider, box, published keys. */
import { resolve } from 'node:path'
import type { PasswordServer } from '@open-mitid/identity/authenticator'
import { ClientId } from '@open-mitid/identity/service'
import { openSignIn, type Signals, type SignIns } from '@open-mitid/identity/sign-in'
import type { Bytes } from '@open-mitid/kernel'
import { postgresServices, type KeptSteps } from '@open-mitid/postgres'
import { findPersonBySub, openInteractions, openPushedRequests } from '@open-mitid/postgres/oidc'
import type { FastifyPluginAsync } from 'fastify'
import { boxUseCases, passwordPorts } from './compose-box.ts'
import type { Config } from './config.ts'
import { evidenceKeys } from './edge/evidence-keys.ts'
import type { Metrics } from './edge/metrics.ts'
import { cachedClients } from './edge/oidc/client-cache.ts'
import { cprMatchEdge } from './edge/oidc/cpr-match.ts'
import { oidcEdge } from './edge/oidc/oidc-edge.ts'
import { onwardOf } from './edge/oidc/onward.ts'
import { oidcKeys } from './edge/oidc/signing-key.ts'
import { openFreshViews, readBoxAssets, signInEdge, type FreshViews } from './edge/sign-in/index.ts'
import type { Foundation } from './foundation.ts'

export type SignInParts = {
  readonly config: Config
  readonly foundation: Foundation
  readonly signIns: SignIns
  readonly kept: KeptSteps
  readonly signals: Signals
  readonly count: Metrics['count']
  readonly passwordServer: PasswordServer
  readonly codeKey: Bytes
}

/** The origin of sign-ins: the provider, the box, and the published evidence keys. */
export function signInPlugins(parts: SignInParts): FastifyPluginAsync[] {
  const { evidence, now } = parts.foundation
  const opened = openFreshViews(parts.signals)
  return [...provider(parts, opened), box(parts, opened), evidenceKeys(evidence, now)]
}

function provider(
  { config, foundation, signIns, kept, count, codeKey }: SignInParts,
  opened: FreshViews,
): FastifyPluginAsync[] {
  const { db, vault, oidc, random, now } = foundation
  const services = postgresServices(db, vault)
  // The house signs in at itself alone: to the provider it is no client.
  const findClient = cachedClients((id) =>
    id === ClientId.house ? Promise.resolve(undefined) : services.find(id),
  )
  const interactions = openInteractions(db, vault, random, kept.answers)
  const numbers = config.environment === 'production' ? 'real' : 'synthetic'
  const open = openSignIn({ signIns, random })
  return [
    oidcEdge({
      issuer: config.origins.oidc,
      schemeName: config.schemeName,
      codeKey,
      pushedRequests: openPushedRequests(db, vault, kept.answers),
      interactions,
      findClient,
      findPersonBySub: findPersonBySub(db),
      async openSignIn(wanted) {
        const begun = await open(wanted)
        if (begun.ok) opened.keep({ id: begun.value.id, browser: wanted.browser }, begun.value)
        return begun
      },
      keys: oidcKeys(oidc, now),
      count,
    }),
    cprMatchEdge({ interactions, findClient, numbers, issuer: config.origins.oidc }),
  ]
}

function box(
  { config, foundation, ...parts }: SignInParts,
  opened: FreshViews,
): FastifyPluginAsync {
  const { db, vault, evidence, random } = foundation
  const { signIns, signals, passwordServer } = parts
  const own = { signIns, signals, random, passwordServer, evidence: evidence.current }
  return signInEdge({
    schemeName: config.schemeName,
    appOrigin: config.origins.phone,
    citizenOrigin: config.origins.citizen,
    assets: readBoxAssets(resolve(import.meta.dirname, '../dist/box')),
    signals,
    opened,
    onward: ({ cookies }) => onwardOf(cookies),
    ...boxUseCases({ ...own, ...passwordPorts(db, vault), mac: vault.mac }),
  })
}
