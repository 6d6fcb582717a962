/** The front page. */
import { wording } from '@open-mitid/ui/wording'

export const frontWords = wording({
  da: {
    title: 'MitID: log på og godkend',
    summary: 'MitID er din digitale legitimation. Her kan du se, hvad det er, og få hjælp.',
    heading: 'Log på og godkend med MitID',
    lead: 'MitID er din digitale legitimation. Du viser, hvem du er, og siger ja til præcis det, du har læst.',
    get: 'Få MitID',
    how: 'Se, hvordan du godkender',
    free: 'Det er gratis',
    freeText:
      'Det koster ikke noget at få MitID og bruge det: app, kodeviser, kodeoplæser, erstatning og breve. Ingen må bede dig om penge for det.',
    doing: 'Det kan du',
    logOn: 'Logge på',
    logOnText:
      'Tjenesten spørger, hvem du er. Du svarer i appen, og tjenesten får kun det at vide, den har ret til.',
    approve: 'Godkende',
    approveText:
      'Appen viser ord for ord, hvad du siger ja til, for eksempel en overførsel og beløbet. Det, du ser, er det, du skriver under.',
    refuse: 'Sige nej',
    refuseText:
      'Det er lige så let at afvise. Har du ikke selv startet det, stopper du det med ét tryk.',
    on: 'Gå videre',
    find: 'Svar på et par spørgsmål, og se, hvordan du får MitID.',
    app: 'Hent den på telefon, tablet eller computer, og aktivér den med to koder.',
    help: 'Hvad du gør, når noget driller, og fem regler, der passer på dig.',
    services: 'Tilslut en tjeneste på en time med OpenID Connect.',
    stateTitle: 'Ikke statens MitID',
    state:
      'Dette system er åbent, og alle kan læse, hvordan det virker. Det er ikke den danske stats MitID, og du kan ikke bruge det hos offentlige myndigheder eller rigtige banker.',
  },
  en: {
    title: 'MitID: log on and approve',
    summary: 'MitID is your digital identity. See what it is, and get help.',
    heading: 'Log on and approve with MitID',
    lead: 'MitID is your digital identity. You show who you are, and say yes to exactly what you have read.',
    get: 'Get MitID',
    how: 'See how to approve',
    free: 'It is free',
    freeText:
      'Getting and using MitID costs nothing: app, code display, code reader, replacements and letters. Nobody may ask you for money for it.',
    doing: 'What you can do',
    logOn: 'Log on',
    logOnText:
      'The service asks who you are. You answer in the app, and the service learns only what it has a right to.',
    approve: 'Approve',
    approveText:
      'The app shows word for word what you say yes to, for example a transfer and its amount. What you see is what you sign.',
    refuse: 'Say no',
    refuseText:
      'Refusing is just as easy. If you did not start it yourself, you stop it with one press.',
    on: 'Go on',
    find: 'Answer a few questions, and see how you get MitID.',
    app: 'Get it on a phone, tablet or computer, and activate it with two codes.',
    help: 'What to do when something goes wrong, and five rules that keep you safe.',
    services: 'Connect a service in an hour with OpenID Connect.',
    stateTitle: 'Not the state’s MitID',
    state:
      'This system is open, and anybody can read how it works. It is not the Danish state’s MitID, and you cannot use it with public authorities or real banks.',
  },
})
