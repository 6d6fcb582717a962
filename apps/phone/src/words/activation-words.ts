/** What a person reads while their app is being activated. */
import { wording } from '@open-mitid/ui/wording'

export const activationWords = wording({
  da: {
    welcome: (scheme: string) => `Velkommen til ${scheme}`,
    welcomeText: 'Med denne app logger du på og godkender. Først skal den aktiveres.',
    activate: 'Aktivér appen',
    byPassport: 'Få MitID med dit pas',
    whereTitle: 'Hvor får jeg en aktiveringskode?',
    where: [
      'På den side, hvor du oprettede dit MitID.',
      'I et brev, som du har bedt om.',
      'I borgerservice.',
      'Du skal aldrig betale for en kode, og ingen må bede dig om at læse den op.',
    ],
    iphoneTitle: 'På iPhone og iPad: føj først appen til hjemmeskærmen',
    iphone:
      'Tryk på Del og derefter på Føj til hjemmeskærm. Åbn appen dér, og aktivér den dér. Det, du aktiverer i Safari, følger ikke med.',
    noProfileTitle: 'Der er intet MitID i denne browser',
    noProfile:
      'Du åbnede et link, som skal godkendes i appen. Åbn appen dér, hvor dit MitID er, for eksempel fra hjemmeskærmen. Vælg “Indtast en kode” dér, og “Vis en kode, du kan indtaste” på siden, du kom fra.',

    beforeTitle: 'Før du begynder',
    before: {
      signature: {
        title: 'En godkendelse er din underskrift',
        text: 'Den binder dig, som når du skriver under på papir.',
      },
      yourself: {
        title: 'Du skal selv kunne bruge dit MitID',
        text: 'Ingen andre må godkende for dig.',
      },
      share: {
        title: 'Del det aldrig',
        text: 'Vis eller sig aldrig dine koder til nogen, heller ikke til familie, bank eller politi.',
      },
      free: { title: 'Det er gratis', text: 'Ingen må kræve penge for MitID.' },
    },
    understood: 'Jeg forstår, fortsæt',

    codeTitle: 'Indtast din aktiveringskode',
    codeLabel: 'Aktiveringskode',
    codeHint: '12 bogstaver og tal. Du kan også sætte den ind.',
    codeUnknown:
      'Koden passer ikke, er brugt eller er udløbet. Se efter, at du har tastet den rigtigt. Passer den stadig ikke, skal du have en ny, dér hvor du fik denne.',

    nameTitle: 'Hvad skal profilen hedde på denne telefon?',
    nameLabel: 'Navn på profilen',
    nameHint: 'For eksempel dit fornavn. Navnet bliver på telefonen.',
    nameTooLong: 'Skriv et navn på højst 30 tegn.',

    secondTitle: 'Indtast den kode, vi har sendt',
    sentTo: {
      sms: (to: string) => `Vi har sendt en sms med 6 cifre til ${to}.`,
      email: (to: string) => `Vi har sendt en e-mail med 6 cifre til ${to}.`,
    },
    letterTitle: 'Din kode kommer med posten',
    letter:
      'Vi sender et brev med 6 cifre til den adresse, vi har på dig. Det tager som regel nogle dage. Luk bare appen så længe. Når du har brevet, så åbn appen på den her telefon og indtast koden.',
    letterUntil: (time: string) => `Aktiveringen venter på dig til ${time}.`,
    validUntil: (time: string) => `Koden gælder til ${time}.`,
    secondLabel: 'Kode på 6 cifre',
    secondMissing: 'Indtast alle 6 cifre.',
    secondWrong: (tries: string) =>
      `Koden passer ikke. ${tries}. Brug den nyeste kode, du har fået.`,
    triesLeft: {
      one: 'Du har 1 forsøg tilbage',
      other: (count: string) => `Du har ${count} forsøg tilbage`,
    },
    sendAgain: 'Send en ny kode',
    sentAgain: 'Vi har sendt en ny kode. Den gamle gælder ikke længere.',
    letterSentAgain: 'Vi sender et nyt brev. Koden i det gamle gælder ikke længere.',
    cannotSendAgain: 'Der kan ikke sendes flere koder. Begynd forfra med en ny aktiveringskode.',
    startOver: 'Begynd forfra',
    endedTitle: 'Aktiveringen er slut',
    ended:
      'Koden blev tastet forkert for mange gange, eller tiden er gået. Ingen har fået adgang. Hent en ny aktiveringskode, dér hvor du fik den første, og begynd forfra.',

    pinTitle: 'Vælg en PIN-kode',
    pinHint: 'Seks cifre, som kun du kender. Ikke en fødselsdag.',
    pinLabel: 'Ny PIN-kode',
    pinAgainTitle: 'Indtast PIN-koden igen',
    pinAgainLabel: 'Den samme PIN-kode',
    pinDifferent: 'De to PIN-koder var ikke ens. Vælg en PIN-kode igen.',
    activating: 'Aktiverer …',

    activatedTitle: 'Din app er klar',
    activatedText: (name: string) =>
      `Profilen hedder ${name}. Vi har skrevet til dig, at den er aktiveret.`,
    install: 'Føj appen til hjemmeskærmen',
    installText: 'Så finder du den hurtigt, og den åbner også uden net.',
    start: 'Tag den i brug',

    resumeTitle: 'Aktiveringen blev afbrudt',
    resumeText: 'Vi mangler svar fra serveren. Intet er gået tabt.',
  },
  en: {
    welcome: (scheme) => `Welcome to ${scheme}`,
    welcomeText: 'You log on and approve with this app. First it has to be activated.',
    activate: 'Activate the app',
    byPassport: 'Get a MitID with your passport',
    whereTitle: 'Where do I get an activation code?',
    where: [
      'On the page where you got your MitID.',
      'In a letter that you asked for.',
      'At a Citizen Service Centre.',
      'You never pay for a code, and nobody may ask you to read it out.',
    ],
    iphoneTitle: 'On iPhone and iPad: add the app to the Home Screen first',
    iphone:
      'Tap Share, then Add to Home Screen. Open the app there, and activate it there. What you activate in Safari does not come along.',
    noProfileTitle: 'There is no MitID in this browser',
    noProfile:
      'You opened a link that has to be approved in the app. Open the app where your MitID is, for example from the home screen. Choose “Type a code” there, and “Show a code to type” on the page you came from.',

    beforeTitle: 'Before you begin',
    before: {
      signature: {
        title: 'An approval is your signature',
        text: 'It binds you as your signature on paper does.',
      },
      yourself: {
        title: 'You must be able to use your MitID yourself',
        text: 'Nobody else may approve for you.',
      },
      share: {
        title: 'Never share it',
        text: 'Never show or tell your codes to anybody: not family, not the bank, not the police.',
      },
      free: { title: 'It is free', text: 'Nobody may ask for money for MitID.' },
    },
    understood: 'I understand, continue',

    codeTitle: 'Enter your activation code',
    codeLabel: 'Activation code',
    codeHint: '12 letters and digits. You can also paste it.',
    codeUnknown:
      'The code does not fit, has been used or has expired. Check that you typed it as it stands. If it still does not fit, get a new one where you got this one.',

    nameTitle: 'What shall this profile be called on this phone?',
    nameLabel: 'Name of the profile',
    nameHint: 'For example your first name. The name stays on the phone.',
    nameTooLong: 'Write a name of at most 30 characters.',

    secondTitle: 'Enter the code we sent',
    sentTo: {
      sms: (to) => `We have sent a text message with 6 digits to ${to}.`,
      email: (to) => `We have sent an e-mail with 6 digits to ${to}.`,
    },
    letterTitle: 'Your code comes by post',
    letter:
      'We are sending a letter with 6 digits to the address we have for you. It usually takes some days. You can close the app meanwhile. When you have the letter, open the app on this phone and enter the code.',
    letterUntil: (time) => `The activation waits for you until ${time}.`,
    validUntil: (time) => `The code is valid until ${time}.`,
    secondLabel: 'Code of 6 digits',
    secondMissing: 'Enter all 6 digits.',
    secondWrong: (tries) => `The code does not fit. ${tries}. Use the newest code you have got.`,
    triesLeft: { one: 'You have 1 try left', other: (count) => `You have ${count} tries left` },
    sendAgain: 'Send a new code',
    sentAgain: 'We have sent a new code. The old one no longer works.',
    letterSentAgain: 'We are sending a new letter. The code in the old one no longer works.',
    cannotSendAgain: 'No more codes can be sent. Start over with a new activation code.',
    startOver: 'Start over',
    endedTitle: 'The activation has ended',
    ended:
      'The code was typed wrongly too often, or the time ran out. Nobody has got in. Get a new activation code where you got the first one, and start over.',

    pinTitle: 'Choose a PIN',
    pinHint: 'Six digits that only you know. Not a birthday.',
    pinLabel: 'New PIN',
    pinAgainTitle: 'Enter the PIN again',
    pinAgainLabel: 'The same PIN',
    pinDifferent: 'The two PINs were not the same. Choose a PIN again.',
    activating: 'Activating …',

    activatedTitle: 'Your app is ready',
    activatedText: (name) =>
      `The profile is called ${name}. We have written to you that it is activated.`,
    install: 'Add the app to the home screen',
    installText: 'Then you find it quickly, and it also opens without a network.',
    start: 'Start using it',

    resumeTitle: 'The activation was interrupted',
    resumeText: 'We have not heard from the server. Nothing is lost.',
  },
})
