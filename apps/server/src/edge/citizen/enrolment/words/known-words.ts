/** For somebody who has proved to have a MitID already: another password, or the way on to help. */
import { wording } from '@open-mitid/ui/wording'
import { sentCodeWords } from './sent-code-words.ts'

export const knownWords = wording({
  da: {
    summary: 'Vælg en adgangskode med NemID.',
    title: 'Vælg en ny adgangskode',
    lead: 'Vi sender dig en kode. Med den og en kode fra din kodeviser eller kodeoplæser vælger du en ny adgangskode. Indtil da virker den gamle.',
    activateTitle: 'Aktivér uden at læse brevet',
    activateLead:
      'Vi sender dig en kode. Med den og en kode fra din kodeviser eller kodeoplæser vælger du en adgangskode, og så kan du bruge den.',
    told: 'Du får besked på alle dine kanaler om, at koden er sendt.',
    forgotten: 'Har du glemt din adgangskode?',
    which: 'Hvilken vil du bruge?',
    whichMissing: 'Vælg, hvilken du vil bruge.',
    kind: { 'code-display': 'Kodeviser', 'audio-reader': 'Kodeoplæser' },
    ends: (end: string) => `Serienummeret ender på ${end}.`,
    state: {
      sent: 'Den er ikke aktiveret endnu.',
      active: '',
      suspended: 'Den er lukket. Den åbner igen, når du er færdig.',
    },
    send: { sms: 'Send en kode på sms', email: 'Send en kode på e-mail' },
    goesTo: (to: string) => `Koden går til ${to}.`,
    otherWay: 'Kan du ikke modtage den?',
    sendLetter: 'Send et brev i stedet',
    sendLetterOnly: 'Send et brev med en kode',
    letterText:
      'Brevet går til din folkeregisteradresse og kommer inden for nogle dage. Koden i det gælder i 30 dage.',
    underWayTitle: 'Et brev er på vej til dig',
    underWay:
      'Når det kommer, så gå til siden Aktivér, og skriv serienummeret og koden fra brevet. Der går en uge, før du kan bede om et nyt.',
    activate: 'Aktivér med koden fra brevet',
    noWayTitle: 'Vi kan ikke sende dig en kode her',
    noWay:
      'Vi har ikke et telefonnummer eller en e-mailadresse, som er mere end 5 dage gammel, og heller ikke en adresse at sende brev til.',
    noDeviceTitle: 'Du har ingen kodeviser eller kodeoplæser i brug',
    noDevice:
      'Adgangskoden bruges kun sammen med en af dem. Har du bestilt en, så vælger du adgangskoden, når du aktiverer den.',
    blockedTitle: 'Dit MitID er spærret',
    blocked: 'Det kan ikke bruges, og adgangskoden kan ikke skiftes. Der er ikke ændret noget.',
    blockedNext: 'Du kan få det åbnet i borgerservice. Tag dit pas eller kørekort med.',
    centre: 'Se, hvad du skal have med',
    oldTitle: 'Tiden er gået',
    old: 'Af hensyn til din sikkerhed skal du vise, hvem du er, igen. Der er ikke ændret noget.',
    again: 'Begynd forfra',
    support: 'Få hjælp',
    stop: 'Stop og glem, hvem jeg er',
    ...sentCodeWords.da,
    newCode: 'Send en ny kode',
    tooMany:
      'Vi har sendt så mange koder, som vi kan på én gang. Prøv igen senere, eller få et brev.',
    busy: 'Det lykkedes ikke lige nu. Prøv igen.',
    sandboxTitle: 'I sandkassen',
    sandbox: 'Sms’er, e-mails og breve lander i postkassen, som startsiden fører til.',
  },
  en: {
    summary: 'Choose a password with NemID.',
    title: 'Choose a new password',
    lead: 'We send you a code. With it and a code from your code display or code reader you choose a new password. Until then the old one works.',
    activateTitle: 'Activate without reading the letter',
    activateLead:
      'We send you a code. With it and a code from your code display or code reader you choose a password, and then you can use it.',
    told: 'You are told on all your channels that the code has been sent.',
    forgotten: 'Have you forgotten your password?',
    which: 'Which one will you use?',
    whichMissing: 'Choose which one you will use.',
    kind: { 'code-display': 'Code display', 'audio-reader': 'Code reader' },
    ends: (end) => `The serial number ends in ${end}.`,
    state: {
      sent: 'It is not activated yet.',
      active: '',
      suspended: 'It is closed. It opens again when you have finished.',
    },
    send: { sms: 'Send a code by SMS', email: 'Send a code by e-mail' },
    goesTo: (to) => `The code goes to ${to}.`,
    otherWay: 'Can you not receive it?',
    sendLetter: 'Send a letter instead',
    sendLetterOnly: 'Send a letter with a code',
    letterText:
      'The letter goes to your registered address and comes within some days. The code in it is valid for 30 days.',
    underWayTitle: 'A letter is on its way to you',
    underWay:
      'When it comes, go to the page Activate, and type the serial number and the code from the letter. A week has to pass before you can ask for another.',
    activate: 'Activate with the code from the letter',
    noWayTitle: 'We cannot send you a code here',
    noWay:
      'We have no phone number or e-mail address that is more than 5 days old, and no address to send a letter to.',
    noDeviceTitle: 'You have no code display or code reader in use',
    noDevice:
      'The password is used only together with one of them. If you have ordered one, you choose the password when you activate it.',
    blockedTitle: 'Your MitID is blocked',
    blocked: 'It cannot be used, and the password cannot be changed. Nothing has been changed.',
    blockedNext: 'A Citizen Service Centre can open it. Bring your passport or driving licence.',
    centre: 'See what to bring',
    oldTitle: 'The time has run out',
    old: 'To keep you safe, you must show who you are again. Nothing has been changed.',
    again: 'Begin anew',
    support: 'Get help',
    stop: 'Stop and forget who I am',
    ...sentCodeWords.en,
    newCode: 'Send a new code',
    tooMany: 'We have sent as many codes as we can at a time. Try again later, or get a letter.',
    busy: 'It did not work right now. Try again.',
    sandboxTitle: 'In the sandbox',
    sandbox: 'SMS, e-mails and letters arrive in the inbox that the start page leads to.',
  },
})
