/** `Mail` over SMTP (RFC 5321). */
import { createTransport } from 'nodemailer'
import { DeliveryFault, type FaultReason, type Mail } from '@open-mitid/identity/notice'

export type OpenMail = {
  /** `smtp://` or `smtps://`, with user and password where the relay asks for them. */
  readonly url: string
  /** Who it comes from: the name of the scheme, and the host that its addresses have. */
  readonly name: string
  readonly host: string
}

const patienceMs = 15_000

/** Connections are made when there is something to send, kept for a while, and made anew. */
export function openMail({ url, name, host }: OpenMail): Mail & { close(): void } {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 8,
    maxMessages: 1_000,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          // RFC 5322 §3.6.4: sent twice, it is one message still, and can be known as that.
          messageId: `<${id}@${host}>`,
          from: { name, address: `no-reply@${host}` },
          // An address object is taken as it stands; a string would be parsed as a list.
          to: { name: '', address: to },
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (fault) {
        const { responseCode, command } = fault as { responseCode?: number; command?: string }
        throw new DeliveryFault('mail', reasonOf(command, responseCode), responseCode)
      }
    },
    close: () => {
      transport.close()
    },
  }
}

/** RFC 5321 §4.2.1: 5yz is for good, but only of its recipient does it say something. */
function reasonOf(command: string | undefined, status: number | undefined): FaultReason {
  if (status === undefined || status === 421) return 'unreachable'
  if (command === 'RCPT TO') return status >= 500 ? 'never' : 'later'
  return command === 'DATA' ? 'later' : 'unreachable'
}
