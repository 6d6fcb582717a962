/** `Sms` over SMPP 3.4, bound as a transmitter. */
import smpp, { type PDU, type Session, type SmToSend } from 'smpp'
import { DeliveryFault, type FaultReason, type Sms } from '@open-mitid/identity/notice'

export type OpenSms = {
  /** `smpp://` or, over TLS, `ssmpp://`, with system id and password where the centre asks for them. */
  readonly url: string
  /** The sender that is shown: up to 11 letters and digits. */
  readonly sender: string
}

const { consts, encodings, errors } = smpp
const patienceMs = 15_000
const keepAliveMs = 30_000

/** What one message holds; a longer text goes to the centre whole, which divides it. */
const singleMessage = { gsm: 160, ucs2: 70 }

/** One session, opened by the first message and again by the first after it was lost. */
export function openSms({ url, sender }: OpenSms): Sms & { close(): void } {
  let bound: Promise<Session> | undefined

  function session(): Promise<Session> {
    const opening = bound ?? bind(url)
    if (!bound) {
      bound = opening
      const forget = () => {
        if (bound === opening) bound = undefined
      }
      opening.then((opened) => opened.on('close', forget), forget)
    }
    return opening
  }

  return {
    async send({ to, text }) {
      const opened = await session()
      const answer = await ask(opened, (answered) =>
        opened.submit_sm(submission(sender, to, text), answered),
      )
      if (answer.command_status !== errors.ESME_ROK)
        throw new DeliveryFault('sms', reasonOf(answer.command_status), answer.command_status)
    },
    close() {
      bound?.then(
        (opened) => {
          opened.destroy()
        },
        () => undefined,
      )
      bound = undefined
    },
  }
}

async function bind(address: string): Promise<Session> {
  const url = new URL(address)
  const session = smpp.connect({ url: address, auto_enquire_link_period: keepAliveMs })
  session.socket.unref()
  // After an error nothing more is read (of malformed PDUs), so the session ends with it.
  session.on('error', () => {
    session.destroy()
  })
  const credentials = {
    system_id: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    interface_version: 0x34,
  }
  const answer = await ask(session, (answered) => {
    session.once(url.protocol === 'ssmpp:' ? 'secureConnect' : 'connect', () => {
      session.bind_transmitter(credentials, answered)
    })
    return true
  })
  if (answer.command_status === errors.ESME_ROK) return session
  session.destroy()
  throw new DeliveryFault('sms', 'unreachable', answer.command_status)
}

/** A response, or a fault when the session ends or stays silent: it is then ended. */
function ask(session: Session, send: (answered: (pdu: PDU) => void) => boolean): Promise<PDU> {
  return new Promise((resolve, reject) => {
    const lose = () => {
      clearTimeout(timer)
      reject(new DeliveryFault('sms', 'unreachable'))
    }
    const timer = setTimeout(() => {
      session.destroy()
    }, patienceMs)
    session.once('close', lose)
    const sent = send((pdu) => {
      clearTimeout(timer)
      session.removeListener('close', lose)
      resolve(pdu)
    })
    if (!sent) session.destroy()
    if (session.socket.destroyed) lose()
  })
}

/** SMPP 3.4 §5.1.3: of the number, of the centre, or of this message. */
function reasonOf(status: number): FaultReason {
  if (status === errors.ESME_RINVDSTADR) return 'never'
  const busy = status === errors.ESME_RTHROTTLED || status === errors.ESME_RMSGQFUL
  return busy ? 'unreachable' : 'later'
}

function submission(sender: string, to: string, text: string): SmToSend {
  const gsm = encodings.ASCII.match(text)
  const coded = gsm ? encodings.ASCII.encode(text) : encodings.UCS2.encode(text)
  const units = gsm ? coded.length : coded.length / 2
  const single = units <= (gsm ? singleMessage.gsm : singleMessage.ucs2)
  return {
    source_addr_ton: consts.TON.ALPHANUMERIC,
    source_addr_npi: consts.NPI.UNKNOWN,
    source_addr: sender,
    dest_addr_ton: consts.TON.INTERNATIONAL,
    dest_addr_npi: consts.NPI.ISDN,
    destination_addr: to.replace(/^\+/u, ''),
    data_coding: gsm ? consts.ENCODING.SMSC_DEFAULT : consts.ENCODING.UCS2,
    ...(single ? { short_message: coded } : { message_payload: coded }),
  }
}
