/** What a person reads when something was refused: what happened, and what to do next. */
import { wording } from '@open-mitid/ui/wording'

const again = {
  da: 'Prøv igen. Bliver det ved, så ring til support.',
  en: 'Try again. If it goes on, call support.',
}

export const problemWords = wording({
  da: {
    unreachable:
      'Appen kan ikke få fat i serveren. Se efter, om du har net, og prøv igen. Intet går tabt.',
    untrusted:
      'Appen kan ikke se, at anmodningen kommer fra MitID, og viser den derfor ikke. Intet er godkendt. Begynd forfra hos tjenesten. Sker det igen, så ring til support.',
    fault: `Noget gik galt hos os. ${again.da}`,
    unclear: `Serveren forstod ikke appen. Luk appen helt, og åbn den igen. ${again.da}`,
    activationUnknown: 'Aktiveringskoden passer ikke, er brugt eller er udløbet. Hent en ny.',
    activationEnded: 'Aktiveringen er slut. Begynd forfra med en ny aktiveringskode.',
    secondWrong: 'Koden passer ikke. Brug den nyeste, du har fået.',
    registration: 'Det tog for lang tid. Begynd forfra på dette trin.',
    claimUnknown: 'Vi fandt ikke noget at godkende. Begynd igen på siden.',
    wait: (time: string) => `Du kan prøve igen ${time}.`,
    pinWait: (time: string) =>
      `PIN-koden er tastet forkert for mange gange. Du kan prøve igen ${time}.`,
    pinBlocked:
      'PIN-koden er tastet forkert for mange gange og er nu spærret. Vælg “Har du glemt PIN-koden?”, og få en ny, eller ring til support.',
    pinWrong: (tries: string) => `PIN-koden er forkert. ${tries}.`,
    notProved: 'Det tog for lang tid, eller passet er en andens. Vis dit pas igen.',
    pinNeeded: 'Indtast din PIN-kode igen.',
    movedOn: 'Tiden er gået, eller det blev afsluttet et andet sted. Intet er godkendt.',
    ended: 'Profilen virker ikke længere på denne telefon.',
    triesLeft: {
      one: 'Du har 1 forsøg, før du skal vente',
      other: (count: string) => `Du har ${count} forsøg, før du skal vente`,
    },
    noTries: 'Du har ikke flere forsøg nu',
    notSixDigits: 'PIN-koden skal have 6 cifre.',
    repeated: 'Den PIN-kode gentager de samme cifre og er let at gætte. Vælg en anden.',
    inARow: 'Cifre i rækkefølge er lette at gætte. Vælg en anden.',
    tooCommon: 'Den PIN-kode vælger mange, og den prøves først. Vælg en anden.',
    atTime: (time: string) => `kl. ${time}`,
    onDay: (time: string) => `den ${time}`,
  },
  en: {
    unreachable:
      'The app cannot reach the server. Check whether you are online, and try again. Nothing is lost.',
    untrusted:
      'The app cannot see that the request comes from MitID, so it does not show it. Nothing is approved. Start again at the service. If it happens again, call support.',
    fault: `Something went wrong on our side. ${again.en}`,
    unclear: `The server did not understand the app. Close the app fully and open it again. ${again.en}`,
    activationUnknown:
      'The activation code does not fit, has been used or has expired. Get a new one.',
    activationEnded: 'The activation has ended. Start over with a new activation code.',
    secondWrong: 'The code does not fit. Use the newest one you have got.',
    registration: 'It took too long. Begin this step again.',
    claimUnknown: 'We found nothing to approve. Begin again on the page.',
    wait: (time) => `You can try again ${time}.`,
    pinWait: (time) => `The PIN was typed wrongly too often. You can try again ${time}.`,
    pinBlocked:
      'The PIN was typed wrongly too often and is now blocked. Choose “Forgotten your PIN?” and get a new one, or call support.',
    pinWrong: (tries) => `The PIN is wrong. ${tries}.`,
    notProved: 'It took too long, or the passport is somebody else’s. Show your passport again.',
    pinNeeded: 'Enter your PIN again.',
    movedOn: 'The time ran out, or it was ended elsewhere. Nothing has been approved.',
    ended: 'The profile no longer works on this phone.',
    triesLeft: {
      one: 'You have 1 try before you must wait',
      other: (count) => `You have ${count} tries before you must wait`,
    },
    noTries: 'You have no more tries now',
    notSixDigits: 'The PIN must have 6 digits.',
    repeated: 'That PIN repeats the same digits and is easy to guess. Choose another.',
    inARow: 'Digits in a row are easy to guess. Choose another.',
    tooCommon: 'Many people choose that PIN, and it is tried first. Choose another.',
    atTime: (time) => `at ${time}`,
    onDay: (time) => `on ${time}`,
  },
})
