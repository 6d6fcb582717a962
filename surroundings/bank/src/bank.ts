/** Sundby Bank, a bank for trying MitID: log on, and have a transfer approved to the letter. */
import {
  answeredPending,
  openSessions,
  readAssets,
  sendPage,
  site,
  siteLanguage,
  withPending,
} from '@open-mitid/ui/site'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { join } from 'node:path'
import { AuthorizationResponseError } from 'openid-client'
import { endingOf } from './ending.ts'
import { bankMitid, type LoggedOn, type Pending } from './mitid.ts'
import { accountPage, donePage, frontPage, messagePage } from './pages.tsx'
import { displayOf, parseTransfer, type Transfer } from './transfer.ts'
import type { Message } from './words.ts'

export type BankOptions = {
  readonly origin: string
  readonly issuer: URL
  /** The bank's own signing key; MitID has the public half. */
  readonly key: JsonWebKey & { kid: string }
}

export type Posting = Transfer & { readonly at: Date; readonly statement: string }

const languageCookie = 'bank_language'
/** In øre: what everybody has in this bank at first. */
const opening = 2_500_000

type Session = {
  readonly pending: readonly (Pending & { readonly transfer?: Transfer })[]
  readonly customer?: LoggedOn
}

export function bank(options: BankOptions): FastifyInstance {
  const { origin, issuer } = options
  const mitid = bankMitid(issuer, options.key, origin)
  const sessions = openSessions<Session>('bank_session', origin)
  const postings = new Map<string, readonly Posting[]>()
  const web = site({
    origin: () => origin,
    assets: readAssets(join(import.meta.dirname, 'client')),
    languageCookie,
    formTargets: [issuer.origin],
    problemPage: (problem, request) => messagePage(problem, languageOf(request)),
  })

  const say = (request: FastifyRequest, reply: FastifyReply, message: Message) =>
    sendPage(reply, messagePage(message, languageOf(request)))
  const made = ({ sub }: LoggedOn) => postings.get(sub) ?? []
  const balance = (customer: LoggedOn) =>
    made(customer).reduce((left, { amount }) => left - amount, opening)

  web.get('/', (request, reply) => sendPage(reply, frontPage(languageOf(request))))

  web.get('/login', async (request, reply) => {
    const { url, pending } = await mitid.begin(languageOf(request))
    const session = sessions.find(request)
    sessions.keep(request, reply, {
      ...session,
      pending: withPending(session?.pending ?? [], pending),
    })
    return reply.redirect(url.href)
  })

  web.get('/account', (request, reply) => {
    const customer = sessions.find(request)?.customer
    if (!customer) return reply.redirect('/')
    const account = { customer, balance: balance(customer), postings: made(customer) }
    return sendPage(reply, accountPage(account, {}, [], languageOf(request)))
  })

  web.post<{ Body: Readonly<Record<string, unknown>> | null }>(
    '/transfer',
    async (request, reply) => {
      const language = languageOf(request)
      const customer = sessions.find(request)?.customer
      if (!customer) return say(request, reply.code(403), 'loggedOff')
      const form = request.body ?? {}
      const transfer = parseTransfer(form, language, balance(customer))
      if (!transfer.ok) {
        const account = { customer, balance: balance(customer), postings: made(customer) }
        const page = accountPage(account, form, transfer.refusal, language)
        return sendPage(reply.code(422), page)
      }
      const display = displayOf(transfer.value, language)
      const { idToken } = customer
      const { url, pending } = await mitid.begin(language, { display, idToken })
      const asked = { ...pending, transfer: transfer.value }
      // Another window may have logged off while MitID was asked.
      const session = sessions.find(request)
      if (session?.customer?.sub !== customer.sub) return say(request, reply.code(403), 'loggedOff')
      sessions.keep(request, reply, { ...session, pending: withPending(session.pending, asked) })
      return reply.redirect(url.href, 303)
    },
  )

  web.get('/callback', async (request, reply) => {
    const session = sessions.find(request)
    const answered = answeredPending(session?.pending ?? [], request)
    if (!answered) return say(request, reply.code(400), 'stale')
    const { transfer, ...pending } = answered.one
    const customer = session?.customer
    const callback = new URL(request.url, origin)
    sessions.keep(request, reply, { ...session, pending: answered.rest })
    try {
      if (!customer || !transfer) {
        const loggedOn = await mitid.finishLogin(callback, pending)
        const others = sessions.take(request)?.pending ?? []
        sessions.begin(reply, { pending: others, customer: loggedOn })
        return await reply.redirect('/account', 303)
      }
      const approved = await mitid.finishApproval(callback, pending, customer.sub)
      if (typeof approved === 'string') return await say(request, reply.code(502), 'doubt')
      if (transfer.amount > balance(customer)) return await say(request, reply.code(409), 'spent')
      const statement = approved.statement.jws
      const posting = { ...transfer, at: new Date(), statement }
      postings.set(customer.sub, [posting, ...made(customer)])
      return await sendPage(reply, donePage(posting, languageOf(request)))
    } catch (error) {
      if (!(error instanceof AuthorizationResponseError)) throw error
      return say(request, reply, endingOf(error))
    }
  })

  web.post('/logout', async (request, reply) => {
    const customer = sessions.take(request)?.customer
    sessions.forget(reply)
    return reply.redirect(customer ? (await mitid.logoutUrl(customer.idToken)).href : '/', 303)
  })

  return web
}

function languageOf(request: FastifyRequest) {
  return siteLanguage(request, languageCookie)
}
