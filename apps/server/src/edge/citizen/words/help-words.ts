/** Help, guides, support, and what is not there. */
import { wording } from '@open-mitid/ui/wording'

export const helpWords = wording({
  da: {
    title: 'Hjælp',
    summary: 'Find svar på det, der driller, og læs de fem sikkerhedsregler.',
    groups: {
      urgent: 'Hvis noget er galt nu',
      codes: 'Koder og bruger-ID',
      use: 'Når du bruger det',
      devices: 'Telefoner, tablets og andre mennesker',
    },
    todo: 'Gør sådan',
    sandbox: 'I sandkassen',
    more: 'Læs også',
    back: 'Al hjælp',
    found: {
      title: (asked: string) => `Søgning: ${asked}`,
      nothing: 'Vi fandt ikke noget',
      nothingNext: 'Prøv et andet ord, for eksempel “telefon” eller “PIN”. Eller se al hjælp:',
      one: '1 svar',
      other: (count: string) => `${count} svar`,
    },
    missing: {
      title: 'Siden findes ikke',
      summary: 'Der er ingen side på denne adresse.',
      text: 'Adressen er måske skrevet forkert, eller siden er flyttet. Søg efter det, du ledte efter, eller gå videre herfra.',
    },
  },
  en: {
    title: 'Help',
    summary: 'Find answers when something goes wrong, and read the five safety rules.',
    groups: {
      urgent: 'If something is wrong right now',
      codes: 'Codes and user ID',
      use: 'While you use it',
      devices: 'Phones, tablets and other people',
    },
    todo: 'What to do',
    sandbox: 'In the sandbox',
    more: 'Read also',
    back: 'All help',
    found: {
      title: (asked) => `Search: ${asked}`,
      nothing: 'We found nothing',
      nothingNext: 'Try another word, for example “phone” or “PIN”. Or see all help:',
      one: '1 answer',
      other: (count) => `${count} answers`,
    },
    missing: {
      title: 'There is no such page',
      summary: 'There is no page at this address.',
      text: 'The address may be mistyped, or the page has moved. Search for what you looked for, or go on from here.',
    },
  },
})

export const guideWords = wording({
  da: {
    title: 'Vejledninger',
    summary: 'Korte vejledninger til at læse, printe eller få læst højt.',
    lead: 'Hver vejledning er en side for sig. Den kan printes fra browseren og læses højt af en skærmlæser.',
    begin: 'Kom i gang',
    safe: 'Vær på den sikre side',
  },
  en: {
    title: 'Guides',
    summary: 'Short guides to read, print or have read aloud.',
    lead: 'Each guide is a page of its own. It can be printed from the browser and read aloud by a screen reader.',
    begin: 'Get started',
    safe: 'Stay on the safe side',
  },
})

export const supportWords = wording({
  da: {
    title: 'Support',
    summary: 'Der er ingen telefonsupport endnu. Her er det, der kan hjælpe dig.',
    sandboxTitle: 'Her er ingen at ringe til',
    sandbox:
      'Dette er en sandkasse til at prøve systemet i. Personerne er opdigtede, og der sidder ingen ved telefonen. Ringer nogen til dig og siger, at de er herfra, er det svindel.',
    notYetTitle: 'Der er ingen telefonsupport endnu',
    notYet:
      'Du kan endnu ikke ringe og få hjælp eller få spærret dit MitID. Ringer nogen til dig og siger, at de er fra MitID, er det svindel.',
    what: 'Det kan du gøre',
    steps: [
      'Søg i hjælpen. Der står, hvad du gør, når noget driller.',
      'Er der sket noget med dine penge, så ring til din bank. Find selv nummeret.',
      'Skal du have en ny aktiveringskode, så gå til den, der gav dig den første.',
    ],
    never: 'Support vil aldrig',
    neverPoints: [
      'Ringe til dig og bede om din PIN-kode eller en kode på skærmen.',
      'Bede dig godkende noget i appen.',
      'Bede dig om penge.',
    ],
  },
  en: {
    title: 'Support',
    summary: 'There is no support by phone yet. Here is what can help you.',
    sandboxTitle: 'There is nobody to call here',
    sandbox:
      'This is a sandbox to try the system in. Its people are made up, and nobody sits by the phone. If somebody calls and says they are from here, it is fraud.',
    notYetTitle: 'There is no support by phone yet',
    notYet:
      'You cannot yet call and get help or have your MitID blocked. If somebody calls and says they are from MitID, it is fraud.',
    what: 'What you can do',
    steps: [
      'Search the help. It says what to do when something goes wrong.',
      'If something has happened to your money, call your bank. Find the number yourself.',
      'If you need a new activation code, go to whoever gave you the first one.',
    ],
    never: 'Support will never',
    neverPoints: [
      'Call you and ask for your PIN or a code on the screen.',
      'Ask you to approve something in the app.',
      'Ask you for money.',
    ],
  },
})
