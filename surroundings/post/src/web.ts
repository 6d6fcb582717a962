/** The post box on HTTP: the pages for people, and the same for programs as JSON. */
import {
  sendPage,
  sendProblem,
  site,
  siteLanguage,
  wantsPage,
  type Asset,
} from '@open-mitid/ui/site'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseFault, type Channel, type Fault } from './channel.ts'
import { faultsPage } from './faults-page.tsx'
import { compactPage, inboxPage } from './inbox-page.tsx'
import { parseLetter, type LetterProblem } from './letter.ts'
import type { Mailbox } from './mailbox.ts'
import type { Filter, Letter, Message } from './message.ts'
import { matches, MessageId, parseKind } from './message.ts'
import { problemPage } from './problem-page.tsx'

export type WebOptions = {
  /** The exact origin of the pages, for browsers that do not say `Sec-Fetch-Site`. */
  readonly origin: () => string
  readonly mailbox: Mailbox
  readonly channels: { readonly smtp: Channel; readonly smpp: Channel }
  /** What browsers load, by file name. */
  readonly assets: ReadonlyMap<string, Asset>
  readonly now: () => Date
}

const largestLetter = 5 * 1024 * 1024
const longestWaitSeconds = 60
const heartbeatMilliseconds = 15_000
const languageCookie = 'post_language'

/** A letter's own markup is shown in a sandbox: nothing in it runs, loads or leads anywhere. */
const letterPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"

const letterProblems: Record<LetterProblem, { status: number; title: string }> = {
  'bad-reference': {
    status: 404,
    title: 'A letter’s id has 1-100 letters, digits, dots or hyphens',
  },
  'bad-type': { status: 415, title: 'A letter is application/pdf, text/html or text/plain' },
  'no-recipient': { status: 400, title: 'The header Recipient (percent-encoded UTF-8) is missing' },
  'no-content': { status: 400, title: 'The letter is empty' },
}

