/** What a person reads who gets to their MitID again: a new phone, a forgotten PIN or user ID. */
import { wording } from '@open-mitid/ui/wording'

export const regainWords = wording({
  da: {
    enter: 'Ny telefon, glemt PIN eller bruger-ID',
    title: 'Kom til dit MitID igen',
    titlePin: 'Få en ny PIN-kode',
    needs:
      'Vis dit pas og dit ansigt, så ved vi, at det er dig. Du skal bruge dit pas med chip, lys nok til et billede og omkring tre minutter. Det er gratis.',
    rest: {
      title: 'Vælg, hvad du har brug for',
      text: 'MitID på denne telefon, dit bruger-ID, eller at en app på en mistet telefon lukkes.',
    },
    restPin: {
      title: 'Vælg en ny PIN-kode',
      text: 'Appen bliver på telefonen. Kun PIN-koden er ny.',
    },
    told: 'Vi skriver til alle dine kontaktoplysninger, at det er sket. Så opdager du det, hvis det ikke var dig.',
    other:
      'Du kan også gå i borgerservice med pas eller kørekort. De hjælper dig med det samme. Eller ring til support.',

    forgotten: 'Har du glemt PIN-koden?',
    forgottenTitle: 'Har du glemt din PIN-kode?',
    forgottenText:
      'Ingen kan se din PIN-kode, heller ikke vi. Du kan få en ny. Det, du har godkendt, og dine andre apps ændres ikke.',
    byPassport: 'Med pas og ansigt',
    byPassportText: 'Her i appen, med det samme. Du skal bruge dit pas med chip.',
    byCentre: 'I borgerservice',
    byCentreText: 'Tag pas eller kørekort med. De giver dig en ny aktiveringskode.',
    wait: 'Kan du næsten huske den? Et forkert forsøg koster tid: efter 3 forsøg skal du vente.',

    personText:
      'Passet er ægte, og du er den på fotoet. Billederne er slettet. Vi har skrevet til dig, at dit pas og ansigt er vist.',
    accessTitle: 'Hvad har du brug for?',
    phoneTitle: 'MitID på denne telefon',
    phoneText:
      'Vi sender en kode til et telefonnummer eller en e-mail, du har givet os før. Har du ingen af delene, kommer den med brev. Tast den, og vælg en PIN-kode.',
    phone: 'Brug MitID på denne telefon',
    opening: 'Gør klar …',
    userIdTitle: 'Dit bruger-ID',
    userIdText: 'Vi skriver til dig, at det er vist.',
    showUserId: 'Vis mit bruger-ID',
    fetching: 'Henter …',
    userIdIs: 'Dit bruger-ID er',
    userIdKeep: 'Skriv det ned et sikkert sted. Del det kun med support, når du selv ringer.',
    appsTitle: 'Apps med dit MitID',
    appsText:
      'Har du mistet en telefon, så luk appen på den nu. Ellers lad den være: den virker stadig.',
    noApps: 'Der er ingen aktive apps.',
    app: (number: string, time: string) => `App ${number}, aktiveret ${time}`,
    close: (number: string) => `Luk app ${number}`,
    closeTitle: (number: string) => `Luk app ${number}?`,
    closeText: 'Den kan ikke åbnes igen. Ingen kan godkende med den fra nu af.',
    closeYes: 'Ja, luk den',
    closeNo: 'Nej, lad den være',
    closing: 'Lukker …',
    closed: 'Appen er lukket. Vi har skrevet til dig.',
    finished: 'Jeg er færdig',

    resetting: 'Skifter PIN-koden …',
    resetTitle: 'Din PIN-kode er ny',
    resetText: 'Brug den fra nu af. Vi har skrevet til dig, at den er skiftet.',

    refusedTitle: 'Du kan ikke komme ind med dette pas',
  },
  en: {
    enter: 'New phone, forgotten PIN or user ID',
    title: 'Get to your MitID again',
    titlePin: 'Get a new PIN',
    needs:
      'Show your passport and your face, and we know that it is you. You need your passport with a chip, enough light for a picture, and about three minutes. It is free.',
    rest: {
      title: 'Choose what you need',
      text: 'MitID on this phone, your user ID, or to have an app on a lost phone closed.',
    },
    restPin: {
      title: 'Choose a new PIN',
      text: 'The app stays on the phone. Only the PIN is new.',
    },
    told: 'We write to all of your contact details that it happened. So you find out if it was not you.',
    other:
      'You can also go to a Citizen Service Centre with your passport or driving licence. They help you at once. Or call support.',

    forgotten: 'Forgotten your PIN?',
    forgottenTitle: 'Have you forgotten your PIN?',
    forgottenText:
      'Nobody can see your PIN, not even we. You can get a new one. What you have approved, and your other apps, stay as they are.',
    byPassport: 'With passport and face',
    byPassportText: 'Here in the app, at once. You need your passport with a chip.',
    byCentre: 'At a Citizen Service Centre',
    byCentreText: 'Bring your passport or driving licence. They give you a new activation code.',
    wait: 'Do you almost remember it? A wrong try costs time: after 3 tries you must wait.',

    personText:
      'The passport is genuine, and you are the one in the photo. The pictures are deleted. We have written to you that your passport and face were shown.',
    accessTitle: 'What do you need?',
    phoneTitle: 'MitID on this phone',
    phoneText:
      'We send a code to a phone number or e-mail address that you gave us before. If you have neither, it comes by letter. Enter it, and choose a PIN.',
    phone: 'Use MitID on this phone',
    opening: 'Getting ready …',
    userIdTitle: 'Your user ID',
    userIdText: 'We write to you that it was shown.',
    showUserId: 'Show my user ID',
    fetching: 'Fetching …',
    userIdIs: 'Your user ID is',
    userIdKeep: 'Write it down in a safe place. Share it only with support when you call them.',
    appsTitle: 'Apps with your MitID',
    appsText:
      'If you have lost a phone, close the app on it now. Otherwise leave it: it still works.',
    noApps: 'There are no active apps.',
    app: (number, time) => `App ${number}, activated ${time}`,
    close: (number) => `Close app ${number}`,
    closeTitle: (number) => `Close app ${number}?`,
    closeText: 'It cannot be opened again. Nobody can approve with it from now on.',
    closeYes: 'Yes, close it',
    closeNo: 'No, leave it',
    closing: 'Closing …',
    closed: 'The app is closed. We have written to you.',
    finished: 'I am done',

    resetting: 'Changing the PIN …',
    resetTitle: 'Your PIN is new',
    resetText: 'Use it from now on. We have written to you that it was changed.',

    refusedTitle: 'You cannot get in with this passport',
  },
})
