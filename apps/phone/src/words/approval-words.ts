/** The app's own words around what a service asks; what is asked comes only from `render`. */
import { wording } from '@open-mitid/ui/wording'

export const approvalWords = wording({
  da: {
    verified: (domain: string) => `${domain} · bekræftet`,
    timeLeft: (span: string) => `${span} tilbage`,
    oneMinute: 'Der er under 1 minut tilbage til at svare.',
    timeOver: 'Tiden er gået',
    from: 'Hvor det kommer fra',
    browser: 'Browser',
    place: 'Sted',
    document: 'Dokument',
    fingerprint: (sha256: string) => `Fingeraftryk ${sha256}`,
    remember: 'Husk denne computer',
    rememberHint: 'Kun hvis den er din. Gælder efter 24 timer.',
    readFirst: 'Læs til ende først',
    pinFirst: 'Indtast først din PIN-kode',
    refuse: 'Afvis',
    notMe: 'Jeg startede ikke dette',
    refusing: 'Afviser …',

    unseen: 'Ser du denne computer foran dig?',
    unseenText: 'Du har aldrig før brugt MitID i denne browser.',
    onThePhone:
      'Taler nogen med dig i telefonen, eller har nogen bedt dig om at gøre dette? Så stop.',
    goOn: 'Ja, jeg sidder ved den: fortsæt',
    unseenReminder:
      'Du har ikke brugt denne browser før. Taler nogen med dig i telefonen? Så afvis.',

    approved: 'Godkendt',
    loggedOn: 'Du er logget på',
    approvedHere: 'Gå tilbage, så bliver det færdigt. Gør det inden for et minut.',
    approvedThere: 'Fortsæt på den anden skærm.',
    toBrowser: 'Tilbage til browseren',
    receipt: 'Gem kvitteringen',
    receiptSaved: 'Kvitteringen er gemt som en fil.',
    receiptLater:
      'Kvitteringen er ikke klar endnu. Prøv igen om lidt, eller find den i Mine godkendelser.',

    refused: 'Afvist',
    refusedText: 'Der sker ikke mere. Tjenesten har fået at vide, at du afviste.',
    reported: 'Tak. Vi har stoppet det',
    reportedText: 'Ingen er kommet ind, og intet er godkendt.',
    reportedNext: [
      'Nogen kender måske dit bruger-ID. Det er ikke nok til at komme ind.',
      'Ringer eller skriver nogen, så læg på, og svar ikke. Sig aldrig dine koder.',
      'Har du givet nogen en kode eller godkendt noget forkert, så ring til support og få dit MitID spærret.',
    ],

    over: 'Der er ikke mere at svare på',
    overText:
      'Tiden er gået, eller det blev afsluttet et andet sted. Intet er godkendt. Begynd igen på siden, hvis du vil.',
  },
  en: {
    verified: (domain) => `${domain} · verified`,
    timeLeft: (span) => `${span} left`,
    oneMinute: 'There is less than 1 minute left to answer.',
    timeOver: 'Time is up',
    from: 'Where it comes from',
    browser: 'Browser',
    place: 'Place',
    document: 'Document',
    fingerprint: (sha256) => `Fingerprint ${sha256}`,
    remember: 'Remember this computer',
    rememberHint: 'Only if it is yours. Takes effect after 24 hours.',
    readFirst: 'Read to the end first',
    pinFirst: 'Enter your PIN first',
    refuse: 'Refuse',
    notMe: 'I did not start this',
    refusing: 'Refusing …',

    unseen: 'Do you see this computer in front of you?',
    unseenText: 'You have never used MitID in this browser before.',
    onThePhone:
      'Is somebody on the phone with you, or has somebody asked you to do this? Then stop.',
    goOn: 'Yes, I sit at it: go on',
    unseenReminder:
      'You have not used this browser before. Is somebody on the phone with you? Then refuse.',

    approved: 'Approved',
    loggedOn: 'You are logged on',
    approvedHere: 'Go back to finish. Do it within a minute.',
    approvedThere: 'Go on at the other screen.',
    toBrowser: 'Back to the browser',
    receipt: 'Keep the receipt',
    receiptSaved: 'The receipt has been saved as a file.',
    receiptLater:
      'The receipt is not ready yet. Try again in a moment, or find it in My approvals.',

    refused: 'Refused',
    refusedText: 'Nothing more happens. The service has been told that you refused.',
    reported: 'Thank you. We have stopped it',
    reportedText: 'Nobody has got in, and nothing has been approved.',
    reportedNext: [
      'Somebody may know your user ID. That is not enough to get in.',
      'If somebody calls or writes, hang up and do not answer. Never tell your codes.',
      'If you gave somebody a code or approved something wrong, call support and have your MitID blocked.',
    ],

    over: 'There is nothing left to answer',
    overText:
      'The time ran out, or it was ended elsewhere. Nothing has been approved. Begin again on the page if you want to.',
  },
})
