/** The words of a sign-in by password and code device. */
import { wording } from '@open-mitid/ui/wording'

export const deviceWords = wording({
  da: {
    way: 'Brug kodeviser eller kodeoplæser',
    password: {
      title: 'Indtast din adgangskode',
      lead: 'Det er den adgangskode, du valgte til din kodeviser eller kodeoplæser.',
      label: 'Adgangskode',
      show: 'Vis adgangskoden',
      send: 'Fortsæt',
      working: 'Tjekker adgangskoden. Det tager et øjeblik …',
    },
    noScript:
      'Kodeviser og kodeoplæser kan ikke bruges her, fordi JavaScript er slået fra. Uden det ville din adgangskode skulle sendes til os, og det skal den ikke. Slå JavaScript til, eller brug din app.',
    code: {
      title: {
        'code-display': 'Indtast koden fra din kodeviser',
        'audio-reader': 'Indtast koden fra din kodeoplæser',
        both: 'Indtast koden',
      },
      lead: {
        'code-display': 'Tryk på kodeviseren, og indtast de tal, den viser.',
        'audio-reader': 'Tryk på kodeoplæseren, og indtast de tal, den siger og viser.',
        both: 'Vælg, hvad du bruger, og indtast de tal, den viser.',
      },
      which: 'Hvad bruger du?',
      device: {
        'code-display': (end: string) => `Kodeviser, nummer der ender på ${end}`,
        'audio-reader': (end: string) => `Kodeoplæser, nummer der ender på ${end}`,
      },
      label: 'Kode',
      hint: '6 tal. Mellemrum gør ikke noget.',
      remember: 'Husk denne computer',
      rememberHint: 'Kun hvis det er din egen. Du får besked, og den huskes efter 24 timer.',
      read: 'Læs det hele, før du indtaster koden. Det, du godkender her, svarer til din underskrift.',
      send: {
        log_on: 'Log på',
        approve: 'Godkend',
        confirm: 'Bekræft',
        accept: 'Acceptér',
        sign: 'Underskriv',
        manage: 'Bekræft',
      },
      working: 'Tjekker koden …',
    },
    question: {
      approve: 'Vil du godkende følgende?',
      confirm: 'Vil du bekræfte følgende?',
      accept: 'Vil du acceptere følgende?',
      sign: 'Vil du underskrive følgende?',
      manage: 'Vil du bekræfte denne ændring af dit MitID?',
      log_on: 'Vil du logge på?',
    },
    fault: {
      empty: 'Indtast din adgangskode. Feltet er tomt.',
      wrong:
        'Adgangskoden passer ikke til bruger-ID’et. Se efter, at begge dele er dine, og prøv igen.',
      wait: (span: string) =>
        `Der er lige blevet prøvet med dette bruger-ID. Vent ${span}, og prøv igen.`,
      'app-only': 'Her skal du bruge din app. Tjenesten tager ikke imod koder til dette.',
      'browser-unseen':
        'Adgangskoden er rigtig, men denne computer er ny for os. Dit MitID ændres kun fra en computer, vi kender, eller med et link, vi sender til dig.',
      busy: 'Det lykkedes ikke lige nu. Prøv igen.',
      'code-empty': 'Indtast koden. Den har 6 tal.',
      'code-wrong': (left: number) =>
        left === 1
          ? 'Koden er forkert. Du har 1 forsøg, før du skal vente. En kode virker kun én gang, så tag en ny.'
          : `Koden er forkert. Du har ${String(left)} forsøg, før du skal vente. En kode virker kun én gang, så tag en ny.`,
      'code-wait': (until: string) =>
        `Der er tastet forkerte koder. Du kan prøve igen klokken ${until}. Denne anmodning kan nå at udløbe; så begynder du bare forfra.`,
    },
    closed: {
      blocked: {
        title: 'Dit MitID er spærret',
        lead: 'Adgangskoden er rigtig, men ingen kan bruge dit MitID, heller ikke med appen. Borgerservice kan åbne det igen. Tag dit pas eller kørekort med.',
        go: 'Se, hvad du skal have med',
      },
      'no-device': {
        title: 'Du har ingen kodeviser eller kodeoplæser i brug',
        lead: 'Adgangskoden er rigtig, men der er ingen, som er aktiveret. Har du fået en med posten, så aktivér den med koden fra brevet. Ellers bestil en hos support. Det er gratis.',
        go: 'Aktivér den',
      },
      suspended: {
        title: 'Din kodeviser eller kodeoplæser er lukket',
        lead: 'Adgangskoden er rigtig, men der er tastet forkerte koder for mange gange, eller den er meldt mistet. Ingen kan bruge den, før den er åbnet igen. Det kan du selv gøre med NemID, eller du kan ringe til support.',
        go: 'Åbn den igen',
      },
      support: 'Få hjælp hos support',
    },
    tips: {
      title: 'Går det ikke?',
      list: [
        'Se efter, at Caps Lock er slået fra, og vis adgangskoden, mens du skriver.',
        'Se efter, at bruger-ID’et er dit. Det er ikke dit CPR-nummer.',
      ],
      forgotten: 'Har du glemt din adgangskode?',
      support: 'Få hjælp hos support',
    },
  },
  en: {
    way: 'Use a code display or code reader',
    password: {
      title: 'Type your password',
      lead: 'It is the password you chose for your code display or code reader.',
      label: 'Password',
      show: 'Show the password',
      send: 'Continue',
      working: 'Checking the password. It takes a moment …',
    },
    noScript:
      'A code display or code reader cannot be used here because JavaScript is off. Without it your password would have to be sent to us, and it must not be. Turn JavaScript on, or use your app.',
    code: {
      title: {
        'code-display': 'Type the code from your code display',
        'audio-reader': 'Type the code from your code reader',
        both: 'Type the code',
      },
      lead: {
        'code-display': 'Press the code display and type the digits it shows.',
        'audio-reader': 'Press the code reader and type the digits it says and shows.',
        both: 'Choose what you use, and type the digits it shows.',
      },
      which: 'What do you use?',
      device: {
        'code-display': (end) => `Code display, number ending in ${end}`,
        'audio-reader': (end) => `Code reader, number ending in ${end}`,
      },
      label: 'Code',
      hint: '6 digits. Spaces do not matter.',
      remember: 'Remember this computer',
      rememberHint: 'Only if it is your own. You are told, and it is remembered after 24 hours.',
      read: 'Read all of it before you type the code. What you approve here corresponds to your signature.',
      send: {
        log_on: 'Log on',
        approve: 'Approve',
        confirm: 'Confirm',
        accept: 'Accept',
        sign: 'Sign',
        manage: 'Confirm',
      },
      working: 'Checking the code …',
    },
    question: {
      approve: 'Do you want to approve the following?',
      confirm: 'Do you want to confirm the following?',
      accept: 'Do you want to accept the following?',
      sign: 'Do you want to sign the following?',
      manage: 'Do you want to confirm this change to your MitID?',
      log_on: 'Do you want to log on?',
    },
    fault: {
      empty: 'Type your password. The field is empty.',
      wrong: 'The password does not go with the user ID. Check that both are yours, and try again.',
      wait: (span) => `This user ID has just been tried. Wait ${span}, and try again.`,
      'app-only': 'Here you must use your app. The service does not take codes for this.',
      'browser-unseen':
        'The password is right, but this computer is new to us. Your MitID is changed only from a computer that we know, or with a link that we send you.',
      busy: 'It did not work right now. Try again.',
      'code-empty': 'Type the code. It has 6 digits.',
      'code-wrong': (left) =>
        left === 1
          ? 'The code is wrong. You have 1 try before you must wait. A code works only once, so take a new one.'
          : `The code is wrong. You have ${String(left)} tries before you must wait. A code works only once, so take a new one.`,
      'code-wait': (until) =>
        `Wrong codes were typed. You can try again at ${until}. This request may expire before; then you simply start again.`,
    },
    closed: {
      blocked: {
        title: 'Your MitID is blocked',
        lead: 'The password is right, but nobody can use your MitID, not with the app either. A Citizen Service Centre can open it again. Bring your passport or driving licence.',
        go: 'See what to bring',
      },
      'no-device': {
        title: 'You have no code display or code reader in use',
        lead: 'The password is right, but none is activated. If you got one by post, activate it with the code from the letter. Otherwise order one from support. It is free.',
        go: 'Activate it',
      },
      suspended: {
        title: 'Your code display or code reader is closed',
        lead: 'The password is right, but wrong codes were typed too many times, or it was reported lost. Nobody can use it until it has been opened again. You can do that yourself with NemID, or you can call support.',
        go: 'Open it again',
      },
      support: 'Get help from support',
    },
    tips: {
      title: 'Is it not working?',
      list: [
        'Check that Caps Lock is off, and show the password while you type.',
        'Check that the user ID is yours. It is not your CPR number.',
      ],
      forgotten: 'Have you forgotten your password?',
      support: 'Get help from support',
    },
  },
})
