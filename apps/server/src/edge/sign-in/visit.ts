/** One request of a browser for its own sign-in, and how it is answered with a page. */
import {
  SignInId,
  type OwnSignIn,
  type ProvedPassword,
  type SignInView,
} from '@open-mitid/identity/sign-in'
import { base64url, type Seconds } from '@open-mitid/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { browserOf } from '../browser-cookie.ts'
import { keepCode, shownCode, type ShownCode } from './code-cookie.ts'
import { readFault, type DeviceFault } from './device-fault.ts'
import type { DeadEnd } from './ending.ts'
import { chosenLanguage, pageLanguage } from './language.ts'
import {
  renderBox,
  renderDeadEnd,
  type OwnerFault,
  type Reader,
  type Shown,
  type Step,
} from './page/index.tsx'
import type { SignInEdge } from './ports.ts'
import { standingOf, timeLeft, type Wish } from './standing.ts'
import type { UserIdFault } from './typed-user-id.ts'
import { deviceWay, parseWay, type Way } from './way.ts'

export type Visit = {
  readonly edge: SignInEdge
  readonly own: OwnSignIn
  /** `/sign-in/sgn_…` */
  readonly path: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
/** Every way of answering sends it; the framework is given the reply back once, by `visiting`. */
export type Answer = void | Promise<void>

/** Every address of a sign-in is only there for the browser that began it. */
export function visiting(edge: SignInEdge, answer: (visit: Visit) => Answer): Handler {
  return async (request, reply) => {
    const id = SignInId.parse((request.params as { id?: unknown }).id)
    const browser = browserOf(request.headers.cookie)
    if (!id) showDeadEnd(edge, request, reply, 'unknown')
    else if (!browser) showDeadEnd(edge, request, reply, 'no-cookie')
    else await answer({ edge, own: { id, browser }, path: `/sign-in/${id}`, request, reply })
    return reply
  }
}

export type Asked = Partial<Wish> & {
  readonly fault?: UserIdFault | undefined
  readonly aside?: 'help' | 'cancel' | undefined
  /** A code just made, in place of the one this browser has shown so far. */
  readonly code?: ShownCode | 'new' | undefined
  readonly deviceFault?: DeviceFault | undefined
  /** What was just proved; `again` where the page is to ask for the password once more. */
  readonly proved?: ProvedPassword | 'again' | undefined
  /** A link to the owner is on its way, and its code is asked for. */
  readonly owner?: { readonly fault?: OwnerFault } | undefined
  /** It has just let this browser on. */
  readonly letOn?: boolean | undefined
  /** The sign-in as the step just taken has left it; read where there is none. */
  readonly view?: SignInView | undefined
}

/** Shows the sign-in as it stands; the wish counts while it is open. */
export async function showSignIn(visit: Visit, asked: Asked = {}): Promise<void> {
  const { edge, own, request, reply } = visit
  if (asked.view) {
    await showView(visit, asked.view, asked)
    return
  }
  const found = await edge.findSignIn(own)
  if (!found.ok) {
    showDeadEnd(edge, request, reply, 'unknown')
    return
  }
  await showView(visit, found.value, asked)
}

async function showView(visit: Visit, view: SignInView, asked: Asked): Promise<void> {
  const { edge, own, path, request, reply } = visit
  const step = await stepOf(visit, view, asked)
  if (!step) {
    await showSignIn(visit)
    return
  }
  const { service, kind, display } = view
  const onward = edge.onward({ id: own.id, cookies: request.headers.cookie })
  const language = chosenLanguage(request, reply) ?? display.lang
  const help = helpOf(edge, language)
  const boxView = { path, service, kind, display, onward, step, help }
  const page = renderBox(readerOf(edge, language), boxView)
  sendPage(reply, asked.fault ? 422 : 200, page)
}

export function showDeadEnd(
  edge: SignInEdge,
  request: FastifyRequest,
  reply: FastifyReply,
  ending: DeadEnd,
): void {
  const language = pageLanguage(request, reply)
  const page = renderDeadEnd(readerOf(edge, language), ending)
  sendPage(reply, deadEndStatus[ending], page)
}

export function readerOf({ schemeName, assets }: SignInEdge, language: Reader['language']): Reader {
  return { language, schemeName, assets }
}

export function sendPage(reply: FastifyReply, status: number, page: string): void {
  void reply.code(status).type('text/html; charset=utf-8').send(page)
}

const deadEndStatus: Readonly<Record<DeadEnd, number>> = {
  unknown: 404,
  'no-cookie': 404,
  'no-token': 400,
  'return-late': 404,
  elsewhere: 403,
}

/** Undefined where the sign-in moved on while its step was made. */
async function stepOf(visit: Visit, view: SignInView, asked: Asked): Promise<Step | undefined> {
  const left = timeLeft(view)
  const way = asked.way ?? wayOf(visit.request)
  const standing = standingOf(view, { way, userIdAgain: asked.userIdAgain })
  if (asked.aside && (standing.at === 'user-id' || standing.at === 'way'))
    return { name: asked.aside, left, state: view.state }
  if (asked.aside && standing.at === 'claimed')
    return { name: asked.aside, left, state: view.state }
  switch (standing.at) {
    case 'user-id':
      return { name: 'user-id', left, hint: view.userIdHint, fault: asked.fault }
    case 'way': {
      const shown = await shownOf(visit, view, standing.way, asked)
      const whole: Seconds = view.expiresAt - view.now
      return (
        shown && {
          name: 'way',
          left,
          whole,
          shown,
          userIdAsked: !view.bound,
          appOnly: view.appOnly,
        }
      )
    }
    case 'claimed':
      return { name: 'claimed', left, sameDevice: standing.sameDevice }
    case 'approved':
      return { name: 'approved' }
    case 'ended':
      return view.change !== undefined && standing.ending === 'completed'
        ? changeStep(visit)
        : { name: 'ended', ending: standing.ending }
  }
}

/** What was approved here is the person's to do, once. */
async function changeStep({ edge, own }: Visit): Promise<Step> {
  const found = await edge.findOwnChange(own)
  return found.ok
    ? { name: 'change', change: found.value }
    : { name: 'change-over', why: found.refusal.kind }
}

/** The way in the address, else the one that suits the device. */
function wayOf({ query, headers }: FastifyRequest): Way {
  return parseWay((query as { way?: unknown }).way) ?? deviceWay(headers)
}

async function shownOf(
  visit: Visit,
  view: SignInView,
  way: Way,
  asked: Asked,
): Promise<Shown | undefined> {
  const { edge, own, request, reply } = visit
  const { qid, openedAt, now } = view
  if (way === 'same') return { way }
  if (way === 'device') {
    const query = request.query as Readonly<Record<string, unknown>>
    const owner = asked.owner ?? (query['link'] === 'asked' ? {} : undefined)
    if (owner) return { way, owner }
    return {
      way,
      fault: asked.deviceFault ?? readFault(query),
      proved: await provedOf(visit, asked),
      letOn: asked.letOn,
    }
  }
  if (way === 'qr') {
    const secret = base64url(await edge.qrSecretOf(qid))
    return { way, app: edge.appOrigin, qid, secret, age: now - openedAt }
  }
  const kept = asked.code ?? shownCode(request.headers.cookie, view)
  if (kept !== undefined && kept !== 'new') return { way, code: kept.code, left: kept.until - now }
  const shown = await edge.showCode(own)
  if (!shown.ok) return undefined
  void reply.header('set-cookie', keepCode(own.id, shown.value, now))
  return { way, code: shown.value.code, left: shown.value.until - now }
}

/** A page that has lost its half of what was proved asks for the password again. */
async function provedOf({ edge, own, request }: Visit, { proved }: Asked) {
  const { password } = request.query as { password?: unknown }
  if (proved === 'again' || (proved === undefined && password === 'again')) return undefined
  if (proved) return proved
  const found = await edge.findProvedDevices(own)
  return found.ok ? found.value : undefined
}

function helpOf({ citizenOrigin }: SignInEdge, language: Reader['language']) {
  const page = (name: string) => `${citizenOrigin}/${language}/${name}`
  return {
    password: page('password'),
    activate: page('activate'),
    centre: page('legitimation'),
    support: page('support'),
  }
}
