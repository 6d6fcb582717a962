/** The citizens' website: pages that are the same for everybody, without cookies and scripts. */
import { createHash } from 'node:crypto'
import { pickLanguage, type Language } from '@open-mitid/ui/wording'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { readPageFiles, servePageFiles } from '../page-files.ts'
import { aliases, pathOf } from './address.ts'
import { longestQuery } from './help/search.ts'
import { renderAll, renderFound, renderMissing } from './render.ts'
import type { Site } from './site.ts'

type CitizenEdge = Omit<Site, 'stylesheets' | 'fonts' | 'icon'> & {
  /** What the build made of `client/`. */
  readonly clientFolder: string
}

export function citizenEdge({ clientFolder, ...installation }: CitizenEdge): FastifyPluginAsync {
  const client = readPageFiles(clientFolder)
  const { stylesheets, fonts, icon } = client
  const site: Site = { ...installation, stylesheets, fonts, icon }
  const pages = renderAll(site)
  return (app) => {
    servePageFiles(app, client)
    for (const [path, html] of pages) servePage(app, site, path, html)
    for (const { path, place, language } of aliases)
      app.get(path, (request, reply) => {
        if (language) return reply.redirect(pathOf(place, language), 308)
        void reply.header('vary', 'accept-language')
        return reply.redirect(pathOf(place, languageOf(request)), 302)
      })
    app.get('/*', (request, reply) => {
      if (request.headers.accept?.includes('text/html') !== true) {
        reply.callNotFound()
        return reply
      }
      return sendPage(reply.code(404), renderMissing(site, languageOf(request)))
    })
    return Promise.resolve()
  }
}

/** The page of help also answers what was searched for. */
function servePage(app: FastifyInstance, site: Site, path: string, html: string): void {
  const etag = `"${createHash('sha256').update(html).digest('base64url')}"`
  const language = languageOfPath(path)
  const searches = path === pathOf('help', language)
  app.get<{ Querystring: { q?: unknown } }>(path, (request, reply) => {
    const asked = searches ? queryOf(request.query.q) : ''
    if (asked !== '') return sendPage(reply, renderFound(site, language, asked))
    void reply.headers({ etag, 'cache-control': 'no-cache' })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return sendPage(reply, html)
  })
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(html)
}

function queryOf(q: unknown): string {
  return typeof q === 'string' ? q.trim().slice(0, longestQuery) : ''
}

/** The address says it, or else the browser. */
function languageOf({ url, headers }: FastifyRequest): Language {
  return /^\/(da|en)(\/|\?|$)/u.test(url)
    ? languageOfPath(url)
    : pickLanguage(headers['accept-language'])
}

function languageOfPath(path: string): Language {
  return path.startsWith('/en') ? 'en' : 'da'
}