export function postWeb(options: WebOptions): FastifyInstance {
  const { mailbox, channels, origin, assets } = options
  const settings = (request: FastifyRequest) => ({
    language: siteLanguage(request, languageCookie),
    url: new URL(request.url.startsWith('/') ? origin() + request.url : origin()),
  })
  const faults = () => ({ smtp: channels.smtp.fault(), smpp: channels.smpp.fault() })

  const web = site({
    origin,
    assets,
    languageCookie,
    bodyLimit: largestLetter,
    problemPage: (problem, request) => problemPage(problem, settings(request)),
  })
  readLetters(web)
  const closing = new AbortController()
  web.addHook('preClose', () => {
    closing.abort()
    return Promise.resolve()
  })

  function inbox(request: FastifyRequest, reading?: Message) {
    const filter = filterOf(request)
    return {
      ...settings(request),
      filter,
      messages: mailbox.list({ ...filter, after: undefined }).toReversed(),
      recipients: mailbox.recipients(),
      faults: faults(),
      now: options.now(),
      reading,
    }
  }

  web.get('/', (request, reply) => {
    const compact = settings(request).url.searchParams.get('compact') === '1'
    const page = compact ? compactPage(inbox(request)) : inboxPage(inbox(request))
    return sendPage(reply, page)
  })

  web.get<{ Params: { id: string } }>('/message/:id', (request, reply) => {
    const id = MessageId.parse(request.params.id)
    const message = id && mailbox.find(id)
    if (!message) {
      reply.callNotFound()
      return reply
    }
    return sendPage(reply, inboxPage(inbox(request, message)))
  })

  web.get('/messages', async (request, reply) => {
    const filter = filterOf(request)
    const { searchParams } = settings(request).url
    if (
      (searchParams.has('after') && !filter.after) ||
      (searchParams.has('kind') && !filter.kind)
    ) {
      return sendProblem(reply, 400, 'after is a message id; kind is sms, email or letter')
    }
    const seconds = Number(searchParams.get('wait') ?? 0) || 0
    const gone = new AbortController()
    reply.raw.once('close', () => {
      gone.abort()
    })
    const signal = AbortSignal.any([gone.signal, closing.signal])
    const wait = Math.min(seconds, longestWaitSeconds) * 1000
    const found = await mailbox.await(filter, wait, signal)
    return { messages: found.map(forPrograms) }
  })

  web.delete('/messages', (_request, reply) => {
    mailbox.empty()
    return reply.code(204).send()
  })

  web.post('/empty', (_request, reply) => {
    mailbox.empty()
    return reply.redirect('/faults?done=emptied', 303)
  })

  web.put<{ Params: { id: string } }>('/letters/:id', async (request, reply) => {
    const letter = await parseLetter(request.params.id, request.headers, request.body)
    if (typeof letter === 'string') {
      const { status, title } = letterProblems[letter]
      return sendProblem(reply, status, title)
    }
    const before = mailbox.findLetter(letter.reference)
    if (before && (before.content !== letter.content || before.to !== letter.to)) {
      return sendProblem(reply, 409, 'Another letter was already sent with this id')
    }
    return reply.code(before ? 200 : 201).send(forPrograms(before ?? mailbox.add(letter)))
  })

  web.get<{ Params: { id: string } }>('/letters/:id', (request, reply) => {
    const letter = mailbox.findLetter(request.params.id)
    if (letter) return sendLetter(reply, letter)
    reply.callNotFound()
    return reply
  })

  web.get('/faults', (request, reply) => {
    if (!wantsPage(request)) return reply.send(faults())
    const said = settings(request).url.searchParams.get('done')
    const done = said === 'saved' || said === 'emptied' ? said : undefined
    return sendPage(reply, faultsPage({ ...settings(request), faults: faults(), done }))
  })

  web.post('/faults', async (request, reply) => {
    const wanted = parseFaults(request.body)
    if (!wanted) return sendProblem(reply, 400, 'smtp and smpp are ok, slow, refuse or down')
    if (wanted.smtp) await channels.smtp.switchTo(wanted.smtp)
    if (wanted.smpp) await channels.smpp.switchTo(wanted.smpp)
    return wantsPage(request) ? reply.redirect('/faults?done=saved', 303) : reply.send(faults())
  })

  web.get('/events', (request, reply) => {
    const filter = filterOf(request)
    const stream = reply.hijack().raw
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    stream.write('retry: 1000\n\n')
    const unsubscribe = mailbox.subscribe((change) => {
      if (change === 'emptied') stream.write('event: emptied\ndata: {}\n\n')
      else if (matches({ ...filter, after: undefined }, change)) {
        stream.write(`event: arrived\ndata: ${JSON.stringify({ id: change.id })}\n\n`)
      }
    })
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), heartbeatMilliseconds)
    const end = () => stream.end()
    closing.signal.addEventListener('abort', end)
    stream.once('close', () => {
      unsubscribe()
      clearInterval(heartbeat)
      closing.signal.removeEventListener('abort', end)
    })
  })

  return web
}

/** Whatever is neither JSON nor a form is a letter's octets. */
function readLetters(web: FastifyInstance) {
  web.removeContentTypeParser('text/plain')
  web.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
}

function parseFaults(body: unknown): { smtp?: Fault; smpp?: Fault } | undefined {
  if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return undefined
  const { smtp: mail, smpp: sms }: { smtp?: unknown; smpp?: unknown } = body
  const smtp = parseFault(mail)
  const smpp = parseFault(sms)
  if ((mail !== undefined && !smtp) || (sms !== undefined && !smpp)) return undefined
  return { ...(smtp ? { smtp } : {}), ...(smpp ? { smpp } : {}) }
}

function filterOf(request: FastifyRequest): Filter {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '')
  const after = MessageId.parse(query.get('after') ?? '')
  const to = query.getAll('to').filter((each) => each.trim() !== '')
  return { to, kind: parseKind(query.get('kind')), after }
}

function sendLetter(reply: FastifyReply, letter: Letter) {
  const pdf = letter.contentType === 'application/pdf'
  return reply
    .type(pdf ? letter.contentType : `${letter.contentType}; charset=utf-8`)
    .headers(
      pdf
        ? { 'content-security-policy': "frame-ancestors 'none'" }
        : { 'content-security-policy': letterPolicy },
    )
    .send(Buffer.from(letter.content, 'base64'))
}

/** Without a letter's octets, which are fetched from where it says. */
function forPrograms(message: Message) {
  if (message.kind !== 'letter') return message
  const href = `/letters/${encodeURIComponent(message.reference)}`
  return { ...message, content: undefined, href }
}
