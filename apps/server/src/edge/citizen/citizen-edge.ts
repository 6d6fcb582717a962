/**
 * The citizens' website: pages that are the same for everybody, without cookies and scripts, and
 * the journey to a MitID.
 */
import { hash } from 'node:crypto'
import { pickLanguage, type Language } from '@open-mitid/ui/wording'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { addressOf, readPageFiles, servePageFiles } from '../page-files.ts'
import { aliases, pathOf } from './address.ts'
import { mountEnrolment } from './enrolment/enrolment-edge.ts'
import type { EnrolmentEdge } from './enrolment/ports.ts'
import { filmFiles } from './film/film-files.ts'
import { givenAnswers } from './guide/find-way.ts'
import { longestQuery } from './help/search.ts'
import { renderAll, renderFound, renderGuide, renderMissing } from './render.ts'
import type { Site } from './site.ts'

type CitizenEdge = Omit<Site, 'stylesheets' | 'fonts' | 'icon' | 'script'> & {
  /** What the build made of `client/`. */
  readonly clientFolder: string
  readonly enrolment: EnrolmentEdge
}

export function citizenEdge(given: CitizenEdge): FastifyPluginAsync {
  const { clientFolder, enrolment, ...installation } = given
  const client = readPageFiles(clientFolder)
  const { stylesheets, fonts, icon } = client
  const script = addressOf('journey.js', client.files)
  const site: Site = { ...installation, stylesheets, fonts, icon, script }
  const films = [...filmFiles(site)].map(
    ([name, asset]) => [name, { ...asset, packed: {} }] as const,
  )
  const pages = renderAll(site)
  return async (app) => {
    servePageFiles(app, { files: new Map([...client.files, ...films]) })
    await mountEnrolment(app, { ...enrolment, site })
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
  }
}

type Query = Readonly<Record<string, unknown>>

/** The page of help also answers what was searched for, and the guide what was answered so far. */
function servePage(app: FastifyInstance, site: Site, path: string, html: string): void {
  const etag = `"${hash('sha256', html, 'base64url')}"`
  const language = languageOfPath(path)
  app.get<{ Querystring: Query }>(path, (request, reply) => {
    const answered = answerOf(site, language, path, request.query)
    if (answered !== undefined) return sendPage(reply, answered)
    void reply.headers({ etag, 'cache-control': 'no-cache' })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return sendPage(reply, html)
  })
}

function answerOf(site: Site, language: Language, path: string, query: Query): string | undefined {
  if (path === pathOf('help', language)) {
    const asked = queryOf(query['q'])
    return asked === '' ? undefined : renderFound(site, language, asked)
  }
  if (path !== pathOf('find', language)) return undefined
  const given = givenAnswers(query)
  return Object.keys(given).length === 0 ? undefined : renderGuide(site, language, given)
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
