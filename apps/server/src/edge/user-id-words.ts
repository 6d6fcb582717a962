/** The step of the user ID, and its rules in plain words. */
import { wording } from '@open-mitid/ui/wording'

export const userIdWords = wording({
  da: {
    title: 'Vælg dit bruger-ID',
    lead: 'Du skriver det, hver gang du bruger MitID. Vælg et, du kan huske, og som andre ikke gætter.',
    suggestions: 'Tag et af disse',
    own: 'Eller find på dit eget',
    hint: '5 til 48 tegn. Store og små bogstaver er det samme.',
    goOn: 'Brug dette bruger-ID',
    free: 'Det er ledigt.',
    empty: 'Skriv et bruger-ID, eller tag et af forslagene.',
    refused: {
      'user-id-length': 'Et bruger-ID har 5 til 48 tegn.',
      'user-id-letter': 'Brug kun bogstaverne a-å, tal, mellemrum og {}!#$^,*()_+-=:;?.@',
      'user-id-space': 'Et bruger-ID begynder og slutter ikke med mellemrum.',
      'user-id-digits': 'Et bruger-ID har færre end ti cifre.',
      'user-id-cpr': 'Dit CPR-nummer må ikke være dit bruger-ID.',
      'user-id-taken': 'Det er optaget. Find på et andet, eller tag et af forslagene.',
    },
    wait: (until: string) =>
      `Du har spurgt mange gange. Tag et af forslagene, eller prøv igen efter kl. ${until}.`,
    rulesTitle: 'Reglerne for et bruger-ID',
    rules: [
      '5 til 48 tegn: bogstaverne a-å, tal, mellemrum og {}!#$^,*()_+-=:;?.@',
      'Store og små bogstaver er det samme.',
      'Intet mellemrum først eller sidst, og færre end ti cifre.',
      'Aldrig dit CPR-nummer.',
      'Et bruger-ID, som en anden har haft, kan du ikke få.',
    ],
  },
  en: {
    title: 'Choose your user ID',
    lead: 'You type it each time you use MitID. Choose one that you can remember and others do not guess.',
    suggestions: 'Take one of these',
    own: 'Or think of your own',
    hint: '5 to 48 characters. Upper and lower case are the same.',
    goOn: 'Use this user ID',
    free: 'It is free.',
    empty: 'Type a user ID, or take one of the suggestions.',
    refused: {
      'user-id-length': 'A user ID has 5 to 48 characters.',
      'user-id-letter': 'Use only the letters a-z, æ, ø, å, digits, space and {}!#$^,*()_+-=:;?.@',
      'user-id-space': 'A user ID neither begins nor ends with a space.',
      'user-id-digits': 'A user ID has fewer than ten digits.',
      'user-id-cpr': 'Your CPR number may not be your user ID.',
      'user-id-taken': 'It is taken. Think of another, or take one of the suggestions.',
    },
    wait: (until) =>
      `You have asked many times. Take one of the suggestions, or try again after ${until}.`,
    rulesTitle: 'The rules for a user ID',
    rules: [
      '5 to 48 characters: the letters a-z, æ, ø, å, digits, space and {}!#$^,*()_+-=:;?.@',
      'Upper and lower case are the same.',
      'No space first or last, and fewer than ten digits.',
      'Never your CPR number.',
      'A user ID that somebody else has had cannot become yours.',
    ],
  },
})
