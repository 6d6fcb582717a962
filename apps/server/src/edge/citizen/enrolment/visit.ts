/** One request of a browser for its own enrolment, and how it is answered with a page. */
import {
  EnrolmentId,
  mayOpen,
  nextStep,
  type Enrolment,
  type EnrolmentView,
  type OwnEnrolment,
  type OwnEnrolmentRefusal,
  type Step,
} from '@open-mitid/identity/enrolment'
import type { Result } from '@open-mitid/kernel'
import type { Language } from '@open-mitid/ui/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderAnswer, type Content } from '../site-page.tsx'
import type { Reader, Site } from '../site.ts'
import { shownFirstCode } from './first-code-cookie.ts'
import { journeyPath } from './journey-path.ts'
import { holderOf } from './own-cookie.ts'
import { completedPage } from './page/completed-page.tsx'
import { endedPage, unknownPage } from './page/ended-page.tsx'
import { stepPage, type Shown } from './page/index.tsx'
import { knownPage } from './page/known-page.tsx'
import { proofPage } from './page/proof-page.tsx'
import type { EnrolmentEdge, EnrolmentUseCases } from './ports.ts'

export type Visit = {
  readonly useCases: EnrolmentUseCases
  readonly signals: EnrolmentEdge['signals']
  readonly reader: Reader
  readonly own: OwnEnrolment
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export type Mounted = EnrolmentEdge & { readonly site: Site }
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Every address of an enrolment is only there for the browser that began it. */
export function visiting(
  { useCases, signals, site }: Mounted,
  language: Language,
  answer: (visit: Visit) => void | Promise<void>,
): Handler {
  return async (request, reply) => {
    const reader = { site, language }
    const id = EnrolmentId.parse((request.params as { id?: unknown }).id)
    const holder = holderOf(request.headers.cookie)
    if (id && holder)
      await answer({ useCases, signals, reader, own: { id, holder }, request, reply })
    else showUnknown(reader, reply)
    return reply
  }
}

/** The enrolment as it stands: at the step asked for where that may be opened. */
export async function show(visit: Visit, step?: Step, shown: Shown = {}): Promise<void> {
  const found = await visit.useCases.find(visit.own)
  if (!found.ok) showUnknown(visit.reader, visit.reply)
  else await showFound(visit, found.value, step, shown)
}

async function showFound(
  visit: Visit,
  view: EnrolmentView,
  step: Step | undefined,
  shown: Shown,
): Promise<void> {
  const { enrolment } = view
  switch (enrolment.state) {
    case 'begun': {
      const { way } = visit.request.query as { way?: unknown }
      const tab = shown.way ?? (way === 'app' ? 'app' : 'card')
      send(visit, proofPage(visit.reader, enrolment, { ...shown, way: tab }), 'proof', shown)
      return
    }
    case 'proofed': {
      if (step === undefined || step === 'proof' || !mayOpen(enrolment, step)) {
        redirect(visit, nextStep(enrolment))
        return
      }
      const suggested = step === 'user-id' ? await visit.useCases.suggestUserIds(visit.own) : null
      const more = suggested?.ok ? { suggested: suggested.value } : {}
      send(visit, stepPage(visit.reader, enrolment, step, { ...shown, ...more }), step, shown)
      return
    }
    case 'known': {
      const ways = await visit.useCases.findPasswordWays(visit.own)
      const status = shown.fault ? 422 : 200
      sendPage(visit, knownPage(visit.reader, enrolment, ways, shown), undefined, status)
      return
    }
    case 'completed':
      redirect(visit, 'done')
      return
    case 'ended':
      sendPage(visit, endedPage(visit.reader, enrolment), undefined, 200)
  }
}

/** The last page: what happens next, and the app where one was chosen. */
export async function showDone(visit: Visit): Promise<void> {
  const { useCases, own, request, reader, reply } = visit
  const found = await useCases.find(own)
  if (!found.ok) {
    showUnknown(reader, reply)
    return
  }
  const { enrolment, activeApps, now } = found.value
  if (enrolment.state !== 'completed') {
    await showFound(visit, found.value, undefined, {})
    return
  }
  const first = shownFirstCode(request.headers.cookie, own.id, { now, activeApps })
  sendPage(visit, completedPage(reader, enrolment, { activeApps, first, now }), 'done', 200)
}

/** Where a refusal says that the enrolment is elsewhere than this page thought, goes there. */
export function isElsewhere(
  visit: Visit,
  refusal: { readonly kind: string },
): refusal is OwnEnrolmentRefusal {
  if (refusal.kind === 'enrolment-unknown') showUnknown(visit.reader, visit.reply)
  else if (refusal.kind === 'enrolment-moved-on') redirect(visit)
  else return false
  return true
}

/** After an answer: on to the next step, or to the page where the enrolment is. */
export async function goOn<Value>(
  visit: Visit,
  done: Result<Value, OwnEnrolmentRefusal>,
): Promise<void> {
  if (!done.ok) {
    isElsewhere(visit, done.refusal)
    return
  }
  const found = await visit.useCases.find(visit.own)
  const enrolment: Enrolment | undefined = found.ok ? found.value.enrolment : undefined
  redirect(visit, enrolment?.state === 'proofed' ? nextStep(enrolment) : undefined)
}

/** A form is answered by another address, so that a reload sends nothing twice. */
export function redirect(visit: Visit, page?: Parameters<typeof journeyPath>[2]): void {
  void visit.reply.redirect(journeyPath(visit.reader.language, visit.own.id, page), 303)
}

export function showUnknown(reader: Reader, reply: FastifyReply): void {
  const begin = (language: Language) => `/${language}/nemid`
  void reply
    .code(404)
    .type('text/html; charset=utf-8')
    .send(renderAnswer(reader, unknownPage(reader), begin))
}

function send(visit: Visit, content: Content, step: Step, { fault }: Shown): void {
  sendPage(visit, content, step, fault ? 422 : 200)
}

export function sendPage(
  { reader, own, reply }: Visit,
  content: Content,
  page: Parameters<typeof journeyPath>[2],
  status: number,
): void {
  const there = (language: Language) => journeyPath(language, own.id, page)
  void reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(renderAnswer(reader, content, there))
}
