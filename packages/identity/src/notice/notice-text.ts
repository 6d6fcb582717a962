/** What each notice says. No text holds a code, a CPR number, or anything to approve. */
import type { Instant } from '@open-mitid/kernel'
import type { Language } from '@open-mitid/protocol'
import type { EventBodies, ToldEventType } from '../ledger/index.ts'

/** An event as it is told; `scheme` and `help` are the installation's. */
export type Telling = {
  [Type in ToldEventType]: { readonly type: Type; readonly body: EventBodies[Type] }
}[ToldEventType] & {
  readonly at: Instant
  readonly language: Language
}

export type Imprint = {
  /** The name of the scheme, as `MitID`. */
  readonly scheme: string
  /** The address of the page that tells what to do. */
  readonly help: string
}

export type NoticeText = { readonly subject: string; readonly mail: string; readonly sms: string }

type Says<Type extends ToldEventType> = (body: EventBodies[Type]) => {
  readonly subject: string
  readonly what: string
}
type Words = { readonly [Type in ToldEventType]: Says<Type> }

const words: Readonly<Record<Language, (scheme: string) => Words>> = {
  da: (scheme) => ({
    'identity-proved-again': () => ({
      subject: 'Dit pas og ansigt er vist i en app',
      what: `Nogen har vist dit pas og dit ansigt i en app for at få adgang til din ${scheme} igen. Var det dig, skal du ikke gøre noget.`,
    }),
    'passport-turned-away': ({ reason }) => ({
      subject: 'Dit pas er vist i en app',
      what: turnedAway.da[reason](scheme),
    }),
    'user-id-shown': () => ({
      subject: 'Dit bruger-ID er vist',
      what: `Bruger-ID’et til din ${scheme} er vist i en app, hvor dit pas og dit ansigt var vist.`,
    }),
    'contact-added': ({ channel, to }) => ({
      subject: 'Nye kontaktoplysninger',
      what: `${channelNames.da[channel]} ${to} er føjet til din ${scheme}.`,
    }),
    'contact-changed': ({ channel, to }) => ({
      subject: 'Ændrede kontaktoplysninger',
      what: `Kontaktoplysningerne i din ${scheme} er ændret til ${channelNames.da[channel].toLowerCase()} ${to}.`,
    }),
    'app-activated': () => ({
      subject: 'Ny app aktiveret',
      what: `En app er aktiveret. Den kan godkende med din ${scheme}.`,
    }),
    'app-suspended': ({ reason }) => ({ subject: 'Din app er lukket', what: suspended.da[reason] }),
    'app-removed': () => ({
      subject: 'App fjernet',
      what: `En app er fjernet og kan ikke længere godkende med din ${scheme}.`,
    }),
    'pin-blocked': () => ({
      subject: 'Din app er spærret',
      what: 'Din app er spærret, fordi der er tastet forkert PIN-kode for mange gange.',
    }),
    'pin-changed': () => ({ subject: 'Ny PIN-kode', what: 'PIN-koden til din app er ændret.' }),
    'pin-reset': () => ({
      subject: 'Ny PIN-kode',
      what: 'En glemt PIN-kode til din app er skiftet ud. Dit pas og dit ansigt blev vist først.',
    }),
    'device-ordered': ({ kind }) => ({
      subject: `${devices.da[kind].name} bestilt`,
      what: `${devices.da[kind].name} er bestilt til din ${scheme}.`,
    }),
    'device-sent': ({ kind }) => ({
      subject: `${devices.da[kind].yours} er sendt`,
      what: `${devices.da[kind].yours} er sendt til dig sammen med et brev. Brevet forklarer, hvordan du tager den i brug.`,
    }),
    'device-code-renewed': ({ kind }) => ({
      subject: 'Et nyt brev er på vej',
      what: `Et brev med en ny kode er sendt til dig. Med den kan du tage ${devices.da[kind].yours.toLowerCase()} i brug.`,
    }),
    'password-code-sent': ({ kind, channel, to }) => ({
      subject: 'Nogen vil vælge en adgangskode',
      what: `${passwordCode.da[channel](to)} Med den og ${devices.da[kind].yours.toLowerCase()} kan der vælges en adgangskode.`,
    }),
    'device-activated': ({ kind }) => ({
      subject: `${devices.da[kind].yours} er aktiveret`,
      what: `${devices.da[kind].yours} er aktiveret. Den kan bruges sammen med din adgangskode.`,
    }),
    'device-suspended': ({ kind, reason }) => ({
      subject: `${devices.da[kind].yours} er lukket`,
      what: `${devices.da[kind].yours} er lukket, ${deviceSuspended.da[reason]} Ingen kan bruge den.`,
    }),
    'device-reopened': ({ kind }) => ({
      subject: `${devices.da[kind].yours} er åbnet igen`,
      what: `${devices.da[kind].yours} er åbnet igen og kan bruges sammen med din adgangskode.`,
    }),
    'device-revoked': ({ kind }) => ({
      subject: `${devices.da[kind].yours} er spærret`,
      what: `${devices.da[kind].yours} er spærret for altid. Du kan bestille en ny uden at betale.`,
    }),
    'password-set': ({ reason }) => ({
      subject: 'Ny adgangskode',
      what: `${passwordSet.da[reason]} (${scheme}).`,
    }),
    'user-id-changed': () => ({
      subject: 'Nyt bruger-ID',
      what: `Bruger-ID’et til din ${scheme} er ændret. Brug det nye, næste gang du logger på.`,
    }),
    'wishes-changed': ({ notify_every_use: each, ...language }) => ({
      subject: 'Beskeder og breve',
      what: `Dine ønsker om beskeder og breve fra ${scheme} er ændret. ${newLanguage.da(language)}Du får ${each ? '' : 'ikke '}besked, hver gang din ${scheme} bruges.`,
    }),
    'sign-in-completed': ({ service }) => ({
      subject: 'Din godkendelse',
      what: `Din ${scheme} er brugt hos ${service}.`,
    }),
    'new-browser-used': ({ service, browser, place }) => ({
      subject: 'Log på fra en ny browser',
      what: `Din ${scheme} er brugt til ${service} fra en browser, vi ikke har set før (${from(browser, place)}).`,
    }),
    'browser-known': ({ browser }) => ({
      subject: 'Computer huskes',
      what: `Den computer, hvor du aktiverede din kodeviser eller kodeoplæser, huskes nu (${browser}).`,
    }),
    'browser-remembered': ({ browser }) => ({
      subject: 'Computer huskes',
      what: `Du har valgt, at denne computer skal huskes (${browser}). Det sker om 24 timer. Vil du ikke have det, så åbn appen og vælg Computere, du har husket.`,
    }),
    'browser-forgotten': ({ browser, reason }) => ({
      subject: 'Computer glemt',
      what: `En computer er glemt (${browser}), ${forgotten.da[reason]}`,
    }),
  }),
  en: (scheme) => ({
    'identity-proved-again': () => ({
      subject: 'Your passport and face were shown in an app',
      what: `Somebody has shown your passport and your face in an app to get access to your ${scheme} again. If it was you, there is nothing to do.`,
    }),
    'passport-turned-away': ({ reason }) => ({
      subject: 'Your passport was shown in an app',
      what: turnedAway.en[reason](scheme),
    }),
    'user-id-shown': () => ({
      subject: 'Your user ID was shown',
      what: `The user ID of your ${scheme} has been shown in an app in which your passport and your face had been shown.`,
    }),
    'contact-added': ({ channel, to }) => ({
      subject: 'New contact details',
      what: `${channelNames.en[channel]} ${to} has been added to your ${scheme}.`,
    }),
    'contact-changed': ({ channel, to }) => ({
      subject: 'Contact details changed',
      what: `The contact details of your ${scheme} have been changed to ${channelNames.en[channel].toLowerCase()} ${to}.`,
    }),
    'app-activated': () => ({
      subject: 'New app activated',
      what: `An app has been activated. It can approve with your ${scheme}.`,
    }),
    'app-suspended': ({ reason }) => ({
      subject: 'Your app is closed',
      what: suspended.en[reason],
    }),
    'app-removed': () => ({
      subject: 'App removed',
      what: `An app has been removed and can no longer approve with your ${scheme}.`,
    }),
    'pin-blocked': () => ({
      subject: 'Your app is blocked',
      what: 'Your app is blocked because a wrong PIN was entered too many times.',
    }),
    'pin-changed': () => ({ subject: 'New PIN', what: 'The PIN of your app has been changed.' }),
    'pin-reset': () => ({
      subject: 'New PIN',
      what: 'A forgotten PIN of your app has been replaced. Your passport and your face were shown first.',
    }),
    'device-ordered': ({ kind }) => ({
      subject: `${devices.en[kind].name} ordered`,
      what: `${devices.en[kind].name} has been ordered for your ${scheme}.`,
    }),
    'device-sent': ({ kind }) => ({
      subject: `${devices.en[kind].yours} has been sent`,
      what: `${devices.en[kind].yours} has been sent to you with a letter. The letter explains how to start using it.`,
    }),
    'device-code-renewed': ({ kind }) => ({
      subject: 'A new letter is on its way',
      what: `A letter with a new code has been sent to you. With it you can start using ${devices.en[kind].yours.toLowerCase()}.`,
    }),
    'password-code-sent': ({ kind, channel, to }) => ({
      subject: 'Somebody wants to choose a password',
      what: `${passwordCode.en[channel](to)} With it and ${devices.en[kind].yours.toLowerCase()} a password can be chosen.`,
    }),
    'device-activated': ({ kind }) => ({
      subject: `${devices.en[kind].yours} is activated`,
      what: `${devices.en[kind].yours} has been activated. It can be used together with your password.`,
    }),
    'device-suspended': ({ kind, reason }) => ({
      subject: `${devices.en[kind].yours} is closed`,
      what: `${devices.en[kind].yours} is closed ${deviceSuspended.en[reason]} Nobody can use it.`,
    }),
    'device-reopened': ({ kind }) => ({
      subject: `${devices.en[kind].yours} is open again`,
      what: `${devices.en[kind].yours} has been opened again and can be used together with your password.`,
    }),
    'device-revoked': ({ kind }) => ({
      subject: `${devices.en[kind].yours} is blocked`,
      what: `${devices.en[kind].yours} is blocked for good. You can order a new one free of charge.`,
    }),
    'password-set': ({ reason }) => ({
      subject: 'New password',
      what: `${passwordSet.en[reason]} (${scheme}).`,
    }),
    'user-id-changed': () => ({
      subject: 'New user ID',
      what: `The user ID of your ${scheme} has been changed. Use the new one the next time you log on.`,
    }),
    'wishes-changed': ({ notify_every_use: each, ...language }) => ({
      subject: 'Messages and letters',
      what: `Your wishes for messages and letters from ${scheme} have been changed. ${newLanguage.en(language)}You will ${each ? '' : 'not '}be told each time your ${scheme} is used.`,
    }),
    'sign-in-completed': ({ service }) => ({
      subject: 'Your approval',
      what: `Your ${scheme} was used at ${service}.`,
    }),
    'new-browser-used': ({ service, browser, place }) => ({
      subject: 'Log-on from a new browser',
      what: `Your ${scheme} was used for ${service} from a browser we have not seen before (${from(browser, place)}).`,
    }),
    'browser-known': ({ browser }) => ({
      subject: 'Computer remembered',
      what: `The computer on which you activated your code display or code reader is now remembered (${browser}).`,
    }),
    'browser-remembered': ({ browser }) => ({
      subject: 'Computer remembered',
      what: `You have chosen that this computer is remembered (${browser}). This happens in 24 hours. If you do not want that, open the app and choose Computers you have remembered.`,
    }),
    'browser-forgotten': ({ browser, reason }) => ({
      subject: 'Computer forgotten',
      what: `A computer has been forgotten (${browser}), ${forgotten.en[reason]}`,
    }),
  }),
}

