/** Papers that show who somebody is. */
import { wording } from '@open-mitid/ui/wording'

export const legitimationWords = wording({
  da: {
    title: 'Legitimation: det skal du vise',
    summary: 'Hvilke papirer der gælder, når du skal have MitID.',
    lead: 'Før du får MitID, skal det være sikkert, at du er dig.',
    nemid: 'Med NemID',
    nemidPoints: ['Ingen papirer. NemID viser, hvem du er.'],
    toNemid: 'Få MitID med NemID',
    passport: 'Med pas og app',
    passportPoints: [
      'Et gyldigt pas med chip, dansk eller udenlandsk.',
      'Dit ansigt, som appen ser.',
    ],
    centre: 'I borgerservice',
    centrePoints: [
      'Gyldigt pas, eller gyldigt kørekort.',
      'Udlændinge: pas og opholdskort.',
      'Tag gerne sundhedskortet med. Det er ikke nok alene.',
    ],
    none: 'Har du ingen gyldige papirer?',
    nonePoints: [
      'Borgerservice kan stille spørgsmål fra CPR-registret, som kun du kan svare på.',
      'Eller du kan tage et vidne med, der selv har MitID og gyldige papirer.',
      'Har du intet CPR-nummer, kan du få MitID med et udenlandsk pas i borgerservice.',
    ],
    notYet: 'Borgerservice er ikke åben endnu',
    notYetText:
      'I dette system kan du få MitID med NemID, eller med pas og app. Borgerservice er ikke med endnu.',
  },
  en: {
    title: 'Identity papers: what to show',
    summary: 'Which papers are valid when you are to have MitID.',
    lead: 'Before you get MitID, it must be certain that you are you.',
    nemid: 'With NemID',
    nemidPoints: ['No papers. NemID shows who you are.'],
    toNemid: 'Get MitID with NemID',
    passport: 'With passport and app',
    passportPoints: [
      'A valid passport with a chip, Danish or foreign.',
      'Your face, which the app sees.',
    ],
    centre: 'At a Citizen Service Centre',
    centrePoints: [
      'A valid passport, or a valid driving licence.',
      'Foreign citizens: passport and residence card.',
      'Please bring the health card too. It is not enough alone.',
    ],
    none: 'You have no valid papers?',
    nonePoints: [
      'The centre can ask questions from the CPR register that only you can answer.',
      'Or you can bring a witness who has MitID and valid papers.',
      'Without a CPR number, you can get MitID with a foreign passport at the centre.',
    ],
    notYet: 'Citizen Service Centres are not open yet',
    notYetText:
      'In this system you can get MitID with NemID, or with passport and app. The centres are not part of it yet.',
  },
})
