/** The letters in Danish. */
import { ActivationCode, SecondCode } from '@open-mitid/protocol'
import { LetterCode } from '../letter-code.ts'
import {
  code,
  heading,
  serialNumber,
  text,
  type Given,
  type LetterBlock,
  type LetterWords,
} from './letter-words.ts'

const devices = {
  'code-display': { name: 'kodeviser', known: 'kodeviseren' },
  'audio-reader': { name: 'kodeoplæser', known: 'kodeoplæseren' },
} as const
const chosen = { app: 'app', 'code-display': 'kodeviser', 'audio-reader': 'kodeoplæser' } as const

const never = (given: Given): LetterBlock => ({
  kind: 'never',
  title: 'Pas på koden',
  items: [
    'Vis den aldrig til nogen. Send den ikke, og tag ikke et billede af den.',
    `Ingen fra ${given.scheme}, din bank eller politiet ringer, skriver eller kommer for at få den.`,
    'Gem ikke brevet. Riv det i stykker, når koden er brugt.',
  ],
})
const until = (given: Given) =>
  text(
    `Koden gælder til og med ${given.until}. Taster du forkert tre gange, gælder den ikke længere, og du må få en ny. Det er gratis.`,
  )
const notMine = ({ site }: Given, what: string) =>
  text(`Har du ikke ${what}? Så prøver nogen måske at bruge dit navn. Gå straks til ${site}/help.`)

