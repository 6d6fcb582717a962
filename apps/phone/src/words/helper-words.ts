/** Two phones and one passport: what its holder and their helper read. */
import { wording } from '@open-mitid/ui/wording'

export const helperWords = wording({
  da: {
    offer: 'Brug en hjælpers telefon',
    title: 'Lad en hjælpers telefon læse passet',
    lead: 'En, du stoler på, kan læse dit pas med sin Android-telefon. Dit MitID kommer på telefonen her.',
    steps: [
      'Stå sammen, og hav dit pas klar.',
      'Hjælperen åbner appen, vælger “Hjælp en anden med pas” og scanner koden her.',
      'Hjælperens telefon læser passet. Så går du selv videre her.',
    ],
    qrAlt: 'QR-kode til hjælperens telefon. Den kan kun bruges én gang.',
    changes: 'Koden skifter af sig selv hvert andet minut.',
    warning: 'Send aldrig koden til nogen, og vis den kun til den, du står sammen med.',
    fetching: 'Henter en kode …',
    waiting: 'Venter på hjælperens telefon',
    takenTitle: 'En telefon har scannet koden',
    takenText:
      'Er det den telefon, I står med? Så læg passet på den. Du går selv videre her, når den er færdig.',
    taken: 'Hjælperens telefon læser passet',
    notOurs: 'Det er en anden telefon: vis en ny kode',

    entry: 'Hjælp en anden med pas',
    entryText:
      'Kan en andens telefon ikke læse pas, så kan din gøre det for dem. Intet bliver på din telefon.',
    scanTitle: 'Scan koden på den andens telefon',
    scanText: 'Den anden vælger “Få MitID med dit pas” og “Brug en hjælpers telefon” i sin app.',
    scanLooking: 'Leder efter koden',
    scanInstead: 'Du kan også åbne telefonens eget kamera og scanne koden med det.',
    otherCode: 'Det er ikke koden fra “Brug en hjælpers telefon”. Find den på den andens telefon.',
    beforeTitle: 'Du hjælper en anden med deres pas',
    before: [
      'Gør det kun for en, der står ved siden af dig. Har nogen ringet eller skrevet til dig om det, så lad være.',
      'Du scanner de to linjer i passet og lægger det på telefonen.',
      'Resten gør den anden på sin egen telefon. Du ser hverken koder, bruger-ID eller svar.',
      'Intet om den anden bliver liggende på din telefon.',
    ],
    cannotTitle: 'Denne telefon kan ikke læse et pas',
    cannot:
      'En app i browseren eller på en iPhone kan ikke nå chippen i et pas. Find en anden, eller gå til borgerservice.',
    scanAgain: 'Scan en ny kode',
    doneTitle: 'Passet er læst',
    doneText:
      'Giv passet tilbage. Den anden går selv videre på sin egen telefon. Intet om passet ligger på din telefon nu.',
    refusedTitle: 'Passet kan ikke bruges',
    refusedText: 'Den anden har fået det samme at vide på sin telefon.',
  },
  en: {
    offer: 'Use a helper’s phone',
    title: 'Let a helper’s phone read the passport',
    lead: 'Somebody you trust can read your passport with their Android phone. Your MitID comes onto this phone.',
    steps: [
      'Stand together, and have your passport ready.',
      'Your helper opens the app, chooses “Help somebody with their passport” and scans the code here.',
      'The helper’s phone reads the passport. Then you go on here yourself.',
    ],
    qrAlt: 'QR code for the helper’s phone. It works only once.',
    changes: 'The code changes by itself every other minute.',
    warning: 'Never send the code to anybody, and show it only to the person you stand with.',
    fetching: 'Fetching a code …',
    waiting: 'Waiting for the helper’s phone',
    takenTitle: 'A phone has scanned the code',
    takenText:
      'Is it the phone that you have there? Then lay the passport on it. You go on here yourself when it is done.',
    taken: 'The helper’s phone is reading the passport',
    notOurs: 'It is another phone: show a new code',

    entry: 'Help somebody with their passport',
    entryText:
      'If another’s phone cannot read a passport, yours can do it for them. Nothing stays on your phone.',
    scanTitle: 'Scan the code on the other’s phone',
    scanText:
      'The other chooses “Get a MitID with your passport” and “Use a helper’s phone” in their app.',
    scanLooking: 'Looking for the code',
    scanInstead: 'You can also open the phone’s own camera and scan the code with it.',
    otherCode: 'That is not the code from “Use a helper’s phone”. Find it on the other’s phone.',
    beforeTitle: 'You help somebody with their passport',
    before: [
      'Do it only for somebody who stands beside you. If anybody called or wrote to you about it, do not.',
      'You scan the two lines in the passport and lay it on the phone.',
      'The other does the rest on their own phone. You see no codes, no user ID and no answers.',
      'Nothing of the other stays on your phone.',
    ],
    cannotTitle: 'This phone cannot read a passport',
    cannot:
      'An app in the browser or on an iPhone cannot reach the chip of a passport. Find somebody else, or go to a Citizen Service Centre.',
    scanAgain: 'Scan a new code',
    doneTitle: 'The passport has been read',
    doneText:
      'Give the passport back. The other goes on by themselves on their own phone. Nothing of the passport is on your phone now.',
    refusedTitle: 'The passport cannot be used',
    refusedText: 'The other has been told the same on their phone.',
  },
})
