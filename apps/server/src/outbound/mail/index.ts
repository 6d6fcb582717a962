/** `Mail` over SMTP (RFC 5321). */
import { createTransport } from 'nodemailer'
import { DeliveryFault, type Mail } from '@open-mitid/identity/notice'

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
    maxConnections: 2,
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
        const status = (fault as { responseCode?: number }).responseCode
        throw new DeliveryFault('mail', status === undefined ? 'unreachable' : 'refused', status)
      }
    },
    close: () => {
      transport.close()
    },
  }
}
