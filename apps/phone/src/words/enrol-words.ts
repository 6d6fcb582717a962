/** What a person reads while a proved identity becomes a MitID. */
import { wording } from '@open-mitid/ui/wording'

export const enrolWords = wording({
  da: {
    termsTitle: 'Det siger du ja til',
    termsLead: 'Det er det vigtigste i vilkårene.',
    termsPoints: [
      'Når du godkender med MitID, er det som din underskrift på papir.',
      'MitID er dit alene. Del aldrig koder eller app med nogen.',
      'Er telefonen væk, eller kender en anden din PIN-kode, skal du spærre med det samme.',
      'Det er gratis. Ingen må bede dig om penge for det.',
    ],
    readTerms: 'Læs alle vilkår (nyt vindue)',
    readPrivacy: 'Læs, hvordan vi behandler dine oplysninger (nyt vindue)',
    accept: 'Jeg har læst vilkårene og siger ja til dem',
    acceptMissing: 'Sæt kryds, hvis du siger ja. Uden et ja kan du ikke få MitID.',
    termsChanged: 'Teksten er lige blevet ændret. Læs den nye, og sæt kryds igen.',
    fetching: 'Henter vilkårene …',

    contactsTitle: 'Hvor kan vi nå dig?',
    contactsLead:
      'Vi sender en kode, så vi ved, at nummeret eller adressen er din. Giv gerne begge: så får du besked to steder, hvis nogen ændrer noget.',
    contact: {
      sms: {
        label: 'Mobilnummer',
        hint: 'For eksempel 20 12 34 56. Udenlandsk: + og landekoden først.',
        send: 'Send kode på sms',
        wrong: 'Det er ikke et telefonnummer. Skriv 8 cifre, eller + og landekoden først.',
        checked: (to: string) => `${to} er kontrolleret.`,
      },
      email: {
        label: 'E-mailadresse',
        hint: 'For eksempel navn@post.example',
        send: 'Send kode på e-mail',
        wrong: 'Det er ikke en e-mailadresse. Der skal være et @ og et punktum i den sidste del.',
        checked: (to: string) => `${to} er kontrolleret.`,
      },
    },
    tooManyCodes:
      'Vi har sendt så mange koder, som vi kan på én gang. Gå videre med det, der er kontrolleret, eller begynd forfra i morgen.',
    noContact: 'Har du hverken mobil eller e-mail, kan du få MitID i borgerservice.',

    codeTitle: 'Skriv koden, vi har sendt',
    codeSent: (to: string) => `Vi har sendt 6 cifre til ${to}.`,
    codeUntil: (time: string) => `Koden gælder til ${time}.`,
    code: 'Kode på 6 cifre',
    codeMissing: 'Indtast alle 6 cifre.',
    codeWrong: (left: string) => `Koden passer ikke. ${left}`,
    triesLeft: {
      one: 'Du har 1 forsøg tilbage.',
      other: (count: string) => `Du har ${count} forsøg tilbage.`,
    },
    codeOver: 'Koden gælder ikke mere. Få en ny kode sendt.',

    userIdTitle: 'Vælg dit bruger-ID',
    userIdLead:
      'Du skriver det, når du bruger MitID. Vælg et, du kan huske, og som andre ikke gætter.',
    suggestions: 'Tag et af disse',
    own: 'Eller find på dit eget',
    ownHint: '5 til 48 tegn. Store og små bogstaver er det samme.',
    userIdMissing: 'Skriv et bruger-ID, eller tag et af forslagene.',
    userId: {
      'user-id-length': 'Et bruger-ID har 5 til 48 tegn.',
      'user-id-letter': 'Brug kun bogstaverne a-å, tal, mellemrum og {}!#$^,*()_+-=:;?.@',
      'user-id-space': 'Et bruger-ID begynder og slutter ikke med mellemrum.',
      'user-id-digits': 'Et bruger-ID har færre end ti cifre.',
      'user-id-cpr': 'Dit CPR-nummer må ikke være dit bruger-ID.',
    },
    userIdTaken: 'Det er optaget. Find på et andet, eller tag et af forslagene.',
    userIdWait: (time: string) =>
      `Du har spurgt mange gange. Tag et af forslagene, eller prøv igen ${time}.`,

    finishTitle: 'Ser det rigtigt ud?',
    finishText: 'Når du siger ja, er dit MitID oprettet.',
    finishPin: 'Derefter vælger du en PIN-kode.',
    name: 'Navn',
    userIdLabel: 'Bruger-ID',
    finish: 'Ja, opret mit MitID',
    finishing: 'Opretter dit MitID …',
    change: 'Ret noget',
  },
  en: {
    termsTitle: 'What you say yes to',
    termsLead: 'This is what matters most in the terms.',
    termsPoints: [
      'When you approve with MitID, it is as your signature on paper.',
      'MitID is yours alone. Never share codes or the app with anybody.',
      'If the phone is lost, or another knows your PIN, you must block it at once.',
      'It is free. Nobody may ask you for money for it.',
    ],
    readTerms: 'Read all the terms (new window)',
    readPrivacy: 'Read how we handle your information (new window)',
    accept: 'I have read the terms and say yes to them',
    acceptMissing: 'Tick the box if you say yes. Without a yes you cannot get MitID.',
    termsChanged: 'The text has just changed. Read the new one and tick the box again.',
    fetching: 'Fetching the terms …',

    contactsTitle: 'Where can we reach you?',
    contactsLead:
      'We send a code so that we know the number or address is yours. Preferably give both: you are then told in two places if somebody changes something.',
    contact: {
      sms: {
        label: 'Mobile number',
        hint: 'For example 20 12 34 56. Foreign: + and the country code first.',
        send: 'Send a code by SMS',
        wrong: 'That is no phone number. Type 8 digits, or + and the country code first.',
        checked: (to) => `${to} is checked.`,
      },
      email: {
        label: 'E-mail address',
        hint: 'For example name@post.example',
        send: 'Send a code by e-mail',
        wrong: 'That is no e-mail address. It needs an @, and a dot in its last part.',
        checked: (to) => `${to} is checked.`,
      },
    },
    tooManyCodes:
      'We have sent as many codes as we can at a time. Go on with what is checked, or begin again tomorrow.',
    noContact:
      'If you have neither mobile nor e-mail, you can get MitID at a Citizen Service Centre.',

    codeTitle: 'Type the code that we sent',
    codeSent: (to) => `We have sent 6 digits to ${to}.`,
    codeUntil: (time) => `The code is valid until ${time}.`,
    code: 'Code of 6 digits',
    codeMissing: 'Enter all 6 digits.',
    codeWrong: (left) => `The code does not fit. ${left}`,
    triesLeft: {
      one: 'You have 1 try left.',
      other: (count) => `You have ${count} tries left.`,
    },
    codeOver: 'The code is no longer valid. Have a new one sent.',

    userIdTitle: 'Choose your user ID',
    userIdLead:
      'You type it when you use MitID. Choose one that you can remember and others do not guess.',
    suggestions: 'Take one of these',
    own: 'Or think of your own',
    ownHint: '5 to 48 characters. Upper and lower case are the same.',
    userIdMissing: 'Type a user ID, or take one of the suggestions.',
    userId: {
      'user-id-length': 'A user ID has 5 to 48 characters.',
      'user-id-letter': 'Use only the letters a-z, æ, ø, å, digits, space and {}!#$^,*()_+-=:;?.@',
      'user-id-space': 'A user ID neither begins nor ends with a space.',
      'user-id-digits': 'A user ID has fewer than ten digits.',
      'user-id-cpr': 'Your CPR number may not be your user ID.',
    },
    userIdTaken: 'It is taken. Think of another, or take one of the suggestions.',
    userIdWait: (time) =>
      `You have asked many times. Take one of the suggestions, or try again ${time}.`,

    finishTitle: 'Does this look right?',
    finishText: 'When you say yes, your MitID is created.',
    finishPin: 'After that you choose a PIN.',
    name: 'Name',
    userIdLabel: 'User ID',
    finish: 'Yes, create my MitID',
    finishing: 'Creating your MitID …',
    change: 'Change something',
  },
})
