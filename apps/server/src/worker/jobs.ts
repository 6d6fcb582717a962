/** The jobs of this house in the queue, by name. */
import { z } from 'zod'
import {
  CodeMessageId,
  NoticeId,
  sendCode,
  sendContactCode,
  sendOwnerLink,
  tellOtherwise,
  type Carriers,
  type CodeMessages,
  type ContactCodes,
  type Imprint,
  type Notices,
  type WaitingOwnerLinks,
} from '@open-mitid/identity/notice'
import {
  LetterId,
  printLetter,
  type Letters,
  type PrintService,
  type SetLetter,
} from '@open-mitid/identity/letter'
import type { Random } from '@open-mitid/kernel'

type Ports = {
  notices: Notices
  codes: CodeMessages
  contactCodes: ContactCodes
  ownerLinks: WaitingOwnerLinks
  ownerPage: string
  carriers: Carriers
  imprint: Imprint
  letters: Letters
  setLetter: SetLetter
  printService: PrintService
  random: Random
}

export type Jobs = Readonly<
  Record<
    'tell-otherwise' | 'send-code' | 'send-contact-code' | 'send-owner-link' | 'print-letter',
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
const NoticePayload = z.object({ notice: idBy((text) => NoticeId.parse(text)) })
const CodePayload = z.object({ message: idBy((text) => CodeMessageId.parse(text)) })
const LetterPayload = z.object({ letter: idBy((text) => LetterId.parse(text)) })

export function jobs(ports: Ports): Jobs {
  const tell = tellOtherwise(ports)
  const send = sendCode(ports)
  const sendToContact = sendContactCode(ports)
  const sendToOwner = sendOwnerLink(ports)
  const print = printLetter(ports)
  return {
    'tell-otherwise': (given) => tell(NoticePayload.parse(given).notice),
    'send-code': (given) => send(CodePayload.parse(given).message),
    'send-contact-code': (given) => sendToContact(CodePayload.parse(given).message),
    'send-owner-link': (given) => sendToOwner(CodePayload.parse(given).message),
    'print-letter': (given) => print(LetterPayload.parse(given).letter),
  }
}
