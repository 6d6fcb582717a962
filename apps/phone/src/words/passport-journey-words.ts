/** What a person reads on the way to a MitID by passport, beside the camera's words. */
import type { FileName } from '../core/passport/index.ts'
import { wording } from '@open-mitid/ui/wording'

type Files = Readonly<Record<FileName, string>>

const filesDa: Files = {
  card_access: 'chippens lås',
  sod: 'statens underskrift',
  dg1: 'navn og datoer',
  dg2: 'foto',
  dg11: 'flere oplysninger',
  dg12: 'udstedelsen',
  dg14: 'chippens nøgle',
  dg15: 'chippens nøgle',
}
const filesEn: Files = {
  card_access: 'the lock of the chip',
  sod: 'the state’s signature',
  dg1: 'name and dates',
  dg2: 'photo',
  dg11: 'further details',
  dg12: 'the issue',
  dg14: 'the key of the chip',
  dg15: 'the key of the chip',
}

export const passportJourneyWords = wording({
  da: {
    title: 'Få MitID med dit pas',
    checking: 'Ser efter, om telefonen kan læse et pas …',
    needs:
      'Du skal bruge dit pas med chip, lys nok til et billede og omkring fem minutter. Du skal være fyldt 13 år. Det er gratis.',
    sandboxTitle: 'Her er intet rigtigt pas',
    sandbox:
      'En browser kan ikke nå chippen i et pas. I sandkassen står et program i stedet for den. Læg et pas på telefonen dér.',
    drawer: 'Åbn skuffen med pas (nyt vindue)',
    howTitle: 'Sådan foregår det',
    how: {
      zone: {
        title: 'Scan passets side',
        text: 'De to nederste linjer åbner chippen. Du kan også taste dem.',
      },
      chip: {
        title: 'Læg passet på telefonen',
        text: 'Chippen viser, at passet er ægte. Det ser staten bag passet til, ikke telefonen.',
      },
      face: {
        title: 'Vis dit ansigt',
        text: 'Vi ser, om du er den på fotoet i chippen. Billederne slettes, når det er afgjort.',
      },
      rest: {
        title: 'Gør dit MitID færdigt',
        text: 'Sig ja til vilkårene, og skriv, hvor vi kan nå dig. Vælg bruger-ID, og om du vil bruge appen, en kodeviser eller en kodeoplæser.',
      },
    },
    otherTitle: 'Vil eller kan du ikke?',
    other:
      'Du kan altid få MitID i borgerservice i stedet. Tag dit pas eller kørekort med. Du kan stoppe når som helst. Når passet og ansigtet er godkendt, husker telefonen i et døgn, hvor du slap; billeder gemmes aldrig.',
    cannotTitle: 'Denne app kan ikke læse et pas',
    cannot:
      'En app i browseren kan ikke nå chippen i et pas. Det kan heller ikke en iPhone her. Du kan gøre et af dette:',
    otherWays: {
      android: {
        title: 'Brug appen til Android',
        text: 'En Android-telefon med NFC kan læse chippen, når appen er installeret som program og ikke åbnet i browseren.',
      },
      helper: {
        title: 'Brug en hjælpers telefon',
        text: 'En, du stoler på, kan læse passet med sin Android-telefon. Resten gør du her, og dit MitID kommer på telefonen her.',
      },
      centre: {
        title: 'Gå til borgerservice',
        text: 'De hjælper dig med MitID. Tag dit pas eller kørekort med. Det er gratis.',
      },
    },
    toStart: 'Til forsiden',

    typedTitle: 'Tast oplysningerne fra passet',
    typedText: 'De står på siden med dit foto. De åbner chippen og sendes ikke herfra.',
    number: 'Pasnummer',
    numberHint: 'Bogstaver og tal, øverst til højre på siden.',
    numberWrong: 'Skriv pasnummeret: 1 til 9 bogstaver og tal, som det står i passet.',
    born: 'Fødselsdato',
    bornHint: 'For eksempel 4 8 1992',
    bornWrong: 'Skriv din fødselsdato med dag, måned og fire cifre for året.',
    expires: 'Gælder til',
    expiresHint: 'Datoen, hvor passet udløber. For eksempel 25 11 2034',
    expiresWrong: 'Skriv datoen, hvor passet udløber, med dag, måned og fire cifre for året.',
    day: 'Dag',
    month: 'Måned',
    year: 'År',

    chipTitle: 'Læg passet på telefonen',
    chipText:
      'Luk passet, og læg det mod telefonens bagside. Lad det ligge stille, til appen siger, at den er færdig. Det tager op til et minut.',
    chipWhy: 'Chippen har dit navn, dit foto og statens underskrift. Vi ser, om de er ægte.',
    read: 'Læs passet',
    readOn: 'Læs videre',
    reading: (file: FileName) => `Læser ${filesDa[file]} …`,
    opening: 'Åbner chippen …',
    proving: 'Beder chippen vise, at den er den rigtige …',
    judging: 'Undersøger passet …',
    progress: 'Hvor meget af passet der er læst',
    scanAgain: 'Scan linjerne igen',
    typeAgain: 'Ret det, du har tastet',

    personTitle: (name: string) => `Du er ${name}`,
    personText: 'Passet er ægte, og du er den på fotoet. Billederne er slettet.',

    refusedTitle: 'Du kan ikke få MitID med dette pas',
    againTitle: 'Vi må begynde forfra',
    beginAgain: 'Begynd forfra',
    otherPassport: 'Brug et andet pas',
  },
  en: {
    title: 'Get a MitID with your passport',
    checking: 'Seeing whether this phone can read a passport …',
    needs:
      'You need your passport with a chip, enough light for a picture, and about five minutes. You must be 13 or more. It is free.',
    sandboxTitle: 'There is no real passport here',
    sandbox:
      'A browser cannot reach the chip of a passport. In this sandbox a program stands in for it. Lay a passport on the phone there.',
    drawer: 'Open the drawer of passports (new window)',
    howTitle: 'How it goes',
    how: {
      zone: {
        title: 'Scan the page of the passport',
        text: 'The two bottom lines open the chip. You can also type them.',
      },
      chip: {
        title: 'Lay the passport on the phone',
        text: 'The chip shows that the passport is genuine. Its state signed for that, not the phone.',
      },
      face: {
        title: 'Show your face',
        text: 'We see whether you are the one in the chip’s photo. The pictures are deleted once that is decided.',
      },
      rest: {
        title: 'Finish your MitID',
        text: 'Accept the terms, and say where we can reach you. Choose a user ID, and whether you want the app, a code display or an audio code reader.',
      },
    },
    otherTitle: 'Would you rather not, or can you not?',
    other:
      'You can always get MitID at a Citizen Service Centre instead. Bring your passport or driving licence. You can stop at any time. Once passport and face are approved, the phone remembers for a day where you stopped; pictures are never kept.',
    cannotTitle: 'This app cannot read a passport',
    cannot:
      'An app in the browser cannot reach the chip of a passport. Nor can an iPhone here. You can do one of these:',
    otherWays: {
      android: {
        title: 'Use the app for Android',
        text: 'An Android phone with NFC can read the chip when the app is installed as a program, not opened in the browser.',
      },
      helper: {
        title: 'Use a helper’s phone',
        text: 'Somebody you trust can read the passport with their Android phone. You do the rest here, and your MitID comes onto this phone.',
      },
      centre: {
        title: 'Go to a Citizen Service Centre',
        text: 'They help you get MitID. Bring your passport or driving licence. It is free.',
      },
    },
    toStart: 'To the front page',

    typedTitle: 'Type the details from the passport',
    typedText: 'They stand on the page with your photo. They open the chip and are not sent on.',
    number: 'Passport number',
    numberHint: 'Letters and digits, at the top right of the page.',
    numberWrong: 'Write the passport number: 1 to 9 letters and digits, as it stands.',
    born: 'Date of birth',
    bornHint: 'For example 4 8 1992',
    bornWrong: 'Write your date of birth with day, month and four digits for the year.',
    expires: 'Date of expiry',
    expiresHint: 'The last day the passport is valid. For example 25 11 2034',
    expiresWrong:
      'Write the day the passport expires with day, month and four digits for the year.',
    day: 'Day',
    month: 'Month',
    year: 'Year',

    chipTitle: 'Lay the passport on the phone',
    chipText:
      'Close the passport and lay it against the back of the phone. Let it lie still until the app says that it is done. It takes up to a minute.',
    chipWhy:
      'The chip has your name, your photo and the state’s signature. We see whether they are genuine.',
    read: 'Read the passport',
    readOn: 'Read on',
    reading: (file) => `Reading ${filesEn[file]} …`,
    opening: 'Opening the chip …',
    proving: 'Asking the chip to show that it is the right one …',
    judging: 'Examining the passport …',
    progress: 'How much of the passport has been read',
    scanAgain: 'Scan the lines again',
    typeAgain: 'Mend what you typed',

    personTitle: (name) => `You are ${name}`,
    personText:
      'The passport is genuine, and you are the one in its photo. The pictures are deleted.',

    refusedTitle: 'You cannot get a MitID with this passport',
    againTitle: 'We have to begin again',
    beginAgain: 'Begin again',
    otherPassport: 'Use another passport',
  },
})
