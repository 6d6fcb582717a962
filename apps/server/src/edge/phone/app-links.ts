/**
 * Which native app a phone may open the app's links with (Digital Asset Links v1): without this
 * word of ours Android leaves them to the browser, and no other app can say it in our place.
 */
import type { FastifyInstance } from 'fastify'

export type AndroidApp = {
  readonly packageName: string
  /** SHA-256 of the certificate that it is signed under, in pairs of hexadecimal digits. */
  readonly signer: string
}

export function serveAppLinks(edge: FastifyInstance, apps: readonly AndroidApp[]): void {
  if (apps.length === 0) return
  const statements = apps.map(({ packageName, signer }) => ({
    relation: ['delegate_permission/common.handle_all_urls'],
    target: {
      namespace: 'android_app',
      package_name: packageName,
      sha256_cert_fingerprints: [signer],
    },
  }))
  edge.get('/.well-known/assetlinks.json', (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(statements),
  )
}
