/** What a person reads while a request is brought into the app: by camera, screen or typing. */
import { wording } from '@open-mitid/ui/wording'

export const scanWords = wording({
  da: {
    title: 'Scan QR-koden',
    text: 'Ret kameraet mod QR-koden på den anden skærm.',
    opening: 'Åbner kameraet …',
    looking: 'Leder efter en QR-kode …',
    picture: 'Det, kameraet ser',
    light: 'Lys',
    type: 'Indtast en kode i stedet',
    shareTitle: 'Er QR-koden på denne computer?',
    shareText:
      'En computer kan ikke filme sin egen skærm. Lad i stedet appen se det vindue, som viser QR-koden. Intet gemmes eller sendes.',
    share: 'Se på et vindue',
    sharing: 'Ser på vinduet …',
    camera: 'Brug kameraet',
    notOurs: 'Det er ikke en QR-kode fra MitID. Ret kameraet mod den, MitID-boksen viser.',
    refused: {
      camera:
        'Appen har ikke lov til at bruge kameraet. Giv lov i browserens indstillinger for denne side, eller indtast en kode i stedet.',
      screen: 'Appen fik ikke lov til at se vinduet. Prøv igen, eller indtast en kode i stedet.',
    },
    none: 'Der er intet kamera her. Indtast en kode i stedet: vælg “Vis en kode, du kan indtaste” på siden.',
    inUse: 'Kameraet bruges af et andet program. Luk det, og prøv igen.',
    stopped: 'Billedet stoppede. Prøv igen.',

    typeTitle: 'Indtast koden fra skærmen',
    typeLabel: 'Kode på 8 tegn',
    typeHint:
      'Vælg “Vis en kode, du kan indtaste” på siden, hvor du bruger MitID. Du kan også sætte koden ind.',
    typeMissing: 'Koden har 8 bogstaver og tal. Se efter, om du har dem alle.',
    fetch: 'Hent',
    claiming: 'Henter det, du skal svare på …',
    claimTitle: 'Vi fandt ikke noget at godkende',
    claimQr: 'Se efter, at bruger-ID’et på computeren er dit. QR-koden kan også være for gammel.',
    claimStart: 'Linket gælder kun ét minut og kun én gang. Gå tilbage til siden, og begynd igen.',
    claimCode:
      'Se efter, at bruger-ID’et på computeren er dit, og at koden er den nyeste på siden.',
    scanAgain: 'Scan igen',
    waitUntil: (time: string) =>
      `Koden blev tastet forkert flere gange. Du kan prøve igen ${time}.`,
  },
  en: {
    title: 'Scan the QR code',
    text: 'Point the camera at the QR code on the other screen.',
    opening: 'Opening the camera …',
    looking: 'Looking for a QR code …',
    picture: 'What the camera sees',
    light: 'Light',
    type: 'Type a code instead',
    shareTitle: 'Is the QR code on this computer?',
    shareText:
      'A computer cannot film its own screen. Let the app look at the window that shows the QR code instead. Nothing is kept or sent.',
    share: 'Look at a window',
    sharing: 'Looking at the window …',
    camera: 'Use the camera',
    notOurs:
      'This is not a QR code from MitID. Point the camera at the one that the MitID box shows.',
    refused: {
      camera:
        'The app may not use the camera. Allow it in the browser’s settings for this page, or type a code instead.',
      screen: 'The app was not allowed to see the window. Try again, or type a code instead.',
    },
    none: 'There is no camera here. Type a code instead: choose “Show a code to type” on the page.',
    inUse: 'Another program is using the camera. Close it and try again.',
    stopped: 'The picture stopped. Try again.',

    typeTitle: 'Type the code from the screen',
    typeLabel: 'Code of 8 characters',
    typeHint:
      'Choose “Show a code to type” on the page where you use MitID. You can also paste the code.',
    typeMissing: 'The code has 8 letters and digits. Check that you have all of them.',
    fetch: 'Fetch',
    claiming: 'Fetching what you are asked …',
    claimTitle: 'We found nothing to approve',
    claimQr: 'Check that the user ID on the computer is yours. The QR code may also be too old.',
    claimStart:
      'The link is valid for one minute and once only. Go back to the page and begin again.',
    claimCode:
      'Check that the user ID on the computer is yours, and that the code is the newest one on the page.',
    scanAgain: 'Scan again',
    waitUntil: (time) => `The code was typed wrongly several times. You can try again ${time}.`,
  },
})
