/** The step of delivery. */
import { wording } from '@open-mitid/ui/wording'

export const deliveryWords = wording({
  da: {
    title: 'Hvordan skal det komme til dig?',
    legend: 'Hver enhed kommer sammen med et brev med en kode',
    home: 'Med posten til min adresse',
    homeHint: (address: string) => `${address}. Det er adressen i CPR-registret.`,
    homeProtected: 'Til adressen i CPR-registret. Den er beskyttet, så vi viser den ikke.',
    centre: 'Jeg henter det i borgerservice',
    centreHint: 'Tag pas eller kørekort med. Du hører fra os, når det ligger klar.',
    which: 'Hvilken borgerservice?',
    whichHint: 'Kun hvis du selv vil hente det.',
    choose: 'Vælg et sted',
    missing: 'Vælg, om det skal sendes, eller om du henter det.',
    centreMissing: 'Vælg, hvor du vil hente det.',
    noAddress:
      'CPR-registret kender ingen adresse, vi kan sende til. Du kan hente det i borgerservice.',
    letter: 'Brevet fortæller, hvordan du aktiverer enheden. Koden i brevet gælder i 30 dage.',
    goOn: 'Fortsæt',
  },
  en: {
    title: 'How do you want it to come?',
    legend: 'Each device comes together with a letter with a code',
    home: 'By mail to my address',
    homeHint: (address) => `${address}. This is the address in the CPR register.`,
    homeProtected: 'To the address in the CPR register. It is protected, so we do not show it.',
    centre: 'I pick it up at a Citizen Service Centre',
    centreHint: 'Bring your passport or driving licence. We tell you when it is there.',
    which: 'Which centre?',
    whichHint: 'Only if you want to pick it up.',
    choose: 'Choose a place',
    missing: 'Choose whether it is sent, or whether you pick it up.',
    centreMissing: 'Choose where you want to pick it up.',
    noAddress:
      'The CPR register knows no address that we can send to. You can pick it up at a Citizen Service Centre.',
    letter: 'The letter tells how to activate the device. The code in it is valid for 30 days.',
    goOn: 'Continue',
  },
})
