/** What to approve with, and why a spare. */
import { wording } from '@open-mitid/ui/wording'

export const choiceWords = wording({
  da: {
    title: 'Vælg, hvad du vil godkende med',
    hello: (name: string) => `Det er på plads, ${name}: vi ved, hvem du er.`,
    firstLegend: 'Hvad vil du bruge til daglig?',
    kinds: {
      app: {
        label: 'Appen på en telefon eller tablet',
        hint: 'Klar i dag. Du læser det, du godkender, taster en PIN-kode og stryger.',
      },
      'code-display': {
        label: 'Kodeviser',
        hint: 'En lille enhed, der viser en kode på 6 cifre. Kommer med posten.',
      },
      'audio-reader': {
        label: 'Kodeoplæser',
        hint: 'Siger koden højt og viser den med meget store tal. For dig, der ser dårligt. Kommer med posten.',
      },
    },
    spareLegend: 'Hvad vil du have i reserve?',
    spareHint: 'Med en reserve står du ikke uden MitID, når det første er væk eller i stykker.',
    spare: {
      app: 'Appen på en anden telefon eller tablet',
      'code-display': 'En kodeviser',
      'audio-reader': 'En kodeoplæser',
      none: 'Ingen reserve lige nu',
    },
    noneHint: 'Du kan få en senere. Det er gratis.',
    why: 'Hvorfor en reserve?',
    reasons: [
      'Telefoner og kodevisere går i stykker, bliver væk og bliver stjålet.',
      'Mange sletter den gamle app, før den nye er aktiveret.',
      'Uden en reserve skal du vise igen, hvem du er, før du kan logge på. Det tager tid.',
    ],
    names: { app: 'Appen', 'code-display': 'Kodeviser', 'audio-reader': 'Kodeoplæser' },
    missing: {
      first: 'Vælg, hvad du vil bruge til daglig.',
      spare: 'Vælg en reserve, eller “Ingen reserve lige nu”.',
    },
    goOn: 'Fortsæt',
  },
  en: {
    title: 'Choose what to approve with',
    hello: (name) => `That is settled, ${name}: we know who you are.`,
    firstLegend: 'What do you want to use every day?',
    kinds: {
      app: {
        label: 'The app on a phone or tablet',
        hint: 'Ready today. You read what you approve, enter a PIN and swipe.',
      },
      'code-display': {
        label: 'Code display',
        hint: 'A small device that shows a code of 6 digits. Comes by mail.',
      },
      'audio-reader': {
        label: 'Audio code reader',
        hint: 'Says the code aloud and shows it in very large digits. For you who see badly. Comes by mail.',
      },
    },
    spareLegend: 'What do you want as a spare?',
    spareHint: 'With a spare you are not left without MitID when the first is lost or broken.',
    spare: {
      app: 'The app on another phone or tablet',
      'code-display': 'A code display',
      'audio-reader': 'An audio code reader',
      none: 'No spare right now',
    },
    noneHint: 'You can get one later. It is free.',
    why: 'Why a spare?',
    reasons: [
      'Phones and code displays break, get lost and are stolen.',
      'Many people delete the old app before the new one is active.',
      'Without a spare you have to show again who you are before you can log on. That takes time.',
    ],
    names: { app: 'The app', 'code-display': 'Code display', 'audio-reader': 'Audio code reader' },
    missing: {
      first: 'Choose what you want to use every day.',
      spare: 'Choose a spare, or “No spare right now”.',
    },
    goOn: 'Continue',
  },
})
