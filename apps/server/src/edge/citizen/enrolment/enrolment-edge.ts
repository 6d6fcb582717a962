/** The journey to a MitID with NemID: its addresses, for those who hold the cookie of an enrolment. */
import formbody from '@fastify/formbody'
import { languages, type Language } from '@open-mitid/ui/wording'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { openWaitingPages } from '../../waiting-pages.ts'
import { pathOf } from '../address.ts'
import { mountAnswers } from './answer-routes.ts'
import { streamActivation } from './activation-stream.ts'
import { mountContacts } from './contact-routes.ts'
import { keepFirstCode } from './first-code-cookie.ts'
import { journeyPath, stepOfPage } from './journey-path.ts'
import { holderOf, rememberHolder } from './own-cookie.ts'
import { mountPassword } from './password-routes.ts'
import { leavePage, resumePage } from './page/ended-page.tsx'
import { mountProof } from './proof-routes.ts'
import {
  isElsewhere,
  redirect,
  sendPage,
  show,
  showDone,
  showUnknown,
  visiting,
  type Mounted,
} from './visit.ts'

const Begin = z.object({
  anew: z.string().max(10).optional(),
  wish: z.literal('password').optional(),
})
const step = { config: { limit: 'step' } } as const
const opening = { config: { limit: 'opening' } } as const

export async function mountEnrolment(app: FastifyInstance, mounted: Mounted): Promise<void> {
  await app.register(formbody)
  const pages = openWaitingPages()
  app.addHook('onClose', () => {
    pages.close()
  })
  for (const language of languages) {
    mountBegin(app, mounted, language)
    mountPages(app, mounted, language)
    mountProof(app, mounted, language)
    mountAnswers(app, mounted, language)
    mountContacts(app, mounted, language)
    mountPassword(app, mounted, language)
    mountDone(app, mounted, language)
    app.get(
      `/${language}/nemid/:id/done/events`,
      { config: { stream: true } },
      visiting(mounted, language, (visit) => streamActivation(visit, pages)),
    )
  }
}

/** Who began before in this browser is asked whether to go on or to begin anew. */
function mountBegin(app: FastifyInstance, mounted: Mounted, language: Language): void {
  const { useCases, site } = mounted
  app.post<{ Body: unknown }>(pathOf('nemid', language), opening, async (request, reply) => {
    const known = holderOf(request.headers.cookie)
    const before = known && (await useCases.newest(known))
    const { anew, wish } = Begin.parse(request.body ?? {})
    const { holder, setCookie } = rememberHolder(request.headers.cookie)
    if (before && anew === undefined && wish === undefined)
      return reply.redirect(`${journeyPath(language, before)}/resume`, 303)
    const begun = await useCases.begin({ holder, wish })
    if (!begun.ok) throw new Error('an enrolment was not begun')
    void reply.header('set-cookie', setCookie)
    return reply.redirect(journeyPath(language, begun.value.id, 'proof'), 303)
  })
  app.get(
    `/${language}/nemid/:id/resume`,
    visiting(mounted, language, (visit) => {
      sendPage(visit, resumePage({ site, language }, visit.own.id), undefined, 200)
    }),
  )
}

function mountPages(app: FastifyInstance, mounted: Mounted, language: Language): void {
  const at = `/${language}/nemid/:id`
  app.get(
    at,
    visiting(mounted, language, (visit) => show(visit)),
  )
  app.get<{ Params: { page: string } }>(
    `${at}/:page`,
    visiting(mounted, language, (visit) => {
      const { page } = visit.request.params as { page: string }
      const asked = stepOfPage(page)
      if (asked) return show(visit, asked)
      redirect(visit)
      return undefined
    }),
  )
  app.get(
    `${at}/leave`,
    visiting(mounted, language, (visit) => {
      sendPage(visit, leavePage(visit.reader, visit.own.id), 'leave', 200)
    }),
  )
  app.post(
    `${at}/leave`,
    step,
    visiting(mounted, language, async (visit) => {
      const left = await visit.useCases.leave(visit.own)
      if (left.ok) redirect(visit)
      else isElsewhere(visit, left.refusal)
    }),
  )
}

function mountDone(app: FastifyInstance, mounted: Mounted, language: Language): void {
  const at = `/${language}/nemid/:id/done`
  app.get(at, visiting(mounted, language, showDone))
  app.get(
    `${at}/state`,
    visiting(mounted, language, async ({ useCases, own, reader, reply }) => {
      const found = await useCases.find(own)
      if (found.ok) void reply.send({ state: String(found.value.activeApps) })
      else showUnknown(reader, reply)
    }),
  )
  app.post(
    `${at}/code`,
    step,
    visiting(mounted, language, async (visit) => {
      const { useCases, own, reply } = visit
      const renewed = await useCases.renewCode(own)
      if (renewed.ok) {
        const { code, expiresAt: until, now, activeApps: after } = renewed.value
        void reply.header('set-cookie', keepFirstCode(own.id, { code, until, after }, now))
      } else if (isElsewhere(visit, renewed.refusal)) return
      redirect(visit, 'done')
    }),
  )
}