type NewLanguage = Pick<EventBodies['wishes-changed'], 'language' | 'language_before'>

const newLanguage: Record<Language, (language: NewLanguage) => string> = {
  da: ({ language, language_before: before }) =>
    before === undefined ? '' : `De kommer nu på ${languageNames.da[language]}. `,
  en: ({ language, language_before: before }) =>
    before === undefined ? '' : `They now come in ${languageNames.en[language]}. `,
}

const languageNames = {
  da: { da: 'dansk', en: 'engelsk' },
  en: { da: 'Danish', en: 'English' },
} as const

const channelNames = {
  da: { sms: 'Telefonnummer', email: 'E-mail' },
  en: { sms: 'Phone number', email: 'E-mail' },
} as const

const suspended: Record<Language, Record<EventBodies['app-suspended']['reason'], string>> = {
  da: {
    copied: 'Din app er lukket, fordi en kopi af den blev brugt. Ingen kan godkende med den.',
    pin: 'Din app er lukket, fordi der er tastet forkert PIN-kode for mange gange.',
    person: 'Din app er lukket, som du bad om.',
  },
  en: {
    copied: 'Your app is closed because a copy of it was used. Nobody can approve with it.',
    pin: 'Your app is closed because a wrong PIN was entered too many times.',
    person: 'Your app is closed, as you asked.',
  },
}

