/** The steps that one form answers: authenticators, terms, user ID, delivery, and the last word. */
import {
  authenticatorKinds,
  nextStep,
  type ChooseUserIdRefusal,
} from '@open-mitid/identity/enrolment'
import { CentreId } from '@open-mitid/identity/authenticator'
import { formatTime, type Language } from '@open-mitid/ui/wording'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { keepFirstCode } from './first-code-cookie.ts'
import type { Fault } from './page/index.tsx'
import { goOn, isElsewhere, redirect, show, visiting, type Mounted, type Visit } from './visit.ts'
import { choiceWords } from './words/choice-words.ts'
import { confirmWords } from './words/confirm-words.ts'
import { deliveryWords } from './words/delivery-words.ts'
import { termsWords } from './words/terms-words.ts'
import { userIdWords } from '../../user-id-words.ts'

const step = { config: { limit: 'step' } } as const
const text = z.string().max(200).default('')
const Authenticators = z.object({
  first: z.enum(authenticatorKinds).optional(),
  spare: z.enum([...authenticatorKinds, 'none']).optional(),
})
const Terms = z.object({ terms: text, privacy: text, accepted: z.literal('yes').optional() })
const ChosenId = z.object({ user_id: text, suggested: z.string().max(200).optional() })
const Chosen = z.object({ to: z.enum(['home', 'centre']).optional(), centre: text })

export function mountAnswers(app: FastifyInstance, mounted: Mounted, language: Language): void {
  const post = (page: string, answer: (visit: Visit) => void | Promise<void>) =>
    app.post(`/${language}/nemid/:id/${page}`, step, visiting(mounted, language, answer))
  post('authenticators', chooseAuthenticators)
  post('terms', acceptTerms)
  post('user-id', chooseUserId)
  post('user-id/check', checkUserId)
  post('delivery', chooseDelivery)
  post('confirm', complete)
}

async function chooseAuthenticators(visit: Visit): Promise<void> {
  const { first, spare } = Authenticators.parse(visit.request.body ?? {})
  const words = textsFor(visit.reader, choiceWords)
  const missing = first === undefined ? 'first' : spare === undefined ? 'spare' : undefined
  if (first === undefined || spare === undefined) {
    const fault = { id: missing ?? 'first', text: words.missing[missing ?? 'first'] }
    return show(visit, 'authenticators', { fault, chosen: { first, spare } })
  }
  const chosen = { first, spare: spare === 'none' ? undefined : spare }
  return goOn(visit, await visit.useCases.chooseAuthenticators({ ...visit.own, chosen }))
}

async function acceptTerms(visit: Visit): Promise<void> {
  const { terms, privacy, accepted } = Terms.parse(visit.request.body ?? {})
  const words = textsFor(visit.reader, termsWords)
  if (accepted === undefined)
    return show(visit, 'terms', { fault: { id: 'accepted', text: words.missing } })
  const done = await visit.useCases.acceptTerms({ ...visit.own, versions: { terms, privacy } })
  if (!done.ok && done.refusal.kind === 'terms-changed')
    return show(visit, 'terms', { fault: { id: 'accepted', text: words.changed } })
  return goOn(visit, done as Parameters<typeof goOn>[1])
}

async function chooseUserId(visit: Visit): Promise<void> {
  const { user_id: own, suggested } = ChosenId.parse(visit.request.body ?? {})
  const typed = suggested ?? own.trim()
  const chosen = await visit.useCases.chooseUserId({ ...visit.own, typed })
  if (chosen.ok) return goOn(visit, chosen)
  if (isElsewhere(visit, chosen.refusal)) return undefined
  const fault = { id: 'user_id', text: sentenceOf(visit.reader, chosen.refusal, typed) }
  return show(visit, 'user-id', { fault, typed })
}

/** Told while the person types. The user ID comes in the body: it stands in no address. */
async function checkUserId(visit: Visit): Promise<void> {
  const { user_id: typed } = ChosenId.parse(visit.request.body ?? {})
  const told = await visit.useCases.checkUserId({ ...visit.own, typed: typed.trim() })
  const { free } = textsFor(visit.reader, userIdWords)
  if (told.ok) void visit.reply.send({ ok: true, text: free })
  else if (told.refusal.kind === 'enrolment-unknown' || told.refusal.kind === 'enrolment-moved-on')
    void visit.reply.code(409).send({ ok: false, text: '' })
  else {
    const text = sentenceOf(visit.reader, told.refusal, typed)
    void visit.reply.send({ ok: false, text })
  }
}

type UserIdFault = Exclude<
  ChooseUserIdRefusal,
  { kind: 'enrolment-unknown' | 'enrolment-moved-on' }
>

function sentenceOf(reader: Reader, refusal: UserIdFault, typed: string): string {
  const words = textsFor(reader, userIdWords)
  if (typed === '') return words.empty
  if (refusal.kind !== 'user-id-wait') return words.refused[refusal.kind]
  return words.wait(formatTime(new Date(refusal.until * 1000), reader.language))
}

async function chooseDelivery(visit: Visit): Promise<void> {
  const { to, centre } = Chosen.parse(visit.request.body ?? {})
  const words = textsFor(visit.reader, deliveryWords)
  const picked = CentreId.parse(centre)
  const shown = { to, centre }
  const wrong = (fault: Fault) => show(visit, 'delivery', { fault, delivery: shown })
  if (to === undefined) return wrong({ id: 'to', text: words.missing })
  if (to === 'centre' && picked === undefined)
    return wrong({ id: 'centre', text: words.centreMissing })
  const delivery = picked !== undefined && to === 'centre' ? { to, centre: picked } : undefined
  const done = await visit.useCases.chooseDelivery({
    ...visit.own,
    delivery: delivery ?? { to: 'home' },
  })
  if (!done.ok && done.refusal.kind === 'no-address')
    return wrong({ id: 'to', text: words.noAddress })
  return goOn(visit, done as Parameters<typeof goOn>[1])
}

async function complete(visit: Visit): Promise<void> {
  const { useCases, own, reader, reply } = visit
  const done = await useCases.complete({ ...own, language: reader.language })
  if (done.ok) {
    const { first, now } = done.value
    if (first) void reply.header('set-cookie', keepFirstCode(own.id, { ...first, after: 0 }, now))
    redirect(visit, 'done')
    return
  }
  if (isElsewhere(visit, done.refusal)) return
  const found = await useCases.find(own)
  const at =
    found.ok && found.value.enrolment.state === 'proofed' ? found.value.enrolment : undefined
  const back = at && nextStep(at)
  if (done.refusal.kind === 'has-mitid' || back === undefined) redirect(visit)
  else {
    const text = textsFor(reader, confirmWords).refused[done.refusal.kind]
    await show(visit, back, { fault: { id: back === 'user-id' ? 'user_id' : 'accepted', text } })
  }
}
