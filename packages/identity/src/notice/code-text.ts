/** What the second code of an activation is sent with. */
import type { Instant } from '@open-mitid/kernel'
import { SecondCode, type Language } from '@open-mitid/protocol'
import type { Imprint, NoticeText } from './notice-text.ts'

type Words = { subject: string; text: (code: string, minutes: number) => string }

const words: Record<Language, (scheme: string) => Words> = {
  da: (scheme) => ({
    subject: 'Din kode til appen',
    text: (code, minutes) =>
      `Din kode til at aktivere ${scheme}-appen er ${code}. Den gælder i ${String(minutes)} minutter. Giv den aldrig til andre.`,
  }),
  en: (scheme) => ({
    subject: 'Your code for the app',
    text: (code, minutes) =>
      `Your code for activating the ${scheme} app is ${code}. It is valid for ${String(minutes)} minutes. Never give it to others.`,
  }),
}

export function codeText(
  message: {
    readonly code: SecondCode
    readonly language: Language
    readonly now: Instant
    readonly expiresAt: Instant
  },
  { scheme }: Imprint,
): NoticeText {
  const { subject, text } = words[message.language](scheme)
  const minutes = Math.max(1, Math.floor((message.expiresAt - message.now) / 60))
  const said = text(SecondCode.show(message.code), minutes)
  return { subject: `${scheme}: ${subject}`, mail: `${said}\n`, sms: `${scheme}: ${said}` }
}
