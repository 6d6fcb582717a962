/** Guides to the code display and the audio code reader. */
import { wording } from '@open-mitid/ui/wording'

export const codeDeviceTopics = wording({
  da: {
    'code-display': {
      title: 'Sådan bruger du kodeviseren',
      summary: 'Tag den i brug med brevet, og log på med bruger-ID, adgangskode og seks cifre.',
      explained: [
        'Kodeviseren viser en ny kode på seks cifre, hver gang du trykker. Koden hører sammen med din adgangskode: den ene er intet værd uden den anden.',
        'Koden er kun til dig. Læs den aldrig højt for andre, heller ikke i telefonen.',
      ],
      steps: [
        'Find brevet frem. I det står et serienummer og en kode, der gælder i 30 dage.',
        'Gå til siden Aktivér, og skriv serienummeret og koden fra brevet.',
        'Vælg en adgangskode, som kun du kender, og som du ikke bruger andre steder.',
        'Tryk på kodeviseren, og skriv de seks cifre. Så er den taget i brug.',
        'Når du logger på: skriv dit bruger-ID, vælg “Brug kodeviser eller kodeoplæser”, og skriv din adgangskode.',
        'Læs hele teksten om det, du godkender. Tryk på kodeviseren, og skriv de seks cifre.',
        'Passer koden ikke, så tryk igen, og brug den nye. Efter tre forkerte koder skal du vente lidt.',
      ],
      words: 'nøgleviser kodeviser aktivere tage i brug brev serienummer cifre vejledning',
    },
    'audio-reader': {
      title: 'Sådan bruger du kodeoplæseren',
      summary: 'Fire taster, store cifre og en stemme, der siger koden så tit, du vil.',
      explained: [
        'Kodeoplæseren siger en kode på seks cifre højt og viser den med store cifre. Den bruges uden at se og uden smartphone.',
        'Tast 1 giver en kode. Tast 2 gentager den langsomt. Tast 3 skifter lydstyrke. Tast 4 siger serienummeret.',
        'Koden er kun til dig. Brug høretelefoner, hvor andre kan høre med.',
      ],
      steps: [
        'Kan du ikke læse brevet, og har du NemID, så vælg “Aktivér med NemID” på siden Aktivér. Du får en kode på sms eller e-mail, som din telefon kan læse højt, og springer de næste to trin over.',
        'Eller få brevet læst højt, for eksempel af en, du stoler på. I det står en kode, der gælder i 30 dage. Koden alene giver ingen adgang.',
        'Gå til siden Aktivér. Tryk på tast 4 for at høre serienummeret, og skriv det og koden fra brevet.',
        'Vælg en adgangskode, som kun du kender. Den må ingen hjælper kende.',
        'Tryk på tast 1, og skriv de seks cifre. Så er den taget i brug.',
        'Når du logger på: skriv dit bruger-ID, vælg “Brug kodeviser eller kodeoplæser”, og skriv din adgangskode.',
        'Hør hele teksten om det, du godkender. Tryk på tast 1, og skriv de seks cifre.',
        'Nåede du det ikke, så tryk på tast 2 og hør koden igen, eller på tast 1 og få en ny.',
      ],
      words: 'kodeoplæser blind svagtseende syn lyd tale højt taster aktivere vejledning',
    },
  },
  en: {
    'code-display': {
      title: 'How to use the code display',
      summary: 'Start it with its letter, and log on with user ID, password and six digits.',
      explained: [
        'The code display shows a new code of six digits each time you press it. The code belongs with your password: the one is worth nothing without the other.',
        'The code is for you alone. Never read it aloud to others, not on the phone either.',
      ],
      steps: [
        'Find the letter. In it are a serial number and a code that is valid for 30 days.',
        'Go to the page Activate, and type the serial number and the code from the letter.',
        'Choose a password that only you know and that you use nowhere else.',
        'Press the code display, and type the six digits. Now it is in use.',
        'When you log on: type your user ID, choose “Use a code display or code reader”, and type your password.',
        'Read the whole text of what you approve. Press the code display, and type the six digits.',
        'If the code does not fit, press again and use the new one. After three wrong codes you have to wait a little.',
      ],
      words: 'code display token activate start letter serial number digits guide',
    },
    'audio-reader': {
      title: 'How to use the audio code reader',
      summary: 'Four keys, large digits, and a voice that says the code as often as you like.',
      explained: [
        'The audio code reader says a code of six digits aloud and shows it in large digits. It is used without sight and without a smartphone.',
        'Key 1 gives a code. Key 2 repeats it slowly. Key 3 changes the volume. Key 4 says the serial number.',
        'The code is for you alone. Use headphones where others can hear it.',
      ],
      steps: [
        'If you cannot read the letter and have NemID, choose “Activate with NemID” on the page Activate. You get a code by SMS or e-mail, which your phone can read aloud, and skip the next two steps.',
        'Or have the letter read aloud, for example by somebody you trust. In it is a code that is valid for 30 days. The code alone lets nobody in.',
        'Go to the page Activate. Press key 4 to hear the serial number, and type it and the code from the letter.',
        'Choose a password that only you know. No helper may know it.',
        'Press key 1, and type the six digits. Now it is in use.',
        'When you log on: type your user ID, choose “Use a code display or code reader”, and type your password.',
        'Hear the whole text of what you approve. Press key 1, and type the six digits.',
        'If you did not catch it, press key 2 to hear the code again, or key 1 for a new one.',
      ],
      words: 'audio reader blind low vision sight sound speech aloud keys activate guide',
    },
  },
})
