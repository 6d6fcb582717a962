/** A spare: the spare page, and the guides and support pages beside it. */
import { wording } from '@open-mitid/ui/wording'

export const spareWords = wording({
  da: {
    title: 'Få en reserve',
    summary:
      'Med en app mere står du ikke uden MitID, når telefonen går i stykker eller bliver væk.',
    lead: 'En reserve er en app mere, på en anden telefon, tablet eller computer. Så kan du stadig bruge dit MitID, hvis den første er væk.',
    why: 'Derfor',
    whyPoints: [
      'Telefoner går i stykker, bliver væk og bliver stjålet.',
      'Mange sletter den gamle app, før den nye er aktiveret.',
      'Uden en reserve skal du have nye koder, før du kan logge på igen. Det tager tid.',
    ],
    how: 'Sådan får du en',
    howSteps: [
      'Få en ny aktiveringskode dér, hvor du fik den første. Det er gratis.',
      'Hent appen på den anden enhed, og aktivér den med koden.',
      'Vælg en PIN-kode til den. Det er en ny PIN-kode, og den behøver ikke være den samme.',
      'Prøv at logge på med den.',
    ],
    keep: 'Pas på den',
    keepPoints: [
      'Opbevar den et andet sted end den første.',
      'Den kan det samme som den første. Den skal passes lige så godt på.',
      'Du kan have tre apps på én gang. Fjern dem, du ikke bruger, i appens menu.',
    ],
    device: 'En reserve uden smartphone',
    deviceText:
      'Vælg to apparater, når du får MitID: en kodeviser eller kodeoplæser og en til. De kommer med posten, og brevet forklarer, hvordan du tager dem i brug.',
  },
  en: {
    title: 'Get a spare',
    summary: 'With one more app you are not left without MitID when your phone breaks or is lost.',
    lead: 'A spare is one more app, on another phone, tablet or computer. You can then still use your MitID if the first is gone.',
    why: 'Why',
    whyPoints: [
      'Phones break, get lost and are stolen.',
      'Many people delete the old app before the new one is activated.',
      'Without a spare you need new codes before you can log on again. That takes time.',
    ],
    how: 'How to get one',
    howSteps: [
      'Get a new activation code where you got the first one. It is free.',
      'Get the app on the other device, and activate it with the code.',
      'Choose a PIN for it. It is a new PIN and need not be the same.',
      'Try to log on with it.',
    ],
    keep: 'Keep it safe',
    keepPoints: [
      'Keep it in another place than the first.',
      'It can do the same as the first. Look after it just as well.',
      'You can have three apps at a time. Remove those you do not use, in the app’s menu.',
    ],
    device: 'A spare without a smartphone',
    deviceText:
      'Choose two devices when you get MitID: a code display or code reader, and one more. They come by post, and the letter explains how to start using them.',
  },
})
