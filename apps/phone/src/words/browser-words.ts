/** The computers and browsers in which a person is not warned, and how they object to one. */
import { wording } from '@open-mitid/ui/wording'

export const browserWords = wording({
  da: {
    title: 'Computere, du har husket',
    pinText: 'Indtast din PIN-kode for at se dem.',
    open: 'Vis computere',
    opening: 'Henter …',
    text: 'Når du bruger dit MitID på en af dem, får du ingen advarsel om en ny computer. Kender du ikke en af dem, så sig til.',
    none: 'Ingen computere er husket. Du får en advarsel, hver gang dit MitID bruges på en ny.',
    nameless: 'En browser, der ikke siger, hvad den er',
    since: (service: string, time: string) => `Brugt til ${service}, ${time}`,
    from: (time: string) => `Bliver husket fra ${time}. Indtil da kan du sige nej.`,
    forget: 'Glem denne computer',
    notMe: 'Det var ikke mig',
    about: (verb: string, browser: string, time: string) => `${verb}: ${browser}, ${time}`,
    working: 'Glemmer …',
    forgotten: 'Computeren er glemt. Du får en advarsel, næste gang den bruges.',
    notMeTitle: 'Computeren er glemt',
    notMeText:
      'Du har sagt, at det ikke var dig. Så har en anden måske fået dig til at godkende noget. Se efter i Mine godkendelser, skift din PIN-kode, og ring til support, hvis du ser noget, du ikke selv begyndte på.',
  },
  en: {
    title: 'Computers you have remembered',
    pinText: 'Enter your PIN to see them.',
    open: 'Show computers',
    opening: 'Fetching …',
    text: 'When you use your MitID on one of them, you are not warned of a new computer. If you do not know one of them, say so.',
    none: 'No computers are remembered. You are warned each time your MitID is used on a new one.',
    nameless: 'A browser that does not say what it is',
    since: (service, time) => `Used for ${service}, ${time}`,
    from: (time) => `Will be remembered from ${time}. Until then you can say no.`,
    forget: 'Forget this computer',
    notMe: 'This was not me',
    about: (verb, browser, time) => `${verb}: ${browser}, ${time}`,
    working: 'Forgetting …',
    forgotten: 'The computer is forgotten. You are warned the next time it is used.',
    notMeTitle: 'The computer is forgotten',
    notMeText:
      'You said that it was not you. Somebody may have made you approve something. Look through My approvals, change your PIN, and call support if you see anything that you did not start yourself.',
  },
})
