/** The MitID box: every address of a sign-in on its page's side. See protocols §4. */
import formbody from '@fastify/formbody'
import { startLink } from '@open-mitid/protocol'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { servePageFiles } from '../page-files.ts'
import { dropCode, keepCode } from './code-cookie.ts'
import { mountChangeWay } from './change-way.ts'
import { mountDeviceWay } from './device-way.ts'
import { openFreshViews, type FreshViews } from './fresh-views.ts'
import { goOn, takeOnward } from './going-on.ts'
import type { SignInEdge } from './ports.ts'
import { mountKnown } from './known-page.ts'
import { mountOwnerWay } from './owner-way.ts'
import { mountReturn } from './return-page.ts'
import { streamState } from './state-stream.ts'
import { userIdFault } from './typed-user-id.ts'
import { standingOf } from './standing.ts'
import { showDeadEnd, showSignIn, visiting, type Visit } from './visit.ts'
import { openWaitingPages } from '../waiting-pages.ts'
import { ways } from './way.ts'

export function signInEdge(edge: SignInEdge): FastifyPluginAsync {
  return async (app) => {
    await app.register(formbody)
    servePageFiles(app, edge.assets)
    mountPages(app, edge)
    const views = openFreshViews(edge.signals)
    mountSteps(app, edge, views)
    mountDeviceWay(app, edge)
    mountOwnerWay(app, edge)
    mountChangeWay(app, edge)
    mountReturn(app, edge)
    mountKnown(app, edge)
    const pages = openWaitingPages()
    app.addHook('onClose', () => {
      pages.close()
    })
    const stream = { config: { stream: true } } as const
    app.get(
      '/sign-in/:id/events',
      stream,
      visiting(edge, (visit) => streamState(visit, pages, views)),
    )
  }
}

/** What is read. */
function mountPages(app: FastifyInstance, edge: SignInEdge): void {
  app.get(
    '/sign-in/:id',
    visiting(edge, (visit) => {
      const { step } = visit.request.query as { step?: unknown }
      return showSignIn(visit, {
        userIdAgain: step === 'user-id',
        view: edge.opened.take(visit.own),
      })
    }),
  )
  for (const aside of ['help', 'cancel'] as const)
    app.get(
      `/sign-in/:id/${aside}`,
      visiting(edge, (visit) => showSignIn(visit, { aside })),
    )
  app.get(
    '/sign-in/:id/state',
    visiting(edge, async ({ own, request, reply }) => {
      const found = await edge.findSignIn(own)
      if (found.ok) void reply.send({ state: found.value.state })
      else showDeadEnd(edge, request, reply, 'unknown')
    }),
  )
}

const AWay = z.enum(ways)
const UserIdForm = z.object({ user_id: z.string().default(''), way: AWay.optional() })
const WayForm = z.object({ way: AWay })

const step = { config: { limit: 'step' } } as const

/** What changes something; a form without a script is answered by the page it leads to. */
function mountSteps(app: FastifyInstance, edge: SignInEdge, views: FreshViews): void {
  app.post(
    '/sign-in/:id/user-id',
    step,
    visiting(edge, async (visit) => {
      const form = UserIdForm.parse(visit.request.body ?? {})
      const userId = form.user_id.trim()
      const fault = userIdFault(userId)
      if (fault) return showSignIn(visit, { userIdAgain: true, fault })
      const named = await edge.nameUserId({ ...visit.own, userId })
      void visit.reply.header('set-cookie', dropCode)
      // Only the page's script names a way; without it nothing but a typed code works.
      const view = named.ok ? named.value : undefined
      if (view) views.keep(visit.own, view)
      return goOn(visit, { way: form.way ?? 'code', code: 'new', view })
    }),
  )
  app.post(
    '/sign-in/:id/way',
    step,
    visiting(edge, (visit) => goOn(visit, WayForm.parse(visit.request.body))),
  )
  app.post(
    '/sign-in/:id/code',
    step,
    visiting(edge, async (visit) => {
      const shown = await edge.showCode(visit.own)
      if (!shown.ok) return goOn(visit)
      const { value } = shown
      void visit.reply.header('set-cookie', keepCode(visit.own.id, value, value.now))
      return goOn(visit, { way: 'code', code: value })
    }),
  )
  app.post(
    '/sign-in/:id/start',
    step,
    visiting(edge, async ({ own, reply }) => {
      const issued = await edge.issueStartToken(own)
      if (!issued.ok) {
        void reply.code(409).send({ kind: issued.refusal.kind })
        return
      }
      const { qid, token } = issued.value
      void reply.send({ link: startLink(edge.appOrigin, qid, token) })
    }),
  )
  app.post(
    '/sign-in/:id/cancel',
    step,
    visiting(edge, async (visit) => {
      await edge.abortSignIn(visit.own)
      return leave(visit)
    }),
  )
  app.post(
    '/sign-in/:id/finish',
    step,
    visiting(edge, async (visit) => {
      const completed = await edge.completeSignIn(visit.own)
      return completed.ok ? takeOnward(visit) : goOn(visit)
    }),
  )
}

/** After a cancellation straight back to the service, unless the app was faster. */
async function leave(visit: Visit): Promise<void> {
  const { edge, own, request, reply } = visit
  const found = await edge.findSignIn(own)
  if (!found.ok) {
    showDeadEnd(edge, request, reply, 'unknown')
    return
  }
  const standing = standingOf(found.value, { way: 'qr' })
  if (standing.at === 'ended' && standing.ending !== 'completed') await takeOnward(visit)
  else await goOn(visit)
}
