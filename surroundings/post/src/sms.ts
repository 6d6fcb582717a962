/** The post box's SMS centre: an SMPP 3.4 SMSC that delivers at once. */
import type { Server } from 'node:net'
import type { DecodedText, PDU, Session, SmPdu } from 'smpp'
import smpp from 'smpp'
import type { Behaviour } from './channel.ts'
import type { Sms } from './message.ts'
import { partOf, reassembly, type Reassembly } from './reassembly.ts'

type NewSms = Omit<Sms, 'id' | 'receivedAt'>
/** A status, and what to deliver when it is ROK and no part of a longer text is missing. */
type Verdict = { readonly status: number; readonly deliver?: NewSms }

const idleMilliseconds = 120_000
const { errors, consts } = smpp
/** Beyond these, a part's numbers cannot be a part's: 3GPP TS 23.040 §9.2.3.24.1. */
const mostParts = 255

export function smsCentre(behaviour: Behaviour, deliver: (sms: NewSms) => void): Server {
  const parts = reassembly()
  let submitted = 0
  const nextId = () => (submitted += 1).toString(16)
  return smpp.createServer((session) => {
    serveSession(session, behaviour, parts, deliver, nextId)
  })
}

function serveSession(
  session: Session,
  behaviour: Behaviour,
  parts: Reassembly,
  deliver: (sms: NewSms) => void,
  nextId: () => string,
) {
  let bound: 'no' | 'to-submit' | 'to-receive' = 'no'
  session.on('error', () => {
    session.destroy()
  })
  session.socket.setTimeout(idleMilliseconds, () => {
    session.destroy()
  })

  function bind(pdu: PDU, as: typeof bound) {
    if (bound === 'no') {
      bound = as
      session.send(pdu.response({ system_id: 'post' }))
    } else {
      fail(session, pdu, errors.ESME_RALYBND)
    }
  }

  async function submit(pdu: SmPdu) {
    const status = await statusAfterSubmitting(pdu)
    if (status === errors.ESME_ROK) session.send(pdu.response({ message_id: nextId() }))
    else fail(session, pdu, status)
  }

  async function statusAfterSubmitting(pdu: SmPdu): Promise<number> {
    if (bound !== 'to-submit') return errors.ESME_RINVBNDSTS
    await behaviour.pause()
    if (behaviour.refuses()) return errors.ESME_RTHROTTLED
    const verdict = judge(pdu, parts)
    if (verdict.deliver) deliver(verdict.deliver)
    return verdict.status
  }

  session.on('pdu', (pdu) => {
    if (pdu.isResponse()) return
    switch (pdu.command) {
      case 'bind_transceiver':
      case 'bind_transmitter':
        bind(pdu, 'to-submit')
        return
      case 'bind_receiver':
        bind(pdu, 'to-receive')
        return
      case 'submit_sm':
        submit(pdu).catch(() => {
          fail(session, pdu, errors.ESME_RSYSERR)
        })
        return
      case 'enquire_link':
        session.send(pdu.response())
        return
      case 'unbind':
        session.send(pdu.response())
        session.close()
        return
      default:
        fail(session, pdu, errors.ESME_RINVCMDID)
    }
  })
}

function fail(session: Session, pdu: PDU, status: number) {
  const { sequence_number } = pdu
  const bare = ['unknown', 'outbind', 'alert_notification'].includes(pdu.command)
  session.send(
    bare
      ? new smpp.PDU('generic_nack', { command_status: status, sequence_number })
      : pdu.response({ command_status: status }),
  )
}

function judge(sm: SmPdu, parts: Reassembly): Verdict {
  const to = phoneNumber(sm.destination_addr ?? '', sm.dest_addr_ton)
  if (!to) return { status: errors.ESME_RINVDSTADR }
  const { text, header } = textOf(sm)
  if (text === undefined) return { status: errors.ESME_RINVDCS }
  const from = phoneNumber(sm.source_addr ?? '', sm.source_addr_ton) ?? sm.source_addr ?? ''
  const part = partOf(sm, header)
  if (!part) return { status: errors.ESME_ROK, deliver: { kind: 'sms', to, from, text } }
  if (part.total < 1 || part.total > mostParts || part.number < 1 || part.number > part.total) {
    return { status: errors.ESME_RINVESMCLASS }
  }
  const whole = parts.add(`${from} ${to}`, part, text)
  if (whole === undefined) return { status: errors.ESME_ROK }
  return { status: errors.ESME_ROK, deliver: { kind: 'sms', to, from, text: whole } }
}

/** SMPP 3.4 §5.3.2.32: the text is in `short_message` or, of any length, in `message_payload`. */
function textOf(sm: SmPdu): { text: string | undefined; header: readonly Buffer[] } {
  const short = sm.short_message
  const field: DecodedText | undefined = short?.message.length
    ? short
    : (sm.message_payload ?? short)
  const text = typeof field?.message === 'string' ? field.message : undefined
  return { text, header: short?.udh ?? sm.message_payload?.udh ?? [] }
}

/** E.164 with its plus, whether the sender wrote it or said "international" by the type of number. */
function phoneNumber(address: string, typeOfNumber: number | undefined): string | undefined {
  const [, plus, digits] = /^(\+|00)?(\d{3,15})$/.exec(address) ?? []
  if (digits === undefined) return undefined
  const international = plus !== undefined || typeOfNumber === consts.TON.INTERNATIONAL
  return international ? `+${digits}` : digits
}
