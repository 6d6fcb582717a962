/** What a person approves with: the app, or a device that is sent with a letter. */
import { wording } from '@open-mitid/ui/wording'

export const deviceWords = wording({
  da: {
    title: 'Hvad vil du godkende med?',
    firstLegend: 'Til daglig',
    first: {
      app: {
        label: 'Appen på denne telefon',
        hint: 'Klar om lidt. Du vælger en PIN-kode.',
      },
      'code-display': {
        label: 'Kodeviser',
        hint: 'En lille enhed, der viser en kode på 6 cifre. Du venter nogle dage på den.',
      },
      'audio-reader': {
        label: 'Kodeoplæser',
        hint: 'Siger koden højt og viser den med meget store tal. Du venter nogle dage på den.',
      },
    },
    spareLegend: 'I reserve',
    spareHint:
      'Med en reserve har du stadig MitID, hvis det første bliver væk eller går i stykker.',
    spare: {
      'code-display': 'En kodeviser',
      'audio-reader': 'En kodeoplæser',
      none: 'Ingen reserve lige nu',
    },
    noneHint: 'Du kan få en senere. Det er gratis.',
    firstMissing: 'Vælg, hvad du vil godkende med til daglig.',
    spareMissing: 'Vælg en reserve, eller “Ingen reserve lige nu”.',

    deliveryTitle: 'Hvordan skal det komme til dig?',
    deliveryLegend: 'Hver enhed kommer sammen med et brev med en kode',
    home: 'Med posten til min adresse',
    homeHint: (address: string) => `${address}. Det er adressen i CPR.`,
    homeProtected: 'Til adressen i CPR. Den er beskyttet, så vi viser den ikke.',
    protectedPlace: 'din beskyttede adresse i CPR',
    centre: 'Jeg henter det i borgerservice',
    centreHint: 'Tag pas eller kørekort med. Du hører fra os, når det ligger klar.',
    which: 'Hvilken borgerservice?',
    choose: 'Vælg et sted',
    toMissing: 'Vælg, om det skal sendes, eller om du henter det.',
    centreMissing: 'Vælg, hvor du vil hente det.',
    noAddress: 'CPR kender ingen adresse, vi kan sende til. Du kan hente det i borgerservice.',
    noSuchPlace: 'Det kan ikke lade sig gøre dér. Vælg et andet sted.',

    firstLabel: 'Til daglig',
    spareLabel: 'I reserve',
    placeLabel: { home: 'Sendes til', centre: 'Hentes hos' },
    names: {
      app: 'Appen på denne telefon',
      'code-display': 'Kodeviser',
      'audio-reader': 'Kodeoplæser',
    },
    thenSent: 'Du kan bruge det, når enheden er kommet, og du har aktiveret den.',

    orderedTitle: {
      'code-display': 'Din kodeviser er bestilt',
      'audio-reader': 'Din kodeoplæser er bestilt',
    },
    orderedBoth: 'Dine enheder er bestilt',
    orderedLead: {
      home: (place: string) => `Den kommer med posten til ${place}. Det tager nogle dage.`,
      centre: (place: string) => `Du henter den hos ${place}. Du hører fra os, når den er der.`,
    },
    remember: 'Husk dit bruger-ID',
    orderedNext: 'Når den er kommet',
    orderedSteps: [
      'Sammen med enheden er der et brev med en kode. Den gælder i 30 dage, og kun du må se den.',
      'Åbn adressen, der står i brevet, eller brug linket herunder.',
      'Skriv serienummeret bag på enheden og koden fra brevet, og vælg en adgangskode.',
    ],
    activateAt: 'Her aktiverer du enheden (nyt vindue)',
    tooLate:
      'Kommer den ikke inden for to uger, så ring til support. Der bliver aldrig spurgt om koden.',
    toPin: 'Videre til PIN-koden',
    close: 'Færdig',
  },
  en: {
    title: 'What do you want to approve with?',
    firstLegend: 'Every day',
    first: {
      app: {
        label: 'The app on this phone',
        hint: 'Ready in a moment. You choose a PIN.',
      },
      'code-display': {
        label: 'Code display',
        hint: 'A small device that shows a code of 6 digits. You wait some days for it.',
      },
      'audio-reader': {
        label: 'Audio code reader',
        hint: 'Says the code aloud and shows it in very large digits. You wait some days for it.',
      },
    },
    spareLegend: 'As a spare',
    spareHint: 'With a spare you still have MitID if the first is lost or broken.',
    spare: {
      'code-display': 'A code display',
      'audio-reader': 'An audio code reader',
      none: 'No spare right now',
    },
    noneHint: 'You can get one later. It is free.',
    firstMissing: 'Choose what you want to approve with every day.',
    spareMissing: 'Choose a spare, or “No spare right now”.',

    deliveryTitle: 'How do you want it to come?',
    deliveryLegend: 'Each device comes together with a letter with a code',
    home: 'By mail to my address',
    homeHint: (address) => `${address}. This is the address in the CPR register.`,
    homeProtected: 'To the address in the CPR register. It is protected, so we do not show it.',
    protectedPlace: 'your protected address in the CPR register',
    centre: 'I pick it up at a Citizen Service Centre',
    centreHint: 'Bring your passport or driving licence. We tell you when it is there.',
    which: 'Which centre?',
    choose: 'Choose a place',
    toMissing: 'Choose whether it is sent, or whether you pick it up.',
    centreMissing: 'Choose where you want to pick it up.',
    noAddress:
      'The CPR register knows no address that we can send to. You can pick it up at a Citizen Service Centre.',
    noSuchPlace: 'That cannot be done there. Choose another place.',

    firstLabel: 'Every day',
    spareLabel: 'As a spare',
    placeLabel: { home: 'Sent to', centre: 'Picked up at' },
    names: {
      app: 'The app on this phone',
      'code-display': 'Code display',
      'audio-reader': 'Audio code reader',
    },
    thenSent: 'You can use it when the device has come and you have activated it.',

    orderedTitle: {
      'code-display': 'Your code display is ordered',
      'audio-reader': 'Your audio code reader is ordered',
    },
    orderedBoth: 'Your devices are ordered',
    orderedLead: {
      home: (place) => `It comes by mail to ${place}. That takes some days.`,
      centre: (place) => `You pick it up at ${place}. We tell you when it is there.`,
    },
    remember: 'Remember your user ID',
    orderedNext: 'When it has come',
    orderedSteps: [
      'With the device comes a letter with a code. It is valid for 30 days, and only you may see it.',
      'Open the address that stands in the letter, or use the link below.',
      'Type the serial number on the back of the device and the code from the letter, and choose a password.',
    ],
    activateAt: 'This is where you activate it (new window)',
    tooLate: 'If it has not come within two weeks, call support. Nobody ever asks for the code.',
    toPin: 'On to the PIN',
    close: 'Done',
  },
})
