/** A reader of passports at a computer: how it is connected, and how a passport is laid on it. */
import { wording } from '@open-mitid/ui/wording'

export const readerWords = wording({
  da: {
    entry: 'Brug en læser ved denne computer',
    entryText: 'Har computeren en kortlæser, der læser pas, kan du læse dit pas her.',
    connected: 'Læseren er forbundet',
    title: 'Forbind en læser',
    lead: 'Læseren og dens program skal være på denne computer.',
    steps: [
      'Sæt læseren i computeren.',
      'Start programmet MitID-læser. Det viser en kode på 8 tegn.',
      'Skriv koden her. Den kan bruges én gang.',
    ],
    warning: 'Har nogen ringet eller skrevet til dig om en kode til en læser, så lad være.',
    code: 'Koden fra læserprogrammet',
    codeHint: 'For eksempel K7M2-9QXD',
    codeMissing: 'Skriv hele koden på 8 tegn, som den står i læserprogrammet.',
    codeWrong: 'Koden passer ikke. Skriv den kode, der står i læserprogrammet nu.',
    noProgram:
      'Vi kan ikke nå et læserprogram på denne computer. Start det, sig ja, hvis browseren spørger, om siden må nå computeren, og prøv igen.',
    connect: 'Forbind',
    connecting: 'Forbinder …',
    connectAgain: 'Forbind læseren igen',
    chipTitle: 'Læg passet på læseren',
    chipText:
      'Åbn passet, og læg siden med dit foto mod læseren. Lad det ligge stille, til appen siger, at den er færdig. Det tager op til et minut.',
  },
  en: {
    entry: 'Use a reader at this computer',
    entryText: 'If the computer has a card reader that reads passports, you can read yours here.',
    connected: 'The reader is connected',
    title: 'Connect a reader',
    lead: 'The reader and its program must be on this computer.',
    steps: [
      'Connect the reader to the computer.',
      'Start the program MitID reader. It shows a code of 8 characters.',
      'Type the code here. It works once.',
    ],
    warning: 'If anybody called or wrote to you about a code for a reader, do not do it.',
    code: 'The code of the reader program',
    codeHint: 'For example K7M2-9QXD',
    codeMissing: 'Type the whole code of 8 characters as it stands in the reader program.',
    codeWrong: 'The code does not fit. Type the code that stands in the reader program now.',
    noProgram:
      'We cannot reach a reader program on this computer. Start it, say yes if the browser asks whether the page may reach the computer, and try again.',
    connect: 'Connect',
    connecting: 'Connecting …',
    connectAgain: 'Connect the reader again',
    chipTitle: 'Lay the passport on the reader',
    chipText:
      'Open the passport and lay the page with your photo on the reader. Let it lie still until the app says that it is done. It takes up to a minute.',
  },
})
