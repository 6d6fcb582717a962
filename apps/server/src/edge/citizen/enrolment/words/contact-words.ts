/** The step of contacts. */
import { wording } from '@open-mitid/ui/wording'
import { sentCodeWords } from './sent-code-words.ts'

export const contactWords = wording({
  da: {
    title: 'Hvor kan vi nå dig?',
    goodTitle: 'Her kan vi nå dig',
    lead: 'Skriv et mobilnummer eller en e-mailadresse. Vi sender en kode, så vi ved, at den er din. Begge dele er bedst: så får du besked to steder, hvis nogen ændrer noget.',
    one: 'Det er nok. Men vi råder dig til at give begge dele: så får du besked to steder, hvis nogen ændrer noget.',
    both: 'Godt. Nu får du besked to steder, hvis nogen ændrer noget.',
    isChecked: 'er tjekket',
    label: { sms: 'Mobilnummer', email: 'E-mailadresse' },
    hint: {
      sms: 'For eksempel 20 12 34 56. Til et udenlandsk nummer skriver du + og landekoden først.',
      email: 'For eksempel navn@post.example',
    },
    send: { sms: 'Send kode på sms', email: 'Send kode på e-mail' },
    malformed: {
      sms: 'Det er ikke et telefonnummer. Skriv 8 cifre, eller + og landekoden først.',
      email: 'Det er ikke en e-mailadresse. Der skal være et @ og et punktum i den sidste del.',
    },
    tooMany:
      'Vi har sendt så mange koder, som vi kan på én gang. Gå videre med det, der er tjekket, eller begynd forfra i morgen.',
    neither: 'Jeg har hverken mobil eller e-mail',
    neitherText:
      'Så kan du ikke få MitID her på siden. I borgerservice kan koder og beskeder komme med brev. Den vej er ikke bygget endnu i dette system.',
    ...sentCodeWords.da,
    again: 'Send en ny kode',
    other: { sms: 'Ret nummeret', email: 'Ret adressen' },
    sandboxTitle: 'I sandkassen',
    sandbox: 'Sms’er og e-mails lander i postkassen, som startsiden fører til.',
  },
  en: {
    title: 'Where can we reach you?',
    goodTitle: 'This is where we reach you',
    lead: 'Type a mobile number or an e-mail address. We send a code so that we know it is yours. Both are best: you are then told in two places if somebody changes something.',
    one: 'That is enough. But we advise you to give both: you are then told in two places if somebody changes something.',
    both: 'Good. You are now told in two places if somebody changes something.',
    isChecked: 'is checked',
    label: { sms: 'Mobile number', email: 'E-mail address' },
    hint: {
      sms: 'For example 20 12 34 56. For a foreign number, type + and the country code first.',
      email: 'For example name@post.example',
    },
    send: { sms: 'Send a code by SMS', email: 'Send a code by e-mail' },
    malformed: {
      sms: 'That is no phone number. Type 8 digits, or + and the country code first.',
      email: 'That is no e-mail address. It needs an @, and a dot in its last part.',
    },
    tooMany:
      'We have sent as many codes as we can at a time. Go on with what is checked, or begin anew tomorrow.',
    neither: 'I have neither mobile nor e-mail',
    neitherText:
      'Then you cannot get MitID on this page. At a Citizen Service Centre, codes and messages can come by letter. That way is not built yet in this system.',
    ...sentCodeWords.en,
    again: 'Send a new code',
    other: { sms: 'Correct the number', email: 'Correct the address' },
    sandboxTitle: 'In the sandbox',
    sandbox: 'Texts and e-mails arrive in the inbox, which the start page leads to.',
  },
})
