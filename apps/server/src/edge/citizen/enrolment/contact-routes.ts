/** The step of contacts: a phone number or an e-mail address, and the code that was sent there. */
import { ContactAddress, type ConfirmContactRefusal } from '@open-mitid/identity/enrolment'
import { SecondCode } from '@open-mitid/protocol'
import { plural, type Language } from '@open-mitid/ui/wording'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { isElsewhere, redirect, show, visiting, type Mounted, type Visit } from './visit.ts'
import { contactWords } from './words/contact-words.ts'

const step = { config: { limit: 'step' } } as const
const text = z.string().max(300).default('')
const Contact = z.object({ channel: z.enum(['sms', 'email']), to: text })
const Code = z.object({ code: text })

export function mountContacts(app: FastifyInstance, mounted: Mounted, language: Language): void {
  const at = `/${language}/nemid/:id/contacts`
  app.post(at, step, visiting(mounted, language, sendCode))
  app.post(`${at}/code`, step, visiting(mounted, language, confirm))
  app.post(
    `${at}/other`,
    step,
    visiting(mounted, language, async (visit) => {
      const dropped = await visit.useCases.dropContactCheck(visit.own)
      if (dropped.ok) redirect(visit, 'contacts')
      else isElsewhere(visit, dropped.refusal)
    }),
  )
}

async function sendCode(visit: Visit): Promise<void> {
  const { channel, to } = Contact.parse(visit.request.body ?? {})
  const words = textsFor(visit.reader, contactWords)
  const contact = ContactAddress.parse(channel, to)
  if (!contact) {
    const fault = { id: `${channel}-to`, text: words.malformed[channel] }
    return show(visit, 'contacts', { fault, typed: to })
  }
  const { language } = visit.reader
  const sent = await visit.useCases.sendContactCode({ ...visit.own, contact, language })
  if (sent.ok) redirect(visit, 'contacts')
  else if (!isElsewhere(visit, sent.refusal))
    return show(visit, 'contacts', { fault: { id: `${channel}-to`, text: words.tooMany } })
  return undefined
}

async function confirm(visit: Visit): Promise<void> {
  const { code: typed } = Code.parse(visit.request.body ?? {})
  const words = textsFor(visit.reader, contactWords)
  const code = SecondCode.parse(typed)
  if (code === undefined)
    return show(visit, 'contacts', { fault: { id: 'code', text: words.codeForm }, typed })
  const confirmed = await visit.useCases.confirmContact({ ...visit.own, code })
  if (confirmed.ok) redirect(visit, 'contacts')
  else if (!isElsewhere(visit, confirmed.refusal)) {
    const refusal = confirmed.refusal
    return show(visit, 'contacts', {
      fault: { id: 'code', text: sentenceOf(visit.reader, refusal) },
    })
  }
  return undefined
}

function sentenceOf(reader: Reader, refusal: ConfirmContactRefusal): string {
  const words = textsFor(reader, contactWords)
  if (refusal.kind === 'code-over' || refusal.triesLeft === 0) return words.codeOver
  return words.codeWrong(plural(refusal.triesLeft, reader.language, words.triesLeft))
}
