/** What an owner's link is sent with: what it is, where it belongs, and that it opens nothing alone. */
import type { Instant } from '@open-mitid/kernel'
import { TypedCode, type Language } from '@open-mitid/protocol'
import type { Imprint, NoticeText } from './notice-text.ts'

type Said = { readonly link: string; readonly code: string; readonly until: string }
type Words = {
  readonly subject: string
  readonly what: string
  readonly here: (said: Said) => string
  readonly else: (said: Said) => string
  readonly notYou: string
  readonly never: string
  readonly state: string
  readonly sms: (said: Said) => string
}

const words: Readonly<Record<Language, (scheme: string) => Words>> = {
  da: (scheme) => ({
    subject: 'Prøv din adgangskode på en ny computer',
    what: `Nogen har skrevet dit bruger-ID for at logge på med ${scheme}, og på den computer kan din adgangskode ikke prøves uden videre. Er det dig, kan du gå videre sådan:`,
    here: ({ link }) =>
      `Læser du det her på den computer, hvor du logger på, så åbn linket:\n${link}`,
    else: ({ code }) => `Læser du det et andet sted, så skriv koden på computeren: ${code}`,
    notYou:
      'Er det ikke dig, så gør ingenting. Ingen kommer ind med det her alene: der skal stadig bruges din adgangskode og din kodeviser.',
    never: 'Send aldrig linket videre, og læs aldrig koden op for nogen, heller ikke for os.',
    state: 'Beskeden kommer ikke fra den danske stats MitID.',
    sms: ({ link, code, until }) =>
      `${scheme}: Logger du på på en ny computer, så skriv koden ${code} dér, eller åbn ${link} på den. Gælder til kl. ${until}. Er det ikke dig, så gør ingenting. Giv den aldrig til andre.`,
  }),
  en: (scheme) => ({
    subject: 'Try your password on a new computer',
    what: `Somebody has typed your user ID to log on with ${scheme}, and on that computer your password cannot simply be tried. If it is you, this is how you go on:`,
    here: ({ link }) =>
      `If you read this on the computer where you are logging on, open the link:\n${link}`,
    else: ({ code }) => `If you read it somewhere else, type the code on that computer: ${code}`,
    notYou:
      'If it is not you, do nothing. Nobody gets in with this alone: your password and your code device are still needed.',
    never: 'Never pass the link on, and never read the code out to anybody, not even to us.',
    state: 'This message is not from the Danish state’s own MitID.',
    sms: ({ link, code, until }) =>
      `${scheme}: If you are logging on on a new computer, type the code ${code} there, or open ${link} on it. Valid until ${until}. If it is not you, do nothing. Never give it to others.`,
  }),
}

const lasts: Readonly<Record<Language, (until: string) => string>> = {
  da: (until) => `Begge dele gælder til kl. ${until}, og virker én gang.`,
  en: (until) => `Both are valid until ${until}, and work once.`,
}

export type OwnerMessage = {
  readonly code: TypedCode
  readonly language: Language
  readonly until: Instant
}

/** `link` is the whole address, with the secret in its fragment. */
export function ownerLinkText(
  { code, language, until }: OwnerMessage,
  link: string,
  { scheme }: Imprint,
): NoticeText {
  const said = { link, code: TypedCode.show(code), until: clockOf(until, language) }
  const {
    subject,
    what,
    here,
    else: elsewhere,
    notYou,
    never,
    state,
    sms,
  } = words[language](scheme)
  const parts = [
    what,
    here(said),
    elsewhere(said),
    lasts[language](said.until),
    notYou,
    never,
    state,
  ]
  return {
    subject: `${scheme}: ${subject}`,
    mail: `${parts.join('\n\n')}\n`,
    sms: sms(said),
  }
}

function clockOf(at: Instant, language: Language): string {
  const format = { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' } as const
  const locale = language === 'da' ? 'da-DK' : 'en-GB'
  return new Intl.DateTimeFormat(locale, format).format(new Date(at * 1000))
}
