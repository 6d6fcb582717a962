/** What a code is sent with: of an activation, of a contact that is checked, of a password. */
import type { Instant } from '@open-mitid/kernel'
import { SecondCode, type Language } from '@open-mitid/protocol'
import type { Imprint, NoticeText } from './notice-text.ts'

type Words = { subject: string; text: (code: string, minutes: number) => string }

type Purpose = (scheme: string) => Words

const activation: Record<Language, Purpose> = {
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

const contact: Record<Language, Purpose> = {
  da: (scheme) => ({
    subject: `Din kode til at få ${scheme}`,
    text: (code, minutes) =>
      `Din kode er ${code}. Skriv den på siden, hvor du er ved at få ${scheme}. Den gælder i ${String(minutes)} minutter. Er det ikke dig, så gør ingenting. Giv den aldrig til andre.`,
  }),
  en: (scheme) => ({
    subject: `Your code for getting ${scheme}`,
    text: (code, minutes) =>
      `Your code is ${code}. Type it on the page where you are getting ${scheme}. It is valid for ${String(minutes)} minutes. If this is not you, do nothing. Never give it to others.`,
  }),
}

const password: Record<Language, Purpose> = {
  da: (scheme) => ({
    subject: 'Din kode til at vælge en adgangskode',
    text: (code, minutes) =>
      `Din kode til at vælge en adgangskode til ${scheme} er ${code}. Den gælder i ${String(minutes)} minutter. Er det ikke dig, der vil det, så ring til support. Giv den aldrig til andre.`,
  }),
  en: (scheme) => ({
    subject: 'Your code for choosing a password',
    text: (code, minutes) =>
      `Your code for choosing a password for ${scheme} is ${code}. It is valid for ${String(minutes)} minutes. If it is not you who wants to, call support. Never give it to others.`,
  }),
}

type Sent = {
  readonly code: SecondCode
  readonly language: Language
  readonly now: Instant
  readonly expiresAt: Instant
}

export function codeText(message: Sent, imprint: Imprint): NoticeText {
  return textOf(activation[message.language], message, imprint)
}

export function contactCodeText(
  message: Sent & { readonly purpose: 'contact' | 'password' },
  imprint: Imprint,
): NoticeText {
  const purpose = message.purpose === 'contact' ? contact : password
  return textOf(purpose[message.language], message, imprint)
}

function textOf(purpose: Purpose, { code, now, expiresAt }: Sent, { scheme }: Imprint): NoticeText {
  const { subject, text } = purpose(scheme)
  const minutes = Math.max(1, Math.floor((expiresAt - now) / 60))
  const said = text(SecondCode.show(code), minutes)
  return { subject: `${scheme}: ${subject}`, mail: `${said}\n`, sms: `${scheme}: ${said}` }
}
