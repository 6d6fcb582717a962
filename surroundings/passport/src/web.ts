/** The drawer on HTTP: pages to open a passport and lay it on a phone, and its chip for programs. */
import { sendPage, site, siteLanguage, wantsPage, type Asset } from '@open-mitid/ui/site'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { chipApi } from './chip-api.ts'
import { openChips } from './chips.ts'
import type { Drawer } from './drawer.ts'
import { drawFace } from './face/draw-face.ts'
import type { Face } from './face/faces.ts'
import { poseNamed, poses } from './face/poses.ts'
import { drawerPage } from './page/drawer-page.tsx'
import { dataPage } from './page/data-page.tsx'
import { facePage } from './page/face-page.tsx'
import { passportPage } from './page/passport-page.tsx'
import { problemPage } from './page/problem-page.tsx'
import type { Passport } from './passport.ts'
import type { VirtualReader } from './virtual-reader.ts'

export type WebOptions = {
  readonly origin: () => string
  /** The app, which has no reader of chips here and asks from its own page. */
  readonly appOrigin: string | undefined
  readonly assets: ReadonlyMap<string, Asset>
  readonly drawer: Drawer
  /** Where there is one, what is laid on the phone lies on it too. */
  readonly reader: VirtualReader | undefined
  /** The face of the holder of the passport with this key. */
  readonly faceOf: (key: string) => Face
}

type WithKey = { Params: { key: string } }

const languageCookie = 'passport_language'

export function passportWeb({
  origin,
  appOrigin,
  assets,
  drawer,
  reader,
  faceOf,
}: WebOptions): FastifyInstance {
  const chips = openChips()
  const settings = (request: FastifyRequest) => ({
    language: siteLanguage(request, languageCookie),
    path: new URL(request.url.startsWith('/') ? origin() + request.url : origin()).pathname,
  })
  const web = site({
    origin,
    assets,
    languageCookie,
    guests: appOrigin === undefined ? [] : [appOrigin],
    problemPage: (problem, request) => problemPage(problem, settings(request)),
  })
  web.register(chipApi(drawer, chips))

  const withPassport =
    (answer: (passport: Passport, request: FastifyRequest, reply: FastifyReply) => unknown) =>
    (request: FastifyRequest<WithKey>, reply: FastifyReply) => {
      const passport = drawer.find(request.params.key)
      if (passport) return answer(passport, request, reply)
      reply.callNotFound()
      return reply
    }

  web.get('/', (request, reply) => sendPage(reply, drawerPage({ ...settings(request), drawer })))
  web.get<WithKey>(
    '/passport/:key',
    withPassport((passport, request, reply) =>
      sendPage(reply, passportPage({ ...settings(request), passport, drawer })),
    ),
  )
  web.get<WithKey>(
    '/passport/:key/page',
    withPassport((passport, request, reply) =>
      sendPage(reply, dataPage({ ...settings(request), passport })),
    ),
  )
  web.get<WithKey>(
    '/passport/:key/face',
    withPassport((passport, request, reply) => {
      const pose = poseOf(request) ?? 'straight'
      return sendPage(reply, facePage({ ...settings(request), passport, pose }))
    }),
  )
  web.get<WithKey>(
    '/passport/:key/face.svg',
    withPassport(({ holder }, request, reply) => {
      const pose = poses[poseOf(request) ?? 'straight']
      return reply.type('image/svg+xml').send(drawFace(faceOf(holder.key), pose))
    }),
  )
  web.get<WithKey>(
    '/passport/:key/portrait.jpg',
    withPassport((passport, _, reply) =>
      reply.type('image/jpeg').send(Buffer.from(passport.portrait)),
    ),
  )
  web.get<WithKey>(
    '/passport/:key/printed',
    withPassport(({ printed, zone, issued, expires }, _, reply) =>
      reply.send({ ...printed, zone, issued, expires }),
    ),
  )
  web.post<WithKey>(
    '/passport/:key/lay',
    withPassport(async (passport, request, reply) => {
      const slips = lostAfterOf(request)
      drawer.layOnPhone(passport)
      await reader?.lay(() => chips.wake(passport, slips))
      return done(request, reply, `/passport/${passport.holder.key}`)
    }),
  )
  web.post('/take-away', (request, reply) => {
    const passport = drawer.onPhone()
    drawer.layOnPhone(undefined)
    reader?.takeAway()
    if (passport) chips.leave(passport)
    return done(request, reply, passport ? `/passport/${passport.holder.key}` : '/')
  })
  return web
}

/** For tests: the passport slips off the reader at this command. */
function lostAfterOf({ query }: FastifyRequest): number | undefined {
  const { lost_after: after } = query as { lost_after?: unknown }
  return typeof after === 'string' && /^[1-9]\d{0,3}$/u.test(after) ? Number(after) : undefined
}

function poseOf({ query }: FastifyRequest) {
  const { pose } = query as { pose?: unknown }
  return poseNamed(pose)
}

function done(request: FastifyRequest, reply: FastifyReply, page: string) {
  return wantsPage(request) ? reply.redirect(page, 303) : reply.code(204).send()
}