export const danish: LetterWords = {
  locale: 'da-DK',
  foot: ({ scheme, site }) =>
    `Hjælp: ${site}/help · Brevet kommer ikke fra den danske stats ${scheme}.`,
  texts: {
    'code-device': ({ device, serial, code: activation }, given) => ({
      title: `Her er din ${devices[device].name}`,
      blocks: [
        text(
          `Din nye ${devices[device].name} følger med dette brev. Den virker først, når du har aktiveret den.`,
        ),
        code('Din aktiveringskode', LetterCode.show(activation)),
        serialNumber('Serienummer', serial),
        until(given),
        heading(`Sådan aktiverer du ${devices[device].known}`),
        {
          kind: 'steps',
          items: [
            `Gå til ${given.site}/activate på en computer, tablet eller telefon.`,
            device === 'audio-reader'
              ? 'Skriv serienummeret. Kodeoplæseren siger det også selv.'
              : 'Skriv serienummeret. Det står også bag på kodeviseren.',
            'Skriv aktiveringskoden fra dette brev.',
            'Vælg en adgangskode på mindst 8 tegn.',
            device === 'audio-reader'
              ? 'Tryk på kodeoplæserens store knap, og skriv de seks tal, den siger.'
              : 'Tryk på kodeviseren, og skriv de seks tal, den viser.',
          ],
        },
        never(given),
        notMine(given, `bestilt en ${devices[device].name}`),
      ],
    }),
    'device-code': ({ device, serial, code: activation }, given) => ({
      title: `Ny aktiveringskode til din ${devices[device].name}`,
      blocks: [
        text(
          'Du har bedt om en ny aktiveringskode. En kode fra et tidligere brev gælder ikke mere.',
        ),
        code('Din aktiveringskode', LetterCode.show(activation)),
        serialNumber('Serienummer', serial),
        until(given),
        text(`Gå til ${given.site}/activate, og skriv serienummeret og koden.`),
        never(given),
        notMine(given, 'bedt om en ny kode'),
      ],
    }),
    'password-code': ({ device, serial, code: opening }, given) => ({
      title: 'Vælg en ny adgangskode',
      blocks: [
        text(
          `Du har bedt om at vælge en ny adgangskode. Du skal bruge koden i dette brev og din ${devices[device].name}. Indtil du har valgt, virker den adgangskode, du har. Er ${devices[device].known} lukket, åbner den igen.`,
        ),
        code('Din kode', LetterCode.show(opening)),
        serialNumber(`Serienummer på ${devices[device].known}`, serial),
        until(given),
        heading('Sådan gør du'),
        {
          kind: 'steps',
          items: [
            `Gå til ${given.site}/activate på en computer, tablet eller telefon.`,
            'Skriv serienummeret og koden fra dette brev.',
            'Vælg en adgangskode på mindst 8 tegn.',
            device === 'audio-reader'
              ? 'Tryk på kodeoplæserens store knap, og skriv de seks tal, den siger.'
              : 'Tryk på kodeviseren, og skriv de seks tal, den viser.',
          ],
        },
        never(given),
        notMine(given, 'bedt om dette brev'),
      ],
    }),
    'activation-code': ({ code: activation }, given) => ({
      title: `Kode til ${given.scheme}-appen`,
      blocks: [
        text(
          `Med koden i dette brev aktiverer du ${given.scheme}-appen på din telefon eller tablet.`,
        ),
        code('Din aktiveringskode', ActivationCode.show(activation)),
        text(`Koden gælder til og med ${given.until}, og kun én gang.`),
        heading('Sådan aktiverer du appen'),
        {
          kind: 'steps',
          items: [
            `Åbn ${given.app} på din telefon, og læg appen på startskærmen.`,
            'Vælg “Aktivér appen”, og skriv koden. Store og små bogstaver er lige gode.',
            'Skriv den anden kode. Den får du på en anden måde, når du er nået dertil.',
            'Vælg en PIN-kode, som kun du kender.',
          ],
        },
        never(given),
        notMine(given, `bedt om en kode til ${given.scheme}`),
      ],
    }),
    'second-code': ({ code: second }, given) => ({
      title: `Den anden kode til ${given.scheme}-appen`,
      blocks: [
        text(
          `Du er i gang med at aktivere ${given.scheme}-appen. Her er den anden af de to koder. Åbn appen på den samme telefon, og skriv koden.`,
        ),
        code('Den anden kode', SecondCode.show(second)),
        until(given),
        never(given),
        notMine(given, 'selv begyndt på det'),
      ],
    }),
    welcome: ({ authenticators }, given) => ({
      title: `Velkommen til ${given.scheme}`,
      blocks: [
        text(
          `Du har fået ${given.scheme}. Nu kan du logge på og godkende hos offentlige og private tjenester. Det er gratis.`,
        ),
        heading('Det har du valgt'),
        { kind: 'points', items: authenticators.map((each) => capital(chosen[each])) },
        text(
          `Får du en ${chosen['code-display']} eller en ${chosen['audio-reader']}, kommer den med posten. Skaf dig også en reserve, så du ikke står uden: ${given.site}/spare.`,
        ),
        heading('Fem regler, der passer på dig'),
        {
          kind: 'steps',
          items: [
            'Vis aldrig dine koder til nogen.',
            'Del aldrig din app, din kodeviser eller din kodeoplæser med andre.',
            'Giv aldrig dit bruger-ID til andre end support, når du selv ringer.',
            'Godkend aldrig noget på grund af et opkald, en mail eller et besøg.',
            'Læs altid det, du godkender. Det er som din underskrift.',
          ],
        },
        notMine(given, `selv fået ${given.scheme}`),
      ],
    }),
    'user-id-changed': ({ at }, given) => ({
      title: 'Du har fået nyt bruger-ID',
      blocks: [
        text(
          `Dit bruger-ID blev ændret den ${given.dateOf(at)}. Brug det nye, næste gang du logger på. Det gamle virker ikke mere, og ingen anden kan få det.`,
        ),
        text('Af hensyn til din sikkerhed står bruger-ID’et ikke i dette brev.'),
        notMine(given, 'selv ændret det'),
      ],
    }),
    notice: ({ at, told }, given) => ({
      title: told.da.subject,
      blocks: [
        text(`${given.dateOf(at)}: ${told.da.what}`),
        text(
          `Du behøver ikke gøre noget, hvis det var dig. Var det ikke dig, så gå straks til ${given.site}/help.`,
        ),
        text(
          'Du får brevet, fordi vi ikke kan nå dig på telefon eller e-mail. Vil du have beskeder hurtigere, kan du give os en e-mailadresse eller et telefonnummer.',
        ),
      ],
    }),
  },
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}
