/** What a person changes about their own MitID: begun from the citizens' website, done in the box. */
import {
  ownChanges,
  type ChangeOwnRefusal,
  type RegisterOwnPasswordRefusal,
} from '@open-mitid/identity/sign-in'
import { plainTextFault } from '@open-mitid/protocol'
import { formatWait, type Language } from '@open-mitid/ui/wording'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { rememberBrowser } from '../browser-cookie.ts'
import { browserInWords } from '../browser-words.ts'
import { Network } from '../network.ts'
import { userIdWords } from '../user-id-words.ts'
import { pageLanguage } from './language.ts'
import type { SignInEdge } from './ports.ts'
import { showSignIn, visiting, type Visit } from './visit.ts'
import { changeWords } from './words/change-words.ts'

const message = z
  .string()
  .max(2000)
  .regex(/^[\w-]+$/u)
const userId = z
  .string()
  .max(200)
  .refine((text) => text === '' || plainTextFault(text, 200) === undefined)
const Register = z.strictObject({ request: message, user_id: userId.optional() })
const Change = z.strictObject({ record: message.optional(), user_id: userId.optional() })
const Check = z.object({ user_id: z.string().max(200).default('') })
const step = { config: { limit: 'step' } } as const
/** Whoever only looks whether the page is there (HEAD) begins nothing. */
const opening = { config: { limit: 'opening' }, exposeHeadRoute: false } as const

export function mountChangeWay(app: FastifyInstance, edge: SignInEdge): void {
  for (const change of ownChanges)
    app.get(`/change/${change}`, opening, async (request, reply) => {
      const browser = rememberBrowser(request.headers.cookie)
      const lang = pageLanguage(request, reply)
      const opened = await edge.beginOwnChange({
        change,
        display: { lang, lines: [{ value: changeWords[lang].asked[change] }] },
        house: { name: edge.schemeName, domain: new URL(edge.citizenOrigin).hostname },
        browser: browser.hash,
        browserName: browserInWords(request.headers['user-agent'], lang),
      })
      if (!opened.ok) throw new Error('a sign-in can always be opened')
      void reply.header('set-cookie', browser.setCookie)
      return reply.redirect(`/sign-in/${opened.value.id}`, 303)
    })
  app.post(
    '/sign-in/:id/change/check',
    step,
    visiting(edge, async (visit) => {
      const { user_id: typed } = Check.parse(visit.request.body ?? {})
      const checked = await edge.checkOwnUserId({ ...visit.own, typed })
      const language = languageOf(visit)
      const text = checked.ok ? userIdWords[language].free : sayRefusal(language, checked.refusal)
      void visit.reply.send({ ok: checked.ok, text })
    }),
  )
  app.post(
    '/sign-in/:id/change/register',
    step,
    visiting(edge, async (visit) => {
      const { request, user_id } = Register.parse(visit.request.body)
      const network = Network.of(visit.request.ip)
      const asked = { ...visit.own, network, request, userId: user_id }
      const answered = await edge.registerOwnPassword(asked)
      if (answered.ok) void visit.reply.send(answered.value)
      else refuseWith(visit, answered.refusal)
    }),
  )
  app.post(
    '/sign-in/:id/change',
    step,
    visiting(edge, async (visit) => {
      const { record, user_id } = Change.parse(visit.request.body)
      const changed = await edge.changeOwn({ ...visit.own, record, userId: user_id })
      if (changed.ok) return showSignIn(visit)
      refuseWith(visit, changed.refusal)
    }),
  )
}

type Refusal = ChangeOwnRefusal | RegisterOwnPasswordRefusal

function refuseWith(visit: Visit, refusal: Refusal): void {
  void visit.reply.code(409).send({ say: sayRefusal(languageOf(visit), refusal) })
}

function languageOf({ request, reply }: Visit): Language {
  return pageLanguage(request, reply)
}

function sayRefusal(language: Language, refusal: Refusal): string {
  const words = changeWords[language]
  switch (refusal.kind) {
    case 'password-wait':
      return words.wait(formatWait(refusal.seconds, language))
    case 'user-id-missing':
      return userIdWords[language].empty
    case 'user-id-same':
      return words.userId.same
    case 'asked-out':
      return words.userId.askedOut
    case 'change-ended':
    case 'change-done':
    case 'browser-unseen':
    case 'no-password': {
      const { title, lead } = words.over[refusal.kind]
      return `${title}. ${lead}`
    }
    case 'malformed':
    case 'password-needed':
    case 'busy':
      return words.busy
    default:
      return userIdWords[language].refused[refusal.kind]
  }
}
