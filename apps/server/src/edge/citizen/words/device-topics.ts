/** Help with phones, tablets, and other people. */
import { wording } from '@open-mitid/ui/wording'

export const deviceTopics = wording({
  da: {
    'new-phone': {
      title: 'Jeg skal have en ny telefon',
      summary: 'Aktivér appen på den nye, før du fjerner den fra den gamle.',
      explained: [
        'Appen kan ikke flyttes eller gendannes fra en sikkerhedskopi. Det er med vilje: ingen skal kunne kopiere den. Du kan have tre apps på én gang.',
      ],
      steps: [
        'Hent appen på den nye telefon, og vælg “Ny telefon, glemt PIN eller bruger-ID”. Vis dit pas og dit ansigt, og tast den kode, vi sender til dit nummer eller din e-mail.',
        'Har du ikke et pas med chip, så få en ny aktiveringskode dér, hvor du fik den første, og aktivér appen med den.',
        'Prøv at logge på et sted med den nye.',
        'Vælg “Fjern profilen fra telefonen” i den gamle apps menu, før du giver telefonen væk. Det kræver din PIN-kode.',
      ],
      words: 'skifte flytte overføre mobil backup sikkerhedskopi ny app installere',
    },
    'shared-tablet': {
      title: 'Vi er flere om en tablet eller telefon',
      summary: 'Hver har sin egen profil med egen PIN-kode. Ingen kan se de andres.',
      explained: [
        'Profilerne deler ingenting: hver har sine egne nøgler, sin egen PIN-kode og sin egen historik.',
      ],
      steps: [
        'Åbn appens menu, og vælg “Tilføj en person”.',
        'Den nye person aktiverer med sine egne to koder og vælger selv en PIN-kode, som ingen andre ser.',
        'Vælg dit eget navn, hver gang du åbner appen.',
      ],
      words: 'familie dele flere personer profil ægtefælle børn ipad tablet husstand',
    },
    'no-smartphone': {
      title: 'Jeg har ikke en smartphone',
      summary: 'Du kan få en kodeviser, eller en kodeoplæser, der læser koden højt.',
      explained: [
        'En kodeviser viser en kode på seks cifre. En kodeoplæser har store cifre og læser dem højt. Begge bruges sammen med din adgangskode.',
        'De kommer med posten og er gratis. Brevet forklarer, hvordan du tager dem i brug.',
        'Appen virker også på en tablet og i en browser på en computer.',
      ],
      steps: [
        'Vælg kodeviser eller kodeoplæser, når du får MitID. Du kan få to, så du har en reserve.',
        'Vil du hellere bruge appen, så åbn dens adresse i browseren på din tablet eller computer, og aktivér den dér.',
        'Når du logger på samme sted, så vælg “Åbn appen på denne enhed”.',
        'Brug kun en computer, som er din egen, og som ikke deles med fremmede.',
      ],
      words: 'kodeviser nøgleviser kodeoplæser gammel telefon computer pc uden mobil',
    },
    'help-others': {
      title: 'Jeg hjælper en anden',
      summary: 'Du må gerne hjælpe, men aldrig kende eller bruge den andens koder.',
      explained: [
        'En godkendelse er personens egen underskrift. Den, der har et MitID, skal selv kunne bruge det.',
      ],
      steps: [
        'Du må gerne installere appen, forklare, læse højt og sidde ved siden af.',
        'Lad personen selv vælge og taste PIN-koden, og se væk imens.',
        'Godkend aldrig for en anden, heller ikke når personen beder om det.',
        'Opbevar ikke personens telefon, tablet eller koder for ham eller hende.',
      ],
      words: 'pårørende forældre bedsteforældre hjælper værge fuldmagt ældre andre barn',
    },
  },
  en: {
    'new-phone': {
      title: 'I am getting a new phone',
      summary: 'Activate the app on the new one before you remove it from the old one.',
      explained: [
        'The app cannot be moved or restored from a backup. That is on purpose: nobody shall be able to copy it. You can have three apps at a time.',
      ],
      steps: [
        'Get the app on the new phone and choose “New phone, forgotten PIN or user ID”. Show your passport and your face, and enter the code that we send to your number or e-mail address.',
        'If you have no passport with a chip, get a new activation code where you got the first one, and activate the app with it.',
        'Try to log on somewhere with the new one.',
        'Choose “Remove the profile from the phone” in the old app’s menu before you give the phone away. It takes your PIN.',
      ],
      words: 'change move transfer mobile backup new app install switch',
    },
    'shared-tablet': {
      title: 'We share a tablet or phone',
      summary: 'Each has a profile of their own with a PIN of their own. Nobody sees the others’.',
      explained: [
        'The profiles share nothing: each has its own keys, its own PIN and its own history.',
      ],
      steps: [
        'Open the app’s menu and choose “Add a person”.',
        'The new person activates with their own two codes and chooses a PIN that nobody else sees.',
        'Choose your own name each time you open the app.',
      ],
      words: 'family share several people profile spouse children ipad tablet household',
    },
    'no-smartphone': {
      title: 'I have no smartphone',
      summary: 'You can have a code display, or a code reader that reads the code aloud.',
      explained: [
        'A code display shows a code of six digits. A code reader has large digits and reads them aloud. Both are used together with your password.',
        'They come by post and are free. The letter explains how to start using them.',
        'The app also works on a tablet and in a browser on a computer.',
      ],
      steps: [
        'Choose a code display or a code reader when you get MitID. You can have two, so that you have a spare.',
        'If you would rather use the app, open its address in the browser of your tablet or computer, and activate it there.',
        'When you log on in the same place, choose “Open the app on this device”.',
        'Only use a computer that is your own and that you do not share with strangers.',
      ],
      words: 'code display token code reader old phone computer pc without mobile',
    },
    'help-others': {
      title: 'I help somebody else',
      summary: 'You may help, but never know or use the other person’s codes.',
      explained: [
        'An approval is the person’s own signature. Whoever has a MitID must be able to use it themselves.',
      ],
      steps: [
        'You may install the app, explain, read aloud and sit beside them.',
        'Let the person choose and enter the PIN themselves, and look away meanwhile.',
        'Never approve for somebody else, not even when they ask you to.',
        'Do not keep the person’s phone, tablet or codes for them.',
      ],
      words: 'relatives parents grandparents helper guardian elderly others child',
    },
  },
})
