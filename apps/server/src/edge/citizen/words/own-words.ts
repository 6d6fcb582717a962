/** A person's own password and user ID: what each is changed with, and what to do without that. */
import { wording } from '@open-mitid/ui/wording'

export const ownWords = wording({
  da: {
    password: {
      title: 'Din adgangskode',
      summary:
        'Skift den, eller vælg en ny, hvis du har glemt den. Den bruges sammen med kodeviser og kodeoplæser.',
      lead: 'Adgangskoden bruger du sammen med din kodeviser eller kodeoplæser. Vi kan ikke se den og heller ikke sende den til dig.',
      change: 'Skift adgangskode',
      changeText:
        'Du logger på, som du plejer, og vælger så en ny. Gør det på en computer, hvor du har brugt MitID før. Ellers sender vi dig et link først.',
      forgotten: 'Har du glemt den?',
      app: 'Med din app',
      appText:
        'Har du også appen, så godkend dér, at du vil vælge en ny adgangskode. Åbn siden her på den telefon, hvor appen er.',
      appGo: 'Vælg en ny med appen',
      nemid: 'Uden app, med NemID',
      nemidText:
        'Vis, hvem du er, med NemID. Så sender vi en kode på sms eller e-mail, eller i et brev til din folkeregisteradresse. Med den og en kode fra din kodeviser eller kodeoplæser vælger du en ny. Det åbner den også igen, hvis den er lukket.',
      nemidGo: 'Vælg en ny med NemID',
      letter: 'Uden app og NemID',
      letterText:
        'Ring til support, eller gå i borgerservice. Når de ved, hvem du er, sender de et brev med en kode til din folkeregisteradresse. Du bruger den kodeviser eller kodeoplæser, du har. Koden gælder i 30 dage.',
      activate: 'Aktivér med koden fra et brev',
      good: 'En god adgangskode',
      goodPoints: [
        '8 til 64 tegn. Tre eller fire tilfældige ord er nemme at huske og svære at gætte.',
        'Ikke dit bruger-ID, ti tal i træk eller taster ved siden af hinanden.',
        'Brug den ikke andre steder, og giv den aldrig til nogen.',
      ],
    },
    'user-id': {
      title: 'Dit bruger-ID',
      summary: 'Du kan skifte det, når du vil. Det gamle kan ingen andre få.',
      lead: 'Det er navnet, du skriver, hver gang du bruger MitID. Du kan skifte det, når du vil.',
      change: 'Skift bruger-ID',
      changeText:
        'Du godkender i din app, eller du logger på med din adgangskode og din kodeviser. Så vælger du et nyt. Gør det på en enhed, hvor du har brugt MitID før.',
      after: 'Det sker der',
      afterPoints: [
        'Du logger på med det nye med det samme. Det gamle virker ikke mere.',
        'Ingen andre kan få det gamle.',
        'Du får besked på alle dine kanaler og i et brev.',
        'Har du en adgangskode, skal du skrive den igen, for den hører sammen med bruger-ID’et.',
        'De tjenester, du bruger, kender dig stadig.',
      ],
      forgotten: 'Har du glemt det?',
    },
  },
  en: {
    password: {
      title: 'Your password',
      summary:
        'Change it, or choose a new one if you have forgotten it. It is used together with a code display or code reader.',
      lead: 'You use the password together with your code display or code reader. We cannot see it, nor send it to you.',
      change: 'Change password',
      changeText:
        'You log on as usual and then choose a new one. Do it on a computer where you have used MitID before. Otherwise we send you a link first.',
      forgotten: 'Have you forgotten it?',
      app: 'With your app',
      appText:
        'If you have the app too, approve there that you want to choose a new password. Open this page on the phone where the app is.',
      appGo: 'Choose a new one with the app',
      nemid: 'Without an app, with NemID',
      nemidText:
        'Show who you are with NemID. We then send a code by SMS or e-mail, or in a letter to your registered address. With it and a code from your code display or code reader you choose a new one. That also opens the device again if it has been closed.',
      nemidGo: 'Choose a new one with NemID',
      letter: 'Without an app and NemID',
      letterText:
        'Call support, or go to a Citizen Service Centre. When they know who you are, they send a letter with a code to your registered address. You use the code display or code reader that you have. The code is valid for 30 days.',
      activate: 'Activate with the code from a letter',
      good: 'A good password',
      goodPoints: [
        '8 to 64 characters. Three or four random words are easy to remember and hard to guess.',
        'Not your user ID, ten digits in a row or keys beside each other.',
        'Do not use it anywhere else, and never give it to anybody.',
      ],
    },
    'user-id': {
      title: 'Your user ID',
      summary: 'You can change it whenever you like. Nobody else can get the old one.',
      lead: 'It is the name that you type each time you use MitID. You can change it whenever you like.',
      change: 'Change user ID',
      changeText:
        'You approve in your app, or you log on with your password and your code display. Then you choose a new one. Do it on a device where you have used MitID before.',
      after: 'What happens',
      afterPoints: [
        'You log on with the new one at once. The old one no longer works.',
        'Nobody else can get the old one.',
        'You are told on all your channels and in a letter.',
        'If you have a password, you must type it again, because it belongs together with the user ID.',
        'The services that you use still know you.',
      ],
      forgotten: 'Have you forgotten it?',
    },
  },
})
