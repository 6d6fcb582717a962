/** What the app must know of the installation it belongs to: its name, and where sign-ins are. */
import type { FastifyInstance } from 'fastify'
import type { AppFiles } from './app-files.ts'

export type AppSettings = {
  readonly schemeName: string
  /** Where a tab of the same device goes back to after an approval. */
  readonly signInOrigin: string
  /** Where the terms stand whole. */
  readonly websiteOrigin: string
  /** Where a sandbox's chips are; undefined where the phone reads real ones. */
  readonly chipOrigin?: string | undefined
  /** Where a program beside a reader answers on the person's own computer; undefined offers none. */
  readonly readerOrigin?: string | undefined
}

export const manifestPath = '/manifest.webmanifest'

export function serveSettings(
  edge: FastifyInstance,
  { schemeName, signInOrigin, websiteOrigin, chipOrigin, readerOrigin }: AppSettings,
  files: AppFiles,
): void {
  const settings = {
    scheme_name: schemeName,
    sign_in_origin: signInOrigin,
    website_origin: websiteOrigin,
    ...(chipOrigin === undefined ? {} : { chip_origin: chipOrigin }),
    ...(readerOrigin === undefined ? {} : { reader_origin: readerOrigin }),
  }
  edge.get('/config.json', (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(settings),
  )
  const built = files.get(manifestPath)
  if (!built) return
  const manifest: unknown = JSON.parse(built.bytes.toString())
  const named = { ...(manifest as object), name: schemeName, short_name: schemeName }
  edge.get(manifestPath, (_request, reply) =>
    reply.header('cache-control', 'no-cache').type(built.type).send(JSON.stringify(named)),
  )
}
