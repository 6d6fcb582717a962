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
        text: 'Ring til support, eller gå i borgerservice. Du får en ny aktiveringskode og vælger en ny PIN-kode.',
      },
      scan: {
        title: 'QR-koden virker ikke',
        text: 'Se efter, at bruger-ID’et på computeren er dit. Vælg ellers “Indtast en kode”, og få vist en kode på siden.',
      },
      replace: {
        title: 'Jeg skal have ny telefon',
        text: 'Aktivér appen på den nye telefon, før du fjerner den på den gamle.',
      },
      lost: {
        title: 'Jeg har mistet min telefon',
        text: 'Ring til support og få appen spærret. Ingen kan bruge den uden din PIN-kode.',
      },
    },

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
        text: 'Call support, or go to a Citizen Service Centre. You get a new activation code and choose a new PIN.',
      },
      scan: {
        title: 'The QR code does not work',
        text: 'Check that the user ID on the computer is yours. Otherwise choose “Type a code”, and have the page show a code.',
      },
      replace: {
        title: 'I am getting a new phone',
        text: 'Activate the app on the new phone before you remove it from the old one.',
      },
      lost: {
        title: 'I have lost my phone',
        text: 'Call support and have the app blocked. Nobody can use it without your PIN.',
      },
    },

    aboutTitle: (scheme) => `About ${scheme}`,
    aboutText:
      'The app keeps your keys on this phone. Your PIN is never kept. Only what you read on the screen is signed.',
  },
})
