/** The post box's mail server: RFC 5321 without TLS; every recipient gets a copy of their own. */
import type { Server } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { Behaviour } from './channel.ts'
import type { Email } from './message.ts'

type NewEmail = Omit<Email, 'id' | 'receivedAt'>

const largestMail = 10 * 1024 * 1024
const idleMilliseconds = 60_000

export function mailServer(behaviour: Behaviour, deliver: (mail: NewEmail) => void): Server {
  const smtp = new SMTPServer({
    name: 'post.localhost',
    banner: 'the sandbox post box: nothing leaves this machine',
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: largestMail,
    socketTimeout: idleMilliseconds,
    onAuth(login, _session, answer) {
      answer(null, { user: login.username ?? 'anybody' })
    },
    onRcptTo(_address, _session, answer) {
      void behaviour.pause().then(() => {
        answer(behaviour.refuses() ? no(451, '4.3.0 Not now, try again later') : null)
      })
    },
    onData(stream, session, answer) {
      simpleParser(stream, { skipImageLinks: true })
        .then((mail) => {
          if (stream.sizeExceeded) {
            answer(no(552, '5.3.4 The mail is too large'))
            return
          }
          const from = senderOf(mail) ?? (session.envelope.mailFrom || { address: '' }).address
          for (const { address } of session.envelope.rcptTo) {
            const subject = mail.subject ?? ''
            deliver({ kind: 'email', to: address, from, subject, text: tidy(mail.text ?? '') })
          }
          answer(null, '2.0.0 In the post box')
        })
        .catch(() => {
          answer(no(451, '4.3.0 The mail could not be put in the post box'))
        })
    },
  })
  // A client that hangs up in the middle is no fault of the post box: its mail did not come.
  smtp.on('error', () => undefined)
  return smtp.server
}

function no(responseCode: number, message: string): Error & { responseCode: number } {
  return Object.assign(new Error(message), { responseCode })
}

/** `Name <address>`, as people read it: without the quotation marks of RFC 5322 §3.4. */
function senderOf(mail: ParsedMail): string | undefined {
  const sender = mail.from?.value[0]
  if (!sender?.name) return sender?.address
  return sender.address ? `${sender.name} <${sender.address}>` : sender.name
}

function tidy(text: string): string {
  return text.replaceAll('\r\n', '\n').trim()
}
