/** The words of the pages on which a code display or audio reader is activated. */
import { wording } from '@open-mitid/ui/wording'
import { passwordWords } from '../../password-words.ts'

export const activateWords = wording({
  da: {
    problem: 'Der er et problem',
    title: 'Aktivér din kodeviser eller kodeoplæser',
    summary: 'Med nummeret på den, koden fra brevet og en adgangskode, du selv vælger.',
    lead: 'Du skal bruge din kodeviser eller kodeoplæser og brevet med koden. Her vælger du også en ny adgangskode, hvis du har fået et brev til det.',
    serial: 'Nummer på kodeviseren eller kodeoplæseren',
    serialHint: 'Det står på bagsiden. Kodeoplæseren kan også sige det.',
    code: 'Koden fra brevet',
    codeHint: '8 tal. Mellemrum gør ikke noget.',
    go: 'Fortsæt',
    unread: {
      title: 'Kan du ikke læse brevet?',
      text: 'Vis med NemID, hvem du er. Så får du en kode på sms eller e-mail i stedet for den i brevet.',
      go: 'Aktivér med NemID',
    },
    wrong:
      'Nummeret og koden passer ikke sammen. Se efter, at begge dele er skrevet rigtigt. Efter 3 forkerte koder skal du have et nyt brev.',
    empty: 'Udfyld begge felter.',
    ended:
      'Der er gået for lang tid, eller koden fra brevet gælder ikke mere. Begynd forfra. Går det stadig ikke, så bed support om et nyt brev.',
    noScript:
      'Denne side kan ikke gå videre, fordi JavaScript er slået fra. Uden det ville din adgangskode skulle sendes til os, og det skal den ikke. Slå JavaScript til, eller få hjælp i borgerservice.',
    yourUserId: 'Dit bruger-ID er',
    choose: {
      title: 'Vælg en adgangskode',
      lead: 'Du skal bruge den sammen med koden, hver gang du logger på. Vi får den aldrig at se.',
      label: 'Ny adgangskode',
      hint: '8 til 64 tegn. Tre eller fire tilfældige ord er nemme at huske og svære at gætte.',
      show: 'Vis adgangskoden',
      go: 'Vælg adgangskoden',
      working: 'Gemmer. Det tager et øjeblik …',
    },
    known: {
      title: 'Indtast din adgangskode',
      lead: 'Du har allerede en adgangskode til dit MitID. Den gælder også her.',
      label: 'Adgangskode',
      forgotten: 'Jeg har glemt den: vælg en ny',
      go: 'Fortsæt',
      working: 'Tjekker adgangskoden. Det tager et øjeblik …',
      wrong: 'Adgangskoden er forkert. Prøv igen, eller vælg en ny.',
    },
    anew: {
      title: 'Vælg en ny adgangskode',
      lead: 'Den gamle virker, indtil du har skrevet en kode på næste side. Vi får adgangskoden aldrig at se.',
    },
    first: {
      title: {
        sent: 'Indtast den første kode',
        active: 'Indtast en kode',
        suspended: 'Indtast en kode',
      },
      lead: {
        'code-display': 'Tryk på kodeviseren, og indtast de tal, den viser.',
        'audio-reader': 'Tryk på kodeoplæseren, og indtast de tal, den siger og viser.',
      },
      label: 'Kode',
      hint: '6 tal. Mellemrum gør ikke noget.',
      go: { sent: 'Aktivér', active: 'Gem adgangskoden', suspended: 'Åbn igen' },
      working: { sent: 'Aktiverer …', active: 'Gemmer …', suspended: 'Åbner …' },
      wrong: (left: number) =>
        `Koden er forkert. Vent på en ny, og prøv igen. Du har ${String(left)} forsøg, før du skal vente.`,
      wait: (until: string) => `Der er tastet forkerte koder. Prøv igen klokken ${until}.`,
    },
    strength: passwordWords.da.strength,
    refused: passwordWords.da.refused,
    busy: 'Det lykkedes ikke lige nu. Prøv igen.',
    wait: (span: string) => `Vent ${span}, og prøv igen.`,
  },
  en: {
    problem: 'There is a problem',
    title: 'Activate your code display or code reader',
    summary: 'With its number, the code from the letter and a password that you choose.',
    lead: 'You need your code display or code reader and the letter with the code. You also choose a new password here, if you have got a letter for that.',
    serial: 'Number on the code display or code reader',
    serialHint: 'It is on the back. The code reader can also say it.',
    code: 'The code from the letter',
    codeHint: '8 digits. Spaces do not matter.',
    go: 'Continue',
    unread: {
      title: 'Can you not read the letter?',
      text: 'Show who you are with NemID. You then get a code by SMS or e-mail in the place of the one in the letter.',
      go: 'Activate with NemID',
    },
    wrong:
      'The number and the code do not go together. Check that both are typed correctly. After 3 wrong codes you need a new letter.',
    empty: 'Fill in both fields.',
    ended:
      'Too much time has passed, or the code from the letter is no longer valid. Start again. If it still does not work, ask support for a new letter.',
    noScript:
      'This page cannot go on because JavaScript is off. Without it your password would have to be sent to us, and it must not be. Turn JavaScript on, or get help at a Citizen Service Centre.',
    yourUserId: 'Your user ID is',
    choose: {
      title: 'Choose a password',
      lead: 'You need it together with the code each time you log on. We never see it.',
      label: 'New password',
      hint: '8 to 64 characters. Three or four random words are easy to remember and hard to guess.',
      show: 'Show the password',
      go: 'Choose the password',
      working: 'Saving. It takes a moment …',
    },
    known: {
      title: 'Type your password',
      lead: 'You already have a password for your MitID. It is used here too.',
      label: 'Password',
      forgotten: 'I have forgotten it: choose a new one',
      go: 'Continue',
      working: 'Checking the password. It takes a moment …',
      wrong: 'The password is wrong. Try again, or choose a new one.',
    },
    anew: {
      title: 'Choose a new password',
      lead: 'The old one works until you have typed a code on the next page. We never see the password.',
    },
    first: {
      title: { sent: 'Type the first code', active: 'Type a code', suspended: 'Type a code' },
      lead: {
        'code-display': 'Press the code display and type the digits it shows.',
        'audio-reader': 'Press the code reader and type the digits it says and shows.',
      },
      label: 'Code',
      hint: '6 digits. Spaces do not matter.',
      go: { sent: 'Activate', active: 'Save the password', suspended: 'Open it again' },
      working: { sent: 'Activating …', active: 'Saving …', suspended: 'Opening …' },
      wrong: (left) =>
        `The code is wrong. Wait for a new one and try again. You have ${String(left)} tries before you must wait.`,
      wait: (until) => `Wrong codes were typed. Try again at ${until}.`,
    },
    strength: passwordWords.en.strength,
    refused: passwordWords.en.refused,
    busy: 'It did not work right now. Try again.',
    wait: (span) => `Wait ${span}, and try again.`,
  },
})