const passwordSet: Record<Language, Record<EventBodies['password-set']['reason'], string>> = {
  da: {
    activation: 'Du har valgt en adgangskode',
    change: 'Din adgangskode er ændret',
    forgotten: 'Din adgangskode er skiftet ud med en ny',
    'user-id': 'Din adgangskode er skrevet igen sammen med dit nye bruger-ID',
  },
  en: {
    activation: 'You have chosen a password',
    change: 'Your password has been changed',
    forgotten: 'Your password has been replaced by a new one',
    'user-id': 'Your password was typed again together with your new user ID',
  },
}

type PasswordCode = EventBodies['password-code-sent']['channel']

const passwordCode: Record<Language, Record<PasswordCode, (to: string) => string>> = {
  da: {
    sms: (to) => `En kode er sendt til ${to}.`,
    email: (to) => `En kode er sendt til ${to}.`,
    letter: () => 'Et brev med en kode er på vej til dig.',
  },
  en: {
    sms: (to) => `A code has been sent to ${to}.`,
    email: (to) => `A code has been sent to ${to}.`,
    letter: () => 'A letter with a code is on its way to you.',
  },
}

type TurnedAway = EventBodies['passport-turned-away']['reason']

const turnedAway: Record<Language, Record<TurnedAway, (scheme: string) => string>> = {
  da: {
    'other-face': () =>
      'Nogen har vist dit pas i en app, men ansigtet passede ikke. Ingen har fået adgang. Er dit pas væk, så meld det bortkommet.',
    'tried-too-often': () =>
      'Nogen har vist dit pas i en app for mange gange, uden at ansigtet passede. Ingen har fået adgang. Er dit pas væk, så meld det bortkommet.',
    'has-mitid': (scheme) =>
      `Nogen har vist dit pas og dit ansigt i en app for at få ${scheme}. Du har det allerede, så der blev ikke oprettet noget.`,
    'level-too-low': () =>
      'Nogen har vist dit pas og dit ansigt i en app. Passets chip kan ikke vise, at den ikke er en kopi, så ingen har fået adgang.',
    blocked: (scheme) =>
      `Nogen har vist dit pas og dit ansigt i en app. Din ${scheme} er spærret, og den blev ikke åbnet. Det kan kun ske i borgerservice.`,
  },
  en: {
    'other-face': () =>
      'Somebody has shown your passport in an app, but the face did not match. Nobody has got in. If your passport is missing, report it lost.',
    'tried-too-often': () =>
      'Somebody has shown your passport in an app too many times without the face matching. Nobody has got in. If your passport is missing, report it lost.',
    'has-mitid': (scheme) =>
      `Somebody has shown your passport and your face in an app to get a ${scheme}. You have one already, so nothing was created.`,
    'level-too-low': () =>
      'Somebody has shown your passport and your face in an app. The chip of the passport cannot show that it is not a copy, so nobody has got in.',
    blocked: (scheme) =>
      `Somebody has shown your passport and your face in an app. Your ${scheme} is blocked, and it was not opened. Only Citizen Service can do that.`,
  },
}

