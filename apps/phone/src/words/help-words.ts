/** The five safety rules, help, and what this app is. */
import { wording } from '@open-mitid/ui/wording'

export const helpWords = wording({
  da: {
    title: 'Sikkerhed og hjælp',
    rulesTitle: 'Fem regler',
    rules: [
      'Vis eller sig aldrig dine koder til nogen.',
      'Del aldrig app, kodeviser eller kodeoplæser med nogen.',
      'Del aldrig dit bruger-ID, undtagen med support, når du selv ringer.',
      'Godkend aldrig noget, fordi nogen ringer, skriver eller kommer forbi.',
      'Læs altid det, du godkender.',
    ],
    questionsTitle: 'Når noget driller',
    questions: {
      pin: {
        title: 'Jeg har glemt min PIN-kode',
        text: 'Tryk på “Har du glemt PIN-koden?”, hvor du taster den. Vis dit pas og ansigt, og vælg en ny. Du kan også gå i borgerservice.',
      },
      scan: {
        title: 'QR-koden virker ikke',
        text: 'Se efter, at bruger-ID’et på computeren er dit. Vælg ellers “Indtast en kode”, og få vist en kode på siden.',
      },
      userId: {
        title: 'Jeg har glemt mit bruger-ID',
        text: 'Tryk på knappen herunder, og vis dit pas og dit ansigt. Så får du det at se.',
      },
      replace: {
        title: 'Jeg skal have ny telefon',
        text: 'Hent appen på den nye telefon, og vælg “Ny telefon, glemt PIN eller bruger-ID”. Behold den gamle, til den nye virker.',
      },
      lost: {
        title: 'Jeg har mistet min telefon',
        text: 'Ingen kan bruge appen uden din PIN-kode. Vælg “Ny telefon, glemt PIN eller bruger-ID” på en ny telefon, og luk den gamle app dér. Eller ring til support.',
      },
    },
    more: 'Søg i al hjælp på hjemmesiden',

    aboutTitle: (scheme: string) => `Om ${scheme}`,
    aboutText:
      'Appen opbevarer dine nøgler på denne telefon. Din PIN-kode gemmes aldrig. Kun det, du læser på skærmen, bliver skrevet under.',
  },
  en: {
    title: 'Safety and help',
    rulesTitle: 'Five rules',
    rules: [
      'Never show or tell your codes to anybody.',
      'Never share app, code display or audio reader with anybody.',
      'Never share your user ID, except with support when you call them.',
      'Never approve anything because somebody calls, writes or comes to your door.',
      'Always read what you approve.',
    ],
    questionsTitle: 'When something goes wrong',
    questions: {
      pin: {
        title: 'I have forgotten my PIN',
        text: 'Press “Forgotten your PIN?” where you type it. Show your passport and face, and choose a new one. You can also go to a Citizen Service Centre.',
      },
      scan: {
        title: 'The QR code does not work',
        text: 'Check that the user ID on the computer is yours. Otherwise choose “Type a code”, and have the page show a code.',
      },
      userId: {
        title: 'I have forgotten my user ID',
        text: 'Press the button below and show your passport and your face. Then you get to see it.',
      },
      replace: {
        title: 'I am getting a new phone',
        text: 'Get the app on the new phone and choose “New phone, forgotten PIN or user ID”. Keep the old one until the new one works.',
      },
      lost: {
        title: 'I have lost my phone',
        text: 'Nobody can use the app without your PIN. Choose “New phone, forgotten PIN or user ID” on a new phone, and close the old app there. Or call support.',
      },
    },
    more: 'Search all help on the website',

    aboutTitle: (scheme) => `About ${scheme}`,
    aboutText:
      'The app keeps your keys on this phone. Your PIN is never kept. Only what you read on the screen is signed.',
  },
})
