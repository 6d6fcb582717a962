/** Publishes the keys under which evidence is verified, for everybody and for ever. */
import type { Instant } from '@open-mitid/kernel'
import type { KeyRing } from '@open-mitid/postgres'
import type { EvidenceKeys } from '@open-mitid/protocol'
import type { FastifyPluginAsync } from 'fastify'

/** Seconds a copy may be used: a new key is published longer than this before it signs. */
const copyLife = 300

export function evidenceKeys(ring: KeyRing, now: () => Promise<Instant>): FastifyPluginAsync {
  return (app) => {
    app.get('/evidence-keys.json', async (_request, reply) =>
      reply
        .headers({
          'cache-control': `public, max-age=${copyLife}`,
          'access-control-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
        })
        .send(documentOf(ring, await now())),
    )
    return Promise.resolve()
  }
}

function documentOf(ring: KeyRing, now: Instant): EvidenceKeys {
  const keys = ring.published(now).map(({ kid, jwk, useFrom, useUntil }) => ({
    kid,
    jwk,
    use_from: useFrom,
    use_until: useUntil ?? null,
  }))
  return { v: 1, keys }
}
