/** How a sign-in can end without success: what happened, and what the person can do next. */
import { wording } from '@open-mitid/ui/wording'

export const endingWords = wording({
  da: {
    /** Over an ending of which no service is known. */
    head: 'Log på eller godkend',
    backTo: (service: string) => `Tilbage til ${service}`,
    onTo: (service: string) => `Fortsæt til ${service}`,
    refused: {
      title: 'Du har afvist',
      happened: 'Du trykkede på “Afvis” i appen. Intet er godkendt.',
      next: 'Ville du noget andet? Gå tilbage, og begynd igen.',
    },
    'not-me': {
      title: 'Vi har stoppet det',
      happened:
        'Du svarede i appen, at du ikke selv har startet dette. Intet er godkendt, og ingen er logget på.',
      next: 'Har nogen ringet, skrevet eller banket på og bedt dig om at bruge MitID? Læg på, og gør ikke, hvad de siger. Var det en fejl, så gå tilbage, og begynd igen.',
    },
    expired: {
      title: 'Tiden er gået',
      happened:
        'Der gik for lang tid, så vi har lukket for en sikkerheds skyld. Intet er godkendt.',
      next: 'Gå tilbage, og begynd igen. Hav telefonen med MitID-appen klar.',
    },
    cancelled: {
      title: 'Du har annulleret',
      happened: 'Intet er godkendt, og du er ikke logget på.',
      next: 'Du kan altid begynde igen.',
    },
    'wrong-user-id': {
      title: 'Bruger-ID’et passer ikke til appen',
      happened:
        'Appen hører til et andet bruger-ID end det, der blev skrevet her. Det skete tre gange, så vi har stoppet. Intet er godkendt.',
      next: 'Gå tilbage, begynd igen, og se efter, at bruger-ID’et er dit. Bruger I den samme tablet, så vælg dit eget navn i appen.',
    },
    elsewhere: {
      title: 'Dette blev startet et andet sted',
      happened:
        'Du godkendte i appen, men det var ikke denne browser, der bad om det. Derfor har vi stoppet. Ingen er logget på.',
      next: 'Har du fået et link af en anden? Så luk siden, og brug ikke linket igen. Ellers skal du begynde igen i den browser, du vil bruge.',
    },
    blocked: {
      title: 'Dette MitID kan ikke bruges nu',
      happened: 'MitID’et er spærret, eller appen er slettet. Intet er godkendt.',
      next: 'Kontakt borgerservice eller support, så hjælper de dig videre.',
    },
    'other-person': {
      title: 'Det var ikke dit eget MitID',
      happened:
        'Tjenesten venter på en bestemt person, og appen tilhører en anden. Intet er godkendt.',
      next: 'Gå tilbage, og begynd igen med dit eget MitID.',
    },
    completed: {
      title: 'Dette er allerede gjort',
      happened: 'Du har godkendt, og vi har sendt svaret. Det kan kun bruges én gang.',
      next: 'Er du ikke kommet videre, så tryk på knappen.',
    },
    unknown: {
      title: 'Siden kan ikke vises her',
      happened: 'Enten blev den startet i en anden browser, eller også er den for gammel.',
      next: 'Gå til den hjemmeside, du vil bruge, og begynd igen derfra. Har du fået et link til denne side af en anden, så luk siden.',
    },
    'no-cookie': {
      title: 'Din browser sender ingen cookie',
      happened:
        'Vi bruger én cookie, så kun den browser, der begynder, kan gøre det færdigt. Den kom ikke med. Enten er cookies slået fra, eller også blev siden startet i en anden browser.',
      next: 'Slå cookies til for denne side, gå til den hjemmeside, du vil bruge, og begynd igen derfra.',
    },
    'no-token': {
      title: 'Her er ikke noget at gøre færdigt',
      happened: 'Denne side bruges kun, når du kommer tilbage fra MitID-appen.',
      next: 'Gå til den hjemmeside, du vil bruge, og begynd igen derfra.',
    },
    'return-late': {
      title: 'Det kunne ikke gøres færdigt',
      happened: 'Svaret fra appen er brugt, eller det er for gammelt. Ingen er logget på med det.',
      next: 'Gå til den hjemmeside, du vil bruge, og begynd igen derfra.',
    },
    returning: {
      head: 'Tilbage fra appen',
      title: 'Vi gør det færdigt',
      lead: 'Et øjeblik. Du bliver sendt videre, når svaret er tjekket.',
      noScript:
        'JavaScript er slået fra, så siden kan ikke gøre det færdigt. Slå det til, og begynd igen, eller brug en kode, du indtaster i appen.',
    },
    leave: {
      title: 'Vil du annullere?',
      happened: 'Intet er godkendt endnu. Hvis du annullerer, sker der ikke mere her.',
      next: (service: string) =>
        `Du kommer tilbage til ${service}, som får at vide, at du annullerede.`,
      yes: 'Ja, annuller',
      no: 'Nej, fortsæt',
    },
  },
  en: {
    head: 'Log on or approve',
    backTo: (service) => `Back to ${service}`,
    onTo: (service) => `Go on to ${service}`,
    refused: {
      title: 'You have refused',
      happened: 'You pressed “Refuse” in the app. Nothing is approved.',
      next: 'Did you want something else? Go back and start again.',
    },
    'not-me': {
      title: 'We have stopped it',
      happened:
        'You answered in the app that you did not start this. Nothing is approved and nobody is logged on.',
      next: 'Did somebody call, write or come to your door and ask you to use MitID? Hang up, and do not do what they say. If it was a mistake, go back and start again.',
    },
    expired: {
      title: 'The time has run out',
      happened: 'It took too long, so we closed it to keep you safe. Nothing is approved.',
      next: 'Go back and start again. Have the phone with your MitID app ready.',
    },
    cancelled: {
      title: 'You have cancelled',
      happened: 'Nothing is approved and you are not logged on.',
      next: 'You can always start again.',
    },
    'wrong-user-id': {
      title: 'The user ID does not fit the app',
      happened:
        'The app belongs to another user ID than the one typed here. It happened three times, so we stopped. Nothing is approved.',
      next: 'Go back, start again, and check that the user ID is yours. If you share a tablet, choose your own name in the app.',
    },
    elsewhere: {
      title: 'This was started elsewhere',
      happened:
        'You approved in the app, but it was not this browser that asked for it. So we stopped it. Nobody is logged on.',
      next: 'Did you get a link from somebody else? Close the page and do not use the link again. If not, start again in the browser that you want to use.',
    },
    blocked: {
      title: 'This MitID cannot be used now',
      happened: 'The MitID is blocked or the app was removed. Nothing is approved.',
      next: 'Contact Citizen Service or support, and they will help you.',
    },
    'other-person': {
      title: 'It was not your own MitID',
      happened:
        'The service is waiting for one certain person, and the app belongs to another. Nothing is approved.',
      next: 'Go back and start again with your own MitID.',
    },
    completed: {
      title: 'This is already done',
      happened: 'You have approved, and we have sent the answer. It can be used only once.',
      next: 'If you did not get any further, press the button.',
    },
    unknown: {
      title: 'This page cannot be shown here',
      happened: 'Either it was started in another browser, or it is too old.',
      next: 'Go to the website that you want to use and start again from there. If somebody sent you a link to this page, close it.',
    },
    'no-cookie': {
      title: 'Your browser sends no cookie',
      happened:
        'We use one cookie, so that only the browser that starts can finish. It did not come along. Either cookies are off, or the page was started in another browser.',
      next: 'Allow cookies for this page, go to the website that you want to use and start again from there.',
    },
    'no-token': {
      title: 'There is nothing to finish here',
      happened: 'This page is used only when you come back from the MitID app.',
      next: 'Go to the website that you want to use and start again from there.',
    },
    'return-late': {
      title: 'This could not be finished',
      happened: 'The answer from the app has been used or is too old. Nobody is logged on with it.',
      next: 'Go to the website that you want to use and start again from there.',
    },
    returning: {
      head: 'Back from the app',
      title: 'We are finishing it',
      lead: 'One moment. You are sent on as soon as the answer is checked.',
      noScript:
        'JavaScript is off, so this page cannot finish. Turn it on and start again, or use a code that you type in the app.',
    },
    leave: {
      title: 'Do you want to cancel?',
      happened: 'Nothing is approved yet. If you cancel, nothing more happens here.',
      next: (service) => `You go back to ${service}, which is told that you cancelled.`,
      yes: 'Yes, cancel',
      no: 'No, go on',
    },
  },
})
