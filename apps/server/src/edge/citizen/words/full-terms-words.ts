/** The terms, whole. A change of them is a new version in `identity/enrolment/terms.ts`. */
import { wording } from '@open-mitid/ui/wording'

export const fullTermsWords = wording({
  da: {
    title: 'Vilkår for MitID',
    summary: 'Det, du siger ja til, når du får MitID.',
    lead: 'Vilkårene er skrevet, så de kan læses. Er der noget, du ikke forstår, så spørg, før du siger ja.',
    version: (day: string) => `Gælder fra ${day}.`,
    privacy: 'Hvordan vi behandler dine oplysninger, står på en side for sig:',
    parts: {
      what: {
        title: '1. Hvad MitID er',
        points: [
          'MitID er en digital legitimation. Med den viser du tjenester, hvem du er, og siger ja til det, du har læst.',
          'Når du godkender noget med MitID, svarer det til din underskrift på papir. Du kan blive bundet af det.',
          'Dette er ikke den danske stats MitID.',
        ],
      },
      who: {
        title: '2. Hvem der kan få det',
        points: [
          'Du skal være fyldt 13 år, og din identitet skal være bekræftet.',
          'Man kan kun have ét MitID.',
          'Du skal selv kunne bruge det. En anden må hjælpe dig, men ikke kende dine koder.',
        ],
      },
      yours: {
        title: '3. Det skal du gøre',
        points: [
          'Hold PIN-kode, adgangskode og koder for dig selv, også over for familie, bank, politi og support.',
          'Del aldrig app, kodeviser eller kodeoplæser med nogen. Flere kan bruge samme tablet, når hver har sin egen profil.',
          'Læs altid det, du godkender. Godkend aldrig noget, fordi en ringer, skriver eller kommer på besøg.',
          'Spær dit MitID med det samme, hvis en enhed er væk, eller en anden kender en kode.',
          'Hold telefonnummer og e-mail ved lige, så du får besked, når noget ændrer sig.',
          'Dine oplysninger skal være rigtige. Du må ikke få MitID i en andens navn.',
        ],
      },
      ours: {
        title: '4. Det gør vi',
        points: [
          'Vi viser dig ord for ord, hvad du godkender, og gemmer beviset for det til dig.',
          'Vi giver dig besked, når en app eller enhed bliver aktiveret, og når koder eller kontaktoplysninger ændres.',
          'Vi spærrer, når du beder om det, eller når vi ser tegn på misbrug. Vi fortæller dig hvorfor.',
          'Vi ringer aldrig og beder om koder eller om, at du godkender noget.',
        ],
      },
      free: {
        title: '5. Hvad det koster',
        points: [
          'Det er gratis at få MitID og at bruge det: app, kodeviser, kodeoplæser, erstatning og breve.',
          'Ingen side og intet sted må bede dig om penge for det.',
        ],
      },
      liability: {
        title: '6. Hvis det går galt',
        points: [
          'Bruger en anden dit MitID, uden at du har været uforsigtig, hæfter du ikke for det.',
          'Har du givet dine koder til en anden eller ladet være med at spærre, kan du komme til at hæfte.',
          'Loven kan stille dig bedre end disse vilkår. Så gælder loven.',
        ],
      },
      end: {
        title: '7. Ændringer og ophør',
        points: [
          'Ændrer vi vilkårene, får du besked, før de gælder. Den tekst og dag, du sagde ja til, er gemt.',
          'Du kan altid holde op med at bruge dit MitID og få det spærret.',
          'Dit bruger-ID gives aldrig videre til en anden.',
        ],
      },
    },
  },
  en: {
    title: 'Terms of MitID',
    summary: 'What you say yes to when you get MitID.',
    lead: 'The terms are written to be read. If there is something you do not understand, ask before you say yes.',
    version: (day) => `Valid from ${day}.`,
    privacy: 'How we handle your information stands on a page of its own:',
    parts: {
      what: {
        title: '1. What MitID is',
        points: [
          'MitID is a digital identity. With it you show services who you are, and say yes to what you have read.',
          'When you approve something with MitID, it counts as your signature on paper. You can be bound by it.',
          'This is not the Danish state’s MitID.',
        ],
      },
      who: {
        title: '2. Who can get it',
        points: [
          'You must be 13 or older, and your identity must be confirmed.',
          'Nobody can have more than one MitID.',
          'You must be able to use it on your own. Others may help you, but not know your codes.',
        ],
      },
      yours: {
        title: '3. What you are to do',
        points: [
          'Keep PIN, password and codes to yourself, also towards family, bank, police and support.',
          'Never share app, code display or code reader with anybody. Several people can use one tablet when each has a profile of their own.',
          'Always read what you approve. Never approve because somebody calls, writes or visits.',
          'Block your MitID at once if a device is gone or another knows a code.',
          'Keep phone number and e-mail up to date, so that you are told when something changes.',
          'What you tell us must be right. You may not get MitID in another person’s name.',
        ],
      },
      ours: {
        title: '4. What we do',
        points: [
          'We show you word for word what you approve, and keep the evidence of it for you.',
          'We tell you when an app or device is activated, and when codes or contact details change.',
          'We block when you ask for it, or when we see signs of misuse. We tell you why.',
          'We never call and ask for codes, or ask you to approve something.',
        ],
      },
      free: {
        title: '5. What it costs',
        points: [
          'Getting and using MitID is free: app, code display, code reader, replacements and letters.',
          'No page and no place may ask you for money for it.',
        ],
      },
      liability: {
        title: '6. If it goes wrong',
        points: [
          'If another uses your MitID and you were not careless, you are not liable for it.',
          'If you gave your codes to another, or did not block, you may become liable.',
          'The law may put you in a better place than these terms. Then the law holds.',
        ],
      },
      end: {
        title: '7. Changes and end',
        points: [
          'If we change the terms, you are told before they hold. The text and the day that you said yes to are kept.',
          'You can stop using your MitID and have it blocked at any time.',
          'Your user ID is never given to another person.',
        ],
      },
    },
  },
})
