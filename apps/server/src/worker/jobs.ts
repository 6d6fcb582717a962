/** The jobs of this house in the queue, by name. */
import { z } from 'zod'
import {
  CodeMessageId,
  deliverNotice,
  NoticeId,
  sendCode,
  sendContactCode,
  type Carriers,
  type CodeMessages,
  type ContactCodes,
  type Deliveries,
  type Imprint,
} from '@open-mitid/identity/notice'
import {
  LetterId,
  printLetter,
  type Letters,
  type PrintService,
  type SetLetter,
} from '@open-mitid/identity/letter'
import { ContactId } from '@open-mitid/identity/person'

type Ports = {
  deliveries: Deliveries
  codes: CodeMessages
  contactCodes: ContactCodes
  carriers: Carriers
  imprint: Imprint
  letters: Letters
  setLetter: SetLetter
  printService: PrintService
}

export type Jobs = Readonly<
  Record<
    'deliver-notice' | 'send-code' | 'send-contact-code' | 'print-letter',
    (given: unknown) => Promise<void>
  >
>

const idBy = <Id extends string>(parse: (text: unknown) => Id | undefined) =>
  z.string().transform((text, context) => {
    const id = parse(text)
    if (id !== undefined) return id
    context.addIssue('is no identifier')
    return z.NEVER
  })
const DeliveryPayload = z.object({
  notice: idBy((text) => NoticeId.parse(text)),
  contact: idBy((text) => ContactId.parse(text)),
})
const CodePayload = z.object({ message: idBy((text) => CodeMessageId.parse(text)) })

const LetterPayload = z.object({ letter: idBy((text) => LetterId.parse(text)) })

export function jobs(ports: Ports): Jobs {
  const deliver = deliverNotice(ports)
  const send = sendCode(ports)
  const sendToContact = sendContactCode(ports)
  const print = printLetter(ports)
  return {
    'deliver-notice': (given) => deliver(DeliveryPayload.parse(given)),
    'send-code': (given) => send(CodePayload.parse(given).message),
    'send-contact-code': (given) => sendToContact(CodePayload.parse(given).message),
    'print-letter': (given) => print(LetterPayload.parse(given).letter),
  }
}
