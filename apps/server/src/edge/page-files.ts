/** What the pages of an edge load: the build's stylesheet, fonts and scripts, and our sign. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Asset } from '@open-mitid/ui/site'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { readPacked, sendFile, type PackedFile } from './packed-file.ts'

export type PageFiles = {
  readonly stylesheets: readonly string[]
  /** The two weights of Latin text, fetched with the page so that words do not change shape. */
  readonly fonts: readonly string[]
  readonly icon: string
  /** By name under `/client/`. */
  readonly files: ReadonlyMap<string, PackedFile>
}

const place = '/client/'
const latin = /ibm-plex-sans-latin-(400|600)-normal[^/]*\.woff2$/u

/** For pages that are rendered without knowing the build: every edge with pages serves these. */
export const plainPageFiles = {
  stylesheets: [`${place}page.css`],
  icon: `${place}mark.svg`,
} as const

/** Reads the folder that the build made of `client/`; a missing file stops the start. */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map([...readPacked(folder), ...readPacked(signFolder())])
  return {
    stylesheets: [addressOf('page.css', files)],
    fonts: [...files.keys()].filter((name) => latin.test(name)).map((name) => place + name),
    icon: addressOf('mark.svg', files),
    files,
  }
}

/** The address of a file that must be there, with the hash of its content. */
export function addressOf(name: string, files: ReadonlyMap<string, Asset>): string {
  const file = files.get(name)
  if (!file) throw new Error(`The build has no ${name}`)
  return `${place}${name}?v=${file.etag.slice(1, 17)}`
}

/** Serves them; a name that carries its content's hash is never asked for twice. */
export function servePageFiles(app: FastifyInstance, { files }: Pick<PageFiles, 'files'>): void {
  app.get<{ Params: { '*': string } }>(`${place}*`, (request, reply) => {
    const name = request.params['*']
    const file = files.get(name)
    if (!file) {
      reply.callNotFound()
      return reply
    }
    return sendFile(request, reply, file, name.startsWith('assets/') || request.url.includes('?v='))
  })
}

/** For an edge whose only pages are those of errors. */
export function pageFiles(files: PageFiles): FastifyPluginAsync {
  return (app) => {
    servePageFiles(app, files)
    return Promise.resolve()
  }
}

/** Where the scheme's own sign lies. */
function signFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@open-mitid/ui/asset/mark.svg'))
}
