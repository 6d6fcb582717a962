/** The first step: the older eID's user ID and password, then its question (product §A.1). */
import type {
  AnswerOlderEidRefusal,
  BeginOlderEidRefusal,
  OlderEidWay,
  ProveWithNemIdRefusal,
} from '@open-mitid/identity/enrolment'
import { formatTime, type Language } from '@open-mitid/ui/wording'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isScript } from '../../script-request.ts'
import { textsFor } from '../texts.ts'
import type { Fault } from './page/index.tsx'
import { isElsewhere, redirect, show, visiting, type Mounted, type Visit } from './visit.ts'
import { proofWords } from './words/proof-words.ts'

const text = z.string().max(200).default('')
const Credentials = z.object({
  way: z.enum(['card', 'app']),
  user_id: text.transform((typed) => typed.trim()),
  password: text,
})
const Key = z.object({ key: text.transform((typed) => typed.replace(/[\s-]/gu, '')) })

const step = { config: { limit: 'step' } } as const

export function mountProof(app: FastifyInstance, mounted: Mounted, language: Language): void {
  const at = `/${language}/nemid/:id/nemid`
  app.post(
    at,
    step,
    visiting(mounted, language, async (visit) => {
      const { way, user_id: userId, password } = Credentials.parse(visit.request.body)
      const words = textsFor(visit.reader, proofWords)
      const missing = userId === '' ? 'user_id' : password === '' ? 'password' : undefined
      if (missing !== undefined) {
        const fault = { id: missing, text: words.missing[missing] }
        return show(visit, 'proof', { fault, way, typed: userId })
      }
      const asked = await visit.useCases.askOlderEid({ ...visit.own, way, userId, password })
      if (asked.ok) redirect(visit, 'proof')
      else if (!isElsewhere(visit, asked.refusal))
        return show(visit, 'proof', {
          fault: faultOf(visit, asked.refusal, way),
          way,
          typed: userId,
        })
      return undefined
    }),
  )
  app.post(
    `${at}/key`,
    step,
    visiting(mounted, language, async (visit) => {
      const { key } = Key.parse(visit.request.body)
      const words = textsFor(visit.reader, proofWords)
      if (!/^\d{6}$/u.test(key))
        return show(visit, 'proof', { fault: { id: 'key', text: words.keyForm } })
      return prove(visit, key)
    }),
  )
  app.post(
    `${at}/check`,
    step,
    visiting(mounted, language, (visit) => prove(visit)),
  )
  app.post(
    `${at}/back`,
    step,
    visiting(mounted, language, async (visit) => {
      const left = await visit.useCases.leaveOlderEid(visit.own)
      if (left.ok) redirect(visit, 'proof')
      else isElsewhere(visit, left.refusal)
    }),
  )
}

/** The page's script asks every few seconds; without it, the person says that they have approved. */
async function prove(visit: Visit, key?: string): Promise<void> {
  const { useCases, own, reader, reply, request } = visit
  const given = key === undefined ? {} : { key }
  const proved = await useCases.prove({ ...own, ...given })
  if (isScript(request)) {
    void reply.send({ state: proved.ok ? proved.value : 'moved' })
    return
  }
  if (proved.ok && proved.value === 'proved') redirect(visit)
  else if (proved.ok) {
    const notYet = textsFor(reader, proofWords).notYet
    await show(visit, 'proof', { fault: { id: 'approved', text: notYet } })
  } else if (!isElsewhere(visit, proved.refusal))
    await show(visit, 'proof', { fault: faultOf(visit, proved.refusal, 'card') })
}

type Refusal = BeginOlderEidRefusal | AnswerOlderEidRefusal | ProveWithNemIdRefusal

function faultOf(
  { reader }: Visit,
  refusal: Exclude<Refusal, { kind: 'enrolment-unknown' | 'enrolment-moved-on' }>,
  way: OlderEidWay,
): Fault {
  const words = textsFor(reader, proofWords)
  switch (refusal.kind) {
    case 'locked': {
      const until = formatTime(new Date(refusal.until * 1000), reader.language)
      return { id: 'user_id', text: words.locked(until) }
    }
    case 'way-missing':
      return { id: 'user_id', text: words.wayMissing[way] }
    case 'key-wrong':
      return { id: 'key', text: words.refused['key-wrong'] }
    default:
      return { id: 'user_id', text: words.refused[refusal.kind] }
  }
}
