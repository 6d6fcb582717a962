/** `OlderEid` on NemID's protocol: JSON over HTTP, and a signed word at the end. */
import { accept, base64url, Instant, refuse, type Random, type Result } from '@open-mitid/kernel'
import type {
  AnswerOlderEidRefusal,
  BeginOlderEidRefusal,
  OlderEid,
  OlderEidHolder,
  OlderEidPrompt,
  OutsideFault,
} from '@open-mitid/identity/enrolment'
import { z } from 'zod'
import { askOutside, type OutsideAnswer } from '../outside/index.ts'
import { openVerifier, type Trust } from './assertion.ts'

export type NemId = Trust & {
  readonly url: string
  readonly secret: string
  readonly random: Random
  readonly now: () => Promise<Instant>
  readonly patienceMs?: number
}

const patience = 8_000
const malformed = { kind: 'untrustworthy', cause: 'malformed' } as const
const failed = { kind: 'unavailable', cause: 'failed' } as const

const common = { id: z.string().regex(/^[\w-]{16,200}$/u), expires_in: z.number().min(0).max(3600) }
const Prompt = z.discriminatedUnion('way', [
  z.object({
    ...common,
    way: z.literal('card'),
    card: z.string().regex(/^[A-Z0-9-]{4,20}$/u),
    number: z.string().regex(/^\d{4}$/u),
  }),
  z.object({ ...common, way: z.literal('app'), reference: z.string().regex(/^[A-Z0-9]{4}$/u) }),
])
const Answered = z.discriminatedUnion('state', [
  z.object({ state: z.literal('approved'), assertion: z.string().max(8192) }),
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('refused') }),
])
const Refused = z.object({
  error: z.enum(['credentials', 'way', 'key', 'over', 'locked', 'blocked']),
  retry_after: z
    .number()
    .min(0)
    .max(366 * 86_400)
    .optional(),
})
type Refused = z.infer<typeof Refused>

export function openNemId(nemid: NemId): OlderEid {
  const { url, audience, secret, random, now, patienceMs = patience } = nemid
  const verify = openVerifier(nemid)
  const authorization = `Basic ${Buffer.from(`${audience}:${secret}`).toString('base64')}`

  const call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
    askOutside({
      url: new URL(path, url),
      method,
      authorization,
      patienceMs,
      ...(body && { body }),
    })
  const pathOf = ({ id }: OlderEidPrompt) => `/sessions/${encodeURIComponent(id)}`

  async function proved(
    answer: Result<OutsideAnswer, OutsideFault>,
    prompt: OlderEidPrompt,
  ): Promise<Result<OlderEidHolder | 'waiting', AnswerOlderEidRefusal>> {
    if (!answer.ok) return answer
    if (answer.value.status !== 200) return refuse(answerRefusal(answer.value.json, await now()))
    const answered = Answered.safeParse(answer.value.json)
    if (!answered.success) return refuse(malformed)
    if (answered.data.state === 'waiting') return accept('waiting')
    if (answered.data.state === 'refused') return refuse({ kind: 'prompt-refused' })
    return verify(answered.data.assertion, prompt, await now())
  }

  return {
    async begin({ way, userId, password }) {
      const nonce = base64url(random(32))
      const body = { user_id: userId, password, way, nonce }
      const answer = await call('POST', '/sessions', body)
      if (!answer.ok) return answer
      const at = await now()
      if (answer.value.status !== 201) return refuse(beginRefusal(answer.value.json, at))
      const prompt = Prompt.safeParse(answer.value.json)
      if (!prompt.success || prompt.data.way !== way) return refuse(malformed)
      const { expires_in: life, ...asked } = prompt.data
      return accept({ ...asked, nonce, expiresAt: Instant.plus(at, Math.floor(life)) })
    },
    async answer(prompt, key) {
      const answer = await call('POST', `${pathOf(prompt)}/key`, { key })
      const told = await proved(answer, prompt)
      if (!told.ok) return told
      // A card is answered at once, or not at all.
      return told.value === 'waiting' ? refuse(malformed) : accept(told.value)
    },
    read: async (prompt) => proved(await call('GET', pathOf(prompt)), prompt),
    async abandon(prompt) {
      await call('DELETE', pathOf(prompt))
    },
  }
}

/** What is refused without a word that is known is no refusal but a fault: of theirs, or of the setting. */
function beginRefusal(json: unknown, now: Instant): BeginOlderEidRefusal {
  const refused = Refused.safeParse(json)
  if (!refused.success) return failed
  switch (refused.data.error) {
    case 'credentials':
      return { kind: 'credentials-wrong' }
    case 'way':
      return { kind: 'way-missing' }
    case 'locked':
      return locked(refused.data, now)
    case 'blocked':
      return { kind: 'blocked' }
    case 'key':
    case 'over':
      return malformed
  }
}

function answerRefusal(json: unknown, now: Instant): AnswerOlderEidRefusal {
  const refused = Refused.safeParse(json)
  if (!refused.success) return failed
  switch (refused.data.error) {
    case 'key':
      return { kind: 'key-wrong' }
    case 'over':
      return { kind: 'prompt-over' }
    case 'locked':
      return locked(refused.data, now)
    case 'blocked':
      return { kind: 'blocked' }
    case 'credentials':
    case 'way':
      return malformed
  }
}

function locked({ retry_after: span }: Refused, now: Instant) {
  return span === undefined
    ? malformed
    : ({ kind: 'locked', until: Instant.plus(now, Math.ceil(span)) } as const)
}
