/** The words of what a person changes about their own MitID in the box. */
import { wording } from '@open-mitid/ui/wording'

export const changeWords = wording({
  da: {
    /** What is asked, as the app and the box show it before it is approved. */
    asked: {
      password: 'Vælg en ny adgangskode',
      'user-id': 'Vælg et nyt bruger-ID',
    },
    yourUserId: 'Dit bruger-ID er',
    password: {
      title: 'Vælg en ny adgangskode',
      lead: 'Den gamle virker ikke mere, når du har valgt en ny. Vi får den aldrig at se.',
      label: 'Ny adgangskode',
      hint: '8 til 64 tegn. Tre eller fire tilfældige ord er nemme at huske og svære at gætte.',
      show: 'Vis adgangskoden',
      send: 'Gem adgangskoden',
      working: 'Gemmer. Det tager et øjeblik …',
    },
    userId: {
      title: 'Vælg et nyt bruger-ID',
      lead: 'Det gamle kan ingen andre få. Bruger du en kodeviser eller kodeoplæser, skal du skrive din adgangskode igen, for den hører sammen med bruger-ID’et.',
      leadApp: 'Det gamle kan ingen andre få.',
      label: 'Nyt bruger-ID',
      password: 'Din adgangskode, eller en ny',
      send: 'Gem bruger-ID’et',
      same: 'Det er det bruger-ID, du har.',
      askedOut: 'Du har spurgt mange gange. Tag et af forslagene, eller begynd forfra senere.',
    },
    noScript:
      'Siden kan ikke gå videre, fordi JavaScript er slået fra. Uden det ville din adgangskode skulle sendes til os, og det skal den ikke.',
    busy: 'Det lykkedes ikke lige nu. Prøv igen.',
    wait: (span: string) => `Vent ${span}, og prøv igen.`,
    over: {
      'change-done': {
        title: 'Ændringen er gemt',
        lead: 'Du får besked om det på alle dine kanaler. Var det ikke dig, så ring straks til support.',
        next: 'Brug det nye, næste gang du logger på.',
      },
      'change-ended': {
        title: 'Tiden er gået',
        lead: 'Der skete ikke noget med dit MitID.',
        next: 'Begynd forfra, hvis du stadig vil ændre det.',
      },
      'browser-unseen': {
        title: 'Denne computer er ny for os',
        lead: 'Dit MitID ændres kun fra en computer, vi kender. Så kan ingen få dig til at godkende noget, som sker hos dem. Der er ikke ændret noget.',
        next: 'Åbn siden på den telefon, hvor din app er, eller på en computer, du har husket.',
      },
      'no-password': {
        title: 'Du har ikke nogen adgangskode',
        lead: 'Kun kodeviser og kodeoplæser bruger en adgangskode. Din app har sin egen PIN-kode.',
        next: 'PIN-koden skifter du i appens menu.',
      },
    },
    back: 'Tilbage til hjemmesiden',
  },
  en: {
    asked: {
      password: 'Choose a new password',
      'user-id': 'Choose a new user ID',
    },
    yourUserId: 'Your user ID is',
    password: {
      title: 'Choose a new password',
      lead: 'The old one no longer works when you have chosen a new one. We never see it.',
      label: 'New password',
      hint: '8 to 64 characters. Three or four random words are easy to remember and hard to guess.',
      show: 'Show the password',
      send: 'Save the password',
      working: 'Saving. It takes a moment …',
    },
    userId: {
      title: 'Choose a new user ID',
      lead: 'Nobody else can get the old one. If you use a code display or code reader, you must type your password again, because it belongs together with the user ID.',
      leadApp: 'Nobody else can get the old one.',
      label: 'New user ID',
      password: 'Your password, or a new one',
      send: 'Save the user ID',
      same: 'That is the user ID you have.',
      askedOut: 'You have asked many times. Take one of the suggestions, or start again later.',
    },
    noScript:
      'This page cannot go on because JavaScript is off. Without it your password would have to be sent to us, and it must not be.',
    busy: 'It did not work right now. Try again.',
    wait: (span) => `Wait ${span}, and try again.`,
    over: {
      'change-done': {
        title: 'The change is saved',
        lead: 'You are told about it on all your channels. If it was not you, call support at once.',
        next: 'Use the new one the next time you log on.',
      },
      'change-ended': {
        title: 'The time has run out',
        lead: 'Nothing happened to your MitID.',
        next: 'Start again if you still want to change it.',
      },
      'browser-unseen': {
        title: 'This computer is new to us',
        lead: 'Your MitID is changed only from a computer that we know. Then nobody can make you approve something that happens at their end. Nothing has been changed.',
        next: 'Open the page on the phone where your app is, or on a computer that you have had remembered.',
      },
      'no-password': {
        title: 'You have no password',
        lead: 'Only a code display and a code reader use a password. Your app has a PIN of its own.',
        next: 'You change the PIN in the menu of the app.',
      },
    },
    back: 'Back to the website',
  },
})
