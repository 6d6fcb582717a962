/** A mail server and an SMS centre that can be away, and that refuse whom they are told to. */
import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import smpp from 'smpp'

type ReceivedMail = {
  readonly to: string
  readonly id: string
  readonly subject: string
  readonly text: string
  readonly html: boolean
}
type ReceivedSms = { readonly to: string; readonly text: string }

export type PostOffice = {
  readonly smtpUrl: string
  readonly smppUrl: string
  readonly mails: ReceivedMail[]
  readonly texts: ReceivedSms[]
  /** Refused for now, or for good. */
  readonly refuses: { mail: '' | 'later' | 'never'; sms: '' | 'later' | 'never' }
  readonly down: (channel: 'mail' | 'sms') => Promise<void>
  readonly up: (channel: 'mail' | 'sms') => Promise<void>
  readonly close: () => Promise<void>
}

export async function openPostOffice(): Promise<PostOffice> {
  const mails: ReceivedMail[] = []
  const texts: ReceivedSms[] = []
  const refuses: PostOffice['refuses'] = { mail: '', sms: '' }
  const mail = await listen(() => mailServer(mails, refuses))
  const sms = await listen(() => smsCentre(texts, refuses))
  const channels = { mail, sms }
  return {
    smtpUrl: `smtp://127.0.0.1:${String(mail.port)}`,
    smppUrl: `smpp://127.0.0.1:${String(sms.port)}`,
    mails,
    texts,
    refuses,
    down: (channel) => channels[channel].stop(),
    up: (channel) => channels[channel].start(),
    async close() {
      await Promise.all([mail.stop(), sms.stop()])
    },
  }
}

function mailServer(mails: ReceivedMail[], refuses: PostOffice['refuses']): Server {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, callback) {
      const responseCode = { '': 0, later: 451, never: 550 }[refuses.mail]
      callback(responseCode ? Object.assign(new Error('not taken'), { responseCode }) : undefined)
    },
    onData(stream, session, callback) {
      void simpleParser(stream).then(({ messageId = '', subject = '', text = '', html }) => {
        const [recipient] = session.envelope.rcptTo
        const to = recipient?.address ?? ''
        mails.push({ to, id: messageId, subject, text, html: html !== false })
        callback()
      })
    },
  }).server
}

function smsCentre(texts: ReceivedSms[], refuses: PostOffice['refuses']): Server {
  return smpp.createServer((session) => {
    session.on('error', () => {
      session.destroy()
    })
    session.on('bind_transmitter', (pdu) => session.send(pdu.response()))
    session.on('submit_sm', (pdu) => {
      const { message } = pdu.message_payload ?? pdu.short_message ?? { message: '' }
      const { ESME_RSYSERR, ESME_RINVDSTADR } = smpp.errors
      const command_status = { '': 0, later: ESME_RSYSERR, never: ESME_RINVDSTADR }[refuses.sms]
      if (!command_status) texts.push({ to: pdu.destination_addr ?? '', text: String(message) })
      session.send(pdu.response({ command_status, message_id: '1' }))
    })
  })
}

/** Always at the port where it was first. */
async function listen(make: () => Server) {
  let port = 0
  let server: Server | undefined
  const sockets = new Set<{ destroy(): unknown }>()
  const start = async () => {
    if (server) return
    server = make()
    server.on('connection', (socket) => {
      sockets.add(socket)
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }
  const stop = async () => {
    const closing = server
    server = undefined
    if (!closing) return
    const closed = once(closing, 'close')
    closing.close()
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    await closed
  }
  await start()
  return {
    get port() {
      return port
    },
    start,
    stop,
  }
}