const forgotten: Record<Language, Record<EventBodies['browser-forgotten']['reason'], string>> = {
  da: {
    forgotten: 'som du bad om. Du får en advarsel, næste gang den bruges.',
    not_me:
      'fordi du sagde, at det ikke var dig. Har du godkendt noget, som du ikke selv begyndte på, så ring til support.',
  },
  en: {
    forgotten: 'as you asked. You get a warning the next time it is used.',
    not_me:
      'because you said that it was not you. If you approved anything that you did not start yourself, call support.',
  },
}

const devices = {
  da: {
    'code-display': { name: 'En kodeviser', yours: 'Din kodeviser' },
    'audio-reader': { name: 'En kodeoplæser', yours: 'Din kodeoplæser' },
  },
  en: {
    'code-display': { name: 'A code display', yours: 'Your code display' },
    'audio-reader': { name: 'An audio code reader', yours: 'Your audio code reader' },
  },
} as const

const deviceSuspended: Record<
  Language,
  Record<EventBodies['device-suspended']['reason'], string>
> = {
  da: {
    codes: 'fordi der er tastet forkerte koder for mange gange.',
    lost: 'fordi den er meldt mistet.',
  },
  en: {
    codes: 'because wrong codes were typed too many times.',
    lost: 'because it was reported lost.',
  },
}

