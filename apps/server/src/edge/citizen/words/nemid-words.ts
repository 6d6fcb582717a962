/** Getting a MitID with NemID, before it begins. */
import { wording } from '@open-mitid/ui/wording'

export const nemidWords = wording({
  da: {
    title: 'Få MitID med NemID',
    summary: 'Brug dit NemID én sidste gang til at vise, hvem du er, og få MitID.',
    lead: 'Du viser, hvem du er, med NemID. Derefter er dit MitID klar på cirka ti minutter.',
    begin: 'Begynd',
    resume:
      'Er du allerede begyndt i denne browser, kan du gå videre, hvor du slap. Det er gemt i et døgn.',
    ready: 'Hav dette klar',
    readyPoints: [
      'Bruger-ID og adgangskode til NemID.',
      'Dit nøglekort eller telefonen med nøgleappen.',
      'Din telefon eller din e-mail: vi sender en kode.',
      'En telefon eller tablet, hvis du vil bruge appen.',
    ],
    steps: 'Sådan foregår det',
    stepList: [
      'Vis, hvem du er, med NemID.',
      'Vælg, hvad du vil godkende med, og en reserve.',
      'Læs vilkårene, og sig ja.',
      'Skriv dit mobilnummer eller din e-mail, og bekræft det med en kode.',
      'Vælg et bruger-ID.',
      'Hent appen, eller få en kodeviser eller kodeoplæser sendt.',
    ],
    sandboxTitle: 'I sandkassen',
    sandbox: 'Vælg en person uden MitID på startsiden. Den fører også til personens NemID.',
    cannot: 'Har du ikke NemID?',
    cannotText: 'Så er der to andre måder.',
    otherWays: 'Se alle tre måder',
  },
  en: {
    title: 'Get MitID with NemID',
    summary: 'Use your NemID one last time to show who you are, and get MitID.',
    lead: 'You show who you are with NemID. Your MitID is then ready in about ten minutes.',
    begin: 'Begin',
    resume:
      'If you have begun in this browser already, you can go on where you left off. It is kept for 24 hours.',
    ready: 'Have this ready',
    readyPoints: [
      'User ID and password of NemID.',
      'Your code card, or the phone with the code app.',
      'Your phone or your e-mail: we send a code.',
      'A phone or tablet if you want to use the app.',
    ],
    steps: 'How it goes',
    stepList: [
      'Show who you are with NemID.',
      'Choose what to approve with, and a spare.',
      'Read the terms and say yes.',
      'Type your mobile number or e-mail, and confirm it with a code.',
      'Choose a user ID.',
      'Get the app, or have a code display or code reader sent.',
    ],
    sandboxTitle: 'In the sandbox',
    sandbox: 'Choose a person without MitID on the start page. It also leads to their NemID.',
    cannot: 'You have no NemID?',
    cannotText: 'Then there are two other ways.',
    otherWays: 'See all three ways',
  },
})
