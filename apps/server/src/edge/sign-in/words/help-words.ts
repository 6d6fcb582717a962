/** Help inside the sign-in: the five safety rules and what usually goes wrong. */
import { wording } from '@open-mitid/ui/wording'

export const helpWords = wording({
  da: {
    title: 'Hjælp',
    back: 'Tilbage',
    problems: 'Hvad driller?',
    answers: {
      forgotten: {
        asked: 'Jeg har glemt mit bruger-ID',
        answer:
          'Åbn appen, vælg “Ny telefon, glemt PIN eller bruger-ID” på forsiden eller under Hjælp, og vis pas og ansigt. Du kan også få det at vide i borgerservice eller hos support. Vis dem aldrig dine koder.',
      },
      scan: {
        asked: 'Jeg kan ikke scanne koden',
        answer:
          'Vælg “Vis en kode, du kan indtaste”. Du indtaster den i appen i stedet for at scanne.',
      },
      nothingFound: {
        asked: 'Appen kan ikke finde noget',
        answer:
          'Se efter, at bruger-ID’et på denne side er dit, og at koden er den, du ser lige nu. Er I flere om appen, så vælg dit eget navn i den.',
      },
      nothingHappens: {
        asked: 'Der sker ikke noget i appen',
        answer:
          'Appen får aldrig noget af sig selv. Du åbner den og scanner eller indtaster koden fra denne side.',
      },
      noPhone: {
        asked: 'Jeg har ikke min telefon',
        answer: 'Så tryk på “Annuller”. Du kan begynde igen, når du har den.',
      },
      somebodyAsked: {
        asked: 'Nogen har bedt mig om at gøre dette',
        answer:
          'Så tryk på “Annuller”. Hverken banken, politiet eller det offentlige ringer eller skriver og beder dig om at bruge MitID.',
      },
    },
    rulesTitle: 'Fem regler, der passer på dig',
    rules: [
      'Vis aldrig dine koder til nogen.',
      'Del aldrig din app, din kodeviser eller din kodeoplæser med andre.',
      'Del ikke dit bruger-ID med andre end support, når du selv ringer.',
      'Godkend aldrig noget på grund af et opkald, en mail eller et besøg.',
      'Læs altid det, du godkender.',
    ],
  },
  en: {
    title: 'Help',
    back: 'Back',
    problems: 'What is the trouble?',
    answers: {
      forgotten: {
        asked: 'I have forgotten my user ID',
        answer:
          'Open the app, choose “New phone, forgotten PIN or user ID” on its front page or under Help, and show your passport and your face. Citizen Service or support can tell you too. Never show them your codes.',
      },
      scan: {
        asked: 'I cannot scan the code',
        answer: 'Choose “Show a code to type”. You type it in the app instead of scanning.',
      },
      nothingFound: {
        asked: 'The app cannot find anything',
        answer:
          'Check that the user ID on this page is yours, and that the code is the one you see right now. If several people share the app, choose your own name in it.',
      },
      nothingHappens: {
        asked: 'Nothing happens in the app',
        answer:
          'Nothing comes into the app by itself. You open it and scan or type the code from this page.',
      },
      noPhone: {
        asked: 'I do not have my phone',
        answer: 'Press “Cancel”. You can start again when you have it.',
      },
      somebodyAsked: {
        asked: 'Somebody asked me to do this',
        answer:
          'Press “Cancel”. No bank, police officer or public authority calls or writes and asks you to use MitID.',
      },
    },
    rulesTitle: 'Five rules that keep you safe',
    rules: [
      'Never show your codes to anybody.',
      'Never share your app, code display or code reader.',
      'Never share your user ID except with support when you call them.',
      'Never approve because of a phone call, a mail or a visit.',
      'Always read what you approve.',
    ],
  },
})
