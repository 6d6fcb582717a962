/** Of a code that was sent to a phone or an e-mail address, and is typed on the page. */
import { wording } from '@open-mitid/ui/wording'

export const sentCodeWords = wording({
  da: {
    codeTitle: 'Skriv koden, vi har sendt',
    sent: { sms: 'Vi har sendt en sms til', email: 'Vi har sendt en e-mail til' },
    code: 'Kode',
    codeHint: '6 cifre. Den gælder i 30 minutter.',
    codeForm: 'Koden har 6 cifre. Se i beskeden, og skriv dem.',
    codeWrong: (left: string) => `Koden passer ikke. ${left}`,
    triesLeft: {
      one: 'Du har ét forsøg tilbage.',
      other: (count: string) => `Du har ${count} forsøg tilbage.`,
    },
    codeOver: 'Koden gælder ikke mere. Få en ny kode sendt.',
    goOn: 'Fortsæt',
  },
  en: {
    codeTitle: 'Type the code that we sent',
    sent: { sms: 'We have sent an SMS to', email: 'We have sent an e-mail to' },
    code: 'Code',
    codeHint: '6 digits. It is valid for 30 minutes.',
    codeForm: 'The code has 6 digits. Look in the message and type them.',
    codeWrong: (left) => `The code is not right. ${left}`,
    triesLeft: {
      one: 'You have one try left.',
      other: (count) => `You have ${count} tries left.`,
    },
    codeOver: 'The code is no longer valid. Have a new one sent.',
    goOn: 'Continue',
  },
})