const frame: Record<Language, { next: string; never: string; state: string }> = {
  da: {
    next: 'Var det ikke dig? Se straks, hvad du skal gøre:',
    never: 'Giv aldrig dine koder til andre, heller ikke til en, der ringer eller skriver til dig.',
    state: 'Beskeden kommer ikke fra den danske stats MitID.',
  },
  en: {
    next: 'Was this not you? See at once what to do:',
    never: 'Never give your codes to others, not even to somebody who calls or writes to you.',
    state: 'This message is not from the Danish state’s own MitID.',
  },
}

/** Made once: making one costs more than all the rest of a notice. */
const formats: Record<Language, Intl.DateTimeFormat> = {
  da: formatFor('da-DK'),
  en: formatFor('en-GB'),
}

function formatFor(locale: string): Intl.DateTimeFormat {
  const format = { timeZone: 'Europe/Copenhagen', dateStyle: 'long', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat(locale, format)
}

export function noticeText(telling: Telling, imprint: Imprint): NoticeText {
  const texts = noticeLanguages(telling).map((each) => textIn(each, telling, imprint))
  return {
    subject: `${imprint.scheme}: ${texts.map(({ subject }) => subject).join(' / ')}`,
    mail: texts.map(({ mail }) => mail).join('\n---\n\n'),
    sms: texts.map(({ sms }) => sms).join('\n\n'),
  }
}

/**
 * The person's; where that has changed, the one before it too, and first: whoever changed it need
 * not be the person.
 */
export function noticeLanguages(telling: Telling): readonly Language[] {
  const before = telling.type === 'wishes-changed' ? telling.body.language_before : undefined
  if (telling.type !== 'wishes-changed' || before === undefined) return [telling.language]
  return [before, telling.body.language]
}

function textIn(language: Language, telling: Telling, imprint: Imprint): NoticeText {
  const { scheme, help } = imprint
  const { subject, what } = noticeWords(telling, language, imprint)
  const { next, never, state } = frame[language]
  const when = timeOf(telling.at, language)
  return {
    subject,
    mail: `${when}\n\n${what}\n\n${next}\n${help}\n\n${never}\n\n${state}\n`,
    sms: `${scheme}: ${what} ${next} ${help}`,
  }
}

/** What has happened, without what goes around it. */
export function noticeWords(
  telling: Telling,
  language: Language,
  { scheme }: Imprint,
): { readonly subject: string; readonly what: string } {
  return say(words[language](scheme), telling)
}

function say<Type extends ToldEventType>(
  said: Words,
  telling: { readonly type: Type; readonly body: EventBodies[Type] },
) {
  return (said[telling.type] as Says<Type>)(telling.body)
}

function from(browser: string, place: string | undefined): string {
  return place === undefined ? browser : `${browser}, ${place}`
}

function timeOf(at: Instant, language: Language): string {
  return formats[language].format(new Date(at * 1000))
}
