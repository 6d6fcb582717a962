/** Everything once more, and what comes after. */
import { wording } from '@open-mitid/ui/wording'

export const confirmWords = wording({
  da: {
    title: 'Passer det hele?',
    name: 'Navn',
    first: 'Til daglig',
    spare: 'I reserve',
    noSpare: 'Ingen',
    channel: { sms: 'Mobilnummer', email: 'E-mailadresse' },
    userId: 'Bruger-ID',
    delivery: 'Sendes til',
    protectedPlace: 'Din beskyttede adresse i CPR-registret',
    change: 'Ret',
    next: 'Det sker bagefter',
    after: {
      app: 'Du henter appen og aktiverer den på næste side. Hav din telefon ved hånden.',
      device: 'Enheden kommer sammen med et brev med en kode.',
      activate: 'Du aktiverer den her på siden med koden fra brevet.',
      notice: 'Du får besked, når noget er aktiveret eller ændret.',
    },
    signature: 'Husk: En godkendelse med MitID svarer til din underskrift på papir.',
    send: 'Få MitID',
    refused: {
      'user-id-taken': 'En anden nåede at tage dit bruger-ID. Vælg et andet. Alt andet er gemt.',
      'terms-changed': 'Vilkårene er blevet ændret, mens du var i gang. Læs dem, og sig ja igen.',
      'step-missing': 'Der mangler et svar her, før du kan få MitID.',
    },
  },
  en: {
    title: 'Is everything right?',
    name: 'Name',
    first: 'Every day',
    spare: 'Spare',
    noSpare: 'None',
    channel: { sms: 'Mobile number', email: 'E-mail address' },
    userId: 'User ID',
    delivery: 'Sent to',
    protectedPlace: 'Your protected address in the CPR register',
    change: 'Change',
    next: 'What happens next',
    after: {
      app: 'You get the app and activate it on the next page. Have your phone at hand.',
      device: 'The device comes together with a letter that holds a code.',
      activate: 'You activate it on this website with the code from the letter.',
      notice: 'You are told whenever something is activated or changed.',
    },
    signature: 'Remember: an approval with MitID counts as your signature on paper.',
    send: 'Get MitID',
    refused: {
      'user-id-taken':
        'Somebody was quicker to take your user ID. Choose another. All else is kept.',
      'terms-changed':
        'The terms have changed while you were on your way. Read them and say yes again.',
      'step-missing': 'An answer is missing here before you can get MitID.',
    },
  },
})
