/** Words that many screens of the app have in common. */
import { wording } from '@open-mitid/ui/wording'

export const commonWords = wording({
  da: {
    goOn: 'Fortsæt',
    cancel: 'Annullér',
    tryAgain: 'Prøv igen',
    done: 'Færdig',
    working: 'Et øjeblik …',
    pin: 'Din PIN-kode',
    toHome: 'Til forsiden',
    otherLanguage: 'English',
    notState: 'Dette er et åbent system. Det er ikke den danske stats MitID.',
    version: (version: string) => `Version ${version}`,
    nothingFound: 'Intet fundet',
  },
  en: {
    goOn: 'Continue',
    cancel: 'Cancel',
    tryAgain: 'Try again',
    done: 'Done',
    working: 'One moment …',
    pin: 'Your PIN',
    toHome: 'To the front page',
    otherLanguage: 'Dansk',
    notState: 'This is an open system. It is not the Danish state’s MitID.',
    version: (version) => `Version ${version}`,
    nothingFound: 'Nothing found',
  },
})
