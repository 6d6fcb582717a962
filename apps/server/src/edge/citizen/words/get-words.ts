/** The three ways to a MitID. */
import { wording } from '@open-mitid/ui/wording'

export const getWords = wording({
  da: {
    title: 'Få MitID',
    summary: 'Tre måder at få MitID på, hvad du skal bruge, og hvad der gælder.',
    lead: 'Først viser du, hvem du er. Så vælger du et bruger-ID, og hvad du vil godkende med.',
    find: 'Find din vej',
    ways: 'Tre måder',
    way: {
      nemid: {
        title: 'Med NemID',
        what: 'Du bruger dit NemID én sidste gang her på siden.',
        needs: [
          'NemID med nøglekort eller nøgleapp',
          'Mobilnummer eller e-mail',
          'Cirka ti minutter',
        ],
        onward: 'Få MitID med NemID',
      },
      passport: {
        title: 'Med pas og app',
        what: 'Appen læser dit pas og ser dit ansigt.',
        needs: ['Gyldigt pas med chip', 'En telefon, der kan læse det', 'Cirka ti minutter'],
        onward: 'Læs om pas og app',
      },
      centre: {
        title: 'I borgerservice',
        what: 'En medarbejder ser dine papirer og hjælper dig.',
        needs: ['Gyldig legitimation', 'En aftale', 'Til dig, der ikke vil gøre det på nettet'],
        onward: 'Læs om borgerservice',
      },
    },
    requirements: 'Det gælder for alle',
    requirementPoints: [
      'Du er fyldt 13 år.',
      'Man har kun ét MitID. Det er personligt og deles aldrig med nogen.',
      'Du skal kunne bruge dit MitID selv.',
      'Din identitet er bekræftet, før du får noget i hånden.',
      'Når du godkender noget, svarer det til din underskrift på papir.',
    ],
    free: 'Det er gratis',
    freeText:
      'Det koster ikke noget at få MitID og bruge det: app, kodeviser, kodeoplæser, erstatning og breve. Ingen må bede dig om penge for det.',
    bring: 'Hav det klar',
    bringText: 'Det, du skal vise, afhænger af, hvilken vej du vælger.',
    papers: 'Se, hvilke papirer der gælder',
  },
  en: {
    title: 'Get MitID',
    summary: 'Three ways to get MitID, what you need, and what holds for all.',
    lead: 'First you show who you are. Then you choose a user ID, and what to approve with.',
    find: 'Find your way',
    ways: 'Three ways',
    way: {
      nemid: {
        title: 'With NemID',
        what: 'You use your NemID one last time on this website.',
        needs: ['NemID with code card or code app', 'Mobile number or e-mail', 'About ten minutes'],
        onward: 'Get MitID with NemID',
      },
      passport: {
        title: 'With passport and app',
        what: 'The app reads your passport and sees your face.',
        needs: ['Valid passport with a chip', 'A phone that can read it', 'About ten minutes'],
        onward: 'Read about passport and app',
      },
      centre: {
        title: 'At a Citizen Service Centre',
        what: 'An officer sees your papers and helps you.',
        needs: [
          'Valid identity papers',
          'An appointment',
          'For you who do not want to do it online',
        ],
        onward: 'Read about the centres',
      },
    },
    requirements: 'What holds for everybody',
    requirementPoints: [
      'You are 13 or older.',
      'Everybody has only one MitID. It is personal and never shared with anybody.',
      'You must be able to use your MitID on your own.',
      'Your identity is confirmed before you are given anything.',
      'When you approve something, it counts as your signature on paper.',
    ],
    free: 'It is free',
    freeText:
      'Getting and using MitID costs nothing: app, code display, code reader, replacements and letters. Nobody may ask you for money for it.',
    bring: 'Have it ready',
    bringText: 'What you are to show depends on the way that you choose.',
    papers: 'See which papers are valid',
  },
})
