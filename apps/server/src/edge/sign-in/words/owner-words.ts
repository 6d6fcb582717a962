/** The words of the owner's way on: what to do when the right password does not work. */
import { wording } from '@open-mitid/ui/wording'

export const ownerWords = wording({
  da: {
    offer: {
      title: 'Er adgangskoden rigtig, og det går alligevel ikke?',
      why: 'Har andre prøvet sig frem med dit bruger-ID, kan din adgangskode ikke prøves på en computer, vi ikke kender. Vi kan sende dig et link, så du kommer videre.',
      unseenTitle: 'Gå videre på denne computer',
      unseen: 'Vi sender et link til din e-mail eller telefon. Så ved vi, at det er dig.',
      ask: 'Få et link',
    },
    sent: {
      title: 'Se efter en besked fra os',
      lead: 'Er bruger-ID’et dit, har vi sendt en besked til din e-mail, eller på SMS, hvis du ikke har givet os en e-mail. Brug den nyeste, hvis der er flere.',
      link: 'Åbn linket i beskeden, hvis du kan læse den på denne computer. Kom så tilbage hertil.',
      code: 'Kode fra beskeden',
      codeHint: '8 tegn, bogstaver og tal. Store og små bogstaver er lige gode.',
      send: 'Fortsæt',
      opened: 'Jeg har åbnet linket',
      none: 'Kommer der ikke noget, så se efter blandt uønskede e-mails. Vi sender ikke igen, før den seneste er ved at udløbe. Du kan også bruge din app eller en computer, vi kender, eller ringe til support.',
      empty: 'Skriv koden fra beskeden. Feltet er tomt.',
      wrong:
        'Koden virker ikke. Se efter, at den er skrevet rigtigt og kommer fra den nyeste besked.',
      busy: 'Det lykkedes ikke lige nu. Prøv igen.',
    },
    on: 'Du kan nu prøve din adgangskode på denne computer.',
    page: {
      head: 'Log på på en ny computer',
      asking: { title: 'Et øjeblik', lead: 'Vi ser på linket.' },
      'let-on': {
        title: 'Nu kan du gå videre',
        lead: 'Du kan prøve din adgangskode på denne computer.',
        next: 'Gå tilbage til vinduet, hvor du var ved at logge på. Er det lukket, så begynd forfra hos tjenesten. Du har et kvarter.',
      },
      elsewhere: {
        title: 'Linket hører til en anden computer',
        lead: 'Der er bedt om det et andet sted end her. Er det dig, der er ved at logge på dér, så skriv koden fra beskeden på den computer.',
        next: 'Er det ikke dig, så gør ingenting. Giv aldrig linket eller koden til andre, heller ikke til en, der ringer.',
      },
      unknown: {
        title: 'Linket virker ikke mere',
        lead: 'Det er brugt, eller der er gået for lang tid.',
        next: 'Gå tilbage til der, hvor du var ved at logge på, og få et nyt.',
      },
      noScript: 'JavaScript er slået fra, så siden kan ikke gå videre. Skriv koden i stedet.',
    },
  },
  en: {
    offer: {
      title: 'Is the password right, and it still does not work?',
      why: 'If others have been guessing with your user ID, your password cannot be tried on a computer that we do not know. We can send you a link, so that you can go on.',
      unseenTitle: 'Go on on this computer',
      unseen: 'We send a link to your e-mail or phone. Then we know that it is you.',
      ask: 'Get a link',
    },
    sent: {
      title: 'Look for a message from us',
      lead: 'If the user ID is yours, we have sent a message to your e-mail, or by text message if you have not given us an e-mail. Use the newest one if there are several.',
      link: 'Open the link in the message if you can read it on this computer. Then come back here.',
      code: 'Code from the message',
      codeHint: '8 characters, letters and digits. Capital letters do not matter.',
      send: 'Continue',
      opened: 'I have opened the link',
      none: 'If nothing comes, look among unwanted e-mails. We do not send again before the latest one is about to expire. You can also use your app or a computer that we know, or call support.',
      empty: 'Type the code from the message. The field is empty.',
      wrong:
        'The code does not work. Check that it is typed correctly and comes from the newest message.',
      busy: 'It did not work right now. Try again.',
    },
    on: 'You can now try your password on this computer.',
    page: {
      head: 'Log on on a new computer',
      asking: { title: 'One moment', lead: 'We are looking at the link.' },
      'let-on': {
        title: 'Now you can go on',
        lead: 'You can try your password on this computer.',
        next: 'Go back to the window where you were logging on. If it is closed, start again at the service. You have a quarter of an hour.',
      },
      elsewhere: {
        title: 'The link belongs to another computer',
        lead: 'It was asked for somewhere else than here. If it is you who is logging on there, type the code from the message on that computer.',
        next: 'If it is not you, do nothing. Never give the link or the code to others, not even to somebody who calls.',
      },
      unknown: {
        title: 'The link no longer works',
        lead: 'It has been used, or too much time has passed.',
        next: 'Go back to where you were logging on, and get a new one.',
      },
      noScript: 'JavaScript is off, so this page cannot go on. Type the code instead.',
    },
  },
})
