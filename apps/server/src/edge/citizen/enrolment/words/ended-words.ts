/** Pages beside the steps. */
import { wording } from '@open-mitid/ui/wording'

export const endedWords = wording({
  da: {
    summary: 'Få MitID med NemID.',
    reasons: {
      'too-young': {
        title: 'Du kan få MitID, når du er fyldt 13',
        happened: 'MitID er for alle fra 13 år. Vi har ikke gemt noget om dig.',
        next: 'Kom tilbage efter din fødselsdag. Indtil da kan dine forældre ordne det digitale for dig.',
        onward: 'Læs om at få MitID',
      },
      'has-mitid': {
        title: 'Du har allerede et MitID',
        happened: 'Man kan kun have ét. Derfor stopper vi her, og der er ikke ændret noget.',
        next: 'Har du ny telefon, eller har du glemt noget? Så kan du bruge det MitID, du har, og få en ny app til det.',
        onward: 'Ny telefon eller ny app',
      },
      register: {
        title: 'Vi kan ikke give dig MitID her',
        happened:
          'Det, der står om dig i CPR-registret, gør, at vi ikke kan gøre det på nettet. Vi har ikke gemt noget om dig.',
        next: 'I borgerservice kan de se på det sammen med dig. Det kan være en fejl i registret.',
        onward: 'Se, hvad du skal have med',
      },
      left: {
        title: 'Vi er stoppet',
        happened: 'Det, du havde udfyldt, er slettet, og der er ikke oprettet noget.',
        next: 'Du er velkommen til at begynde igen.',
        onward: 'Læs om at få MitID',
      },
    },
    leave: {
      title: 'Vil du stoppe og slette?',
      what: 'Så sletter vi det, du har udfyldt, med det samme. Der bliver ikke oprettet noget MitID.',
      later: 'Vil du bare gøre det færdigt senere, så luk siden. Det er gemt i et døgn.',
      yes: 'Stop og slet',
      no: 'Gå videre',
    },
    resume: {
      title: 'Du er allerede i gang',
      what: 'I denne browser er nogen begyndt at få MitID inden for det sidste døgn. Er det dig, så gå videre. Ellers begynd forfra.',
      goOn: 'Gå videre',
      anew: 'Begynd forfra',
    },
    unknown: {
      title: 'Det kan vi ikke finde',
      happened:
        'Der er gået mere end et døgn, eller det er begyndt i en anden browser. Af hensyn til din sikkerhed kan det kun gøres færdigt dér.',
      next: 'Gå tilbage til den browser, du begyndte i, eller begynd forfra.',
      again: 'Begynd forfra',
    },
  },
  en: {
    summary: 'Get MitID with NemID.',
    reasons: {
      'too-young': {
        title: 'You can get MitID when you are 13',
        happened: 'MitID is for everybody from the age of 13. We have kept nothing about you.',
        next: 'Come back after your birthday. Until then your parents can do the digital things for you.',
        onward: 'Read about getting MitID',
      },
      'has-mitid': {
        title: 'You have a MitID already',
        happened: 'Nobody can have more than one. So we stop here, and nothing has been changed.',
        next: 'A new phone, or something forgotten? Use the MitID that you have, and get a new app for it.',
        onward: 'New phone or new app',
      },
      register: {
        title: 'We cannot give you MitID here',
        happened:
          'Because of what the CPR register says of you, we cannot do it online. We have kept nothing about you.',
        next: 'At a Citizen Service Centre they can look at it with you. It may be an error in the register.',
        onward: 'See what to bring',
      },
      left: {
        title: 'We have stopped',
        happened: 'What you had filled in is deleted, and nothing has been created.',
        next: 'You are welcome to begin again.',
        onward: 'Read about getting MitID',
      },
    },
    leave: {
      title: 'Stop and delete?',
      what: 'We then delete what you have filled in, at once. No MitID is created.',
      later: 'If you only want to finish it later, close the page. It is kept for 24 hours.',
      yes: 'Stop and delete',
      no: 'Go on',
    },
    resume: {
      title: 'You have begun already',
      what: 'In this browser somebody has begun to get MitID within the last 24 hours. If it is you, go on. Otherwise begin anew.',
      goOn: 'Go on',
      anew: 'Begin anew',
    },
    unknown: {
      title: 'We cannot find that',
      happened:
        'More than 24 hours have passed, or it was begun in another browser. For your safety it can only be finished there.',
      next: 'Go back to the browser you began in, or begin anew.',
      again: 'Begin anew',
    },
  },
})
