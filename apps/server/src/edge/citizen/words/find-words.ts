/** The guide that finds the way to a MitID. */
import { wording } from '@open-mitid/ui/wording'

export const findWords = wording({
  da: {
    title: 'Find din vej til MitID',
    summary: 'Svar på et par spørgsmål, og se, hvordan du får MitID.',
    yes: 'Ja',
    no: 'Nej',
    goOn: 'Fortsæt',
    questions: {
      age: { legend: 'Er du fyldt 13 år?', hint: 'MitID er for alle fra 13 år.' },
      mitid: {
        legend: 'Har du haft MitID før?',
        hint: 'Også hvis du har en ny telefon eller har glemt noget.',
      },
      nemid: {
        legend: 'Har du NemID med nøglekort eller nøgleapp?',
        hint: 'Du skal kunne huske bruger-ID og adgangskode til det.',
      },
      passport: {
        legend: 'Har du et gyldigt pas med chip?',
        hint: 'På forsiden er der et lille tegn: en firkant med en cirkel i midten.',
      },
      phone: {
        legend: 'Kan du låne eller bruge en telefon, der kan læse passets chip?',
        hint: 'De fleste telefoner, der kan betale i butikker, kan også læse et pas.',
      },
    },
    ways: {
      nemid: {
        title: 'Få MitID med NemID',
        why: 'Det er den hurtigste vej. Du kan gøre det herfra på ti minutter.',
        onward: 'Se, hvordan du gør',
      },
      passport: {
        title: 'Få MitID med pas og app',
        why: 'Du viser dit pas og dit ansigt til appen, og så er den klar med det samme.',
        onward: 'Se, hvordan du gør',
      },
      centre: {
        title: 'Få MitID i borgerservice',
        why: 'Der kan de se, hvem du er, og give dig det, du skal bruge.',
        onward: 'Se, hvordan du gør',
      },
      'too-young': {
        title: 'Du kan få MitID, når du er fyldt 13',
        why: 'Indtil da kan dine forældre ordne det digitale for dig.',
        onward: 'Læs om at få MitID',
      },
      'has-mitid': {
        title: 'Du skal ikke have et nyt MitID',
        why: 'Man har kun ét, og det kan få en ny app eller et nyt bruger-ID.',
        onward: 'Ny telefon eller ny app',
      },
    },
    again: 'Svar igen',
    allWays: 'Se alle tre måder',
  },
  en: {
    title: 'Find your way to MitID',
    summary: 'Answer a few questions, and see how you get MitID.',
    yes: 'Yes',
    no: 'No',
    goOn: 'Continue',
    questions: {
      age: { legend: 'Are you 13 or older?', hint: 'MitID is for everybody from the age of 13.' },
      mitid: {
        legend: 'Have you had MitID before?',
        hint: 'Also if you have a new phone or have forgotten something.',
      },
      nemid: {
        legend: 'Do you have NemID with a code card or code app?',
        hint: 'You must remember its user ID and password.',
      },
      passport: {
        legend: 'Do you have a valid passport with a chip?',
        hint: 'There is a small sign on its cover: a rectangle with a circle in the middle.',
      },
      phone: {
        legend: 'Can you use or borrow a phone that reads the passport’s chip?',
        hint: 'Most phones that can pay in shops can also read a passport.',
      },
    },
    ways: {
      nemid: {
        title: 'Get MitID with NemID',
        why: 'It is the quickest way. You can do it from here in ten minutes.',
        onward: 'See how to do it',
      },
      passport: {
        title: 'Get MitID with passport and app',
        why: 'You show your passport and your face to the app, and it is ready at once.',
        onward: 'See how to do it',
      },
      centre: {
        title: 'Get MitID at a Citizen Service Centre',
        why: 'There they can see who you are, and give you what you need.',
        onward: 'See how to do it',
      },
      'too-young': {
        title: 'You can get MitID when you are 13',
        why: 'Until then your parents can do the digital things for you.',
        onward: 'Read about getting MitID',
      },
      'has-mitid': {
        title: 'You do not need a new MitID',
        why: 'Everybody has only one, and it can get a new app or a new user ID.',
        onward: 'New phone or new app',
      },
    },
    again: 'Answer again',
    allWays: 'See all three ways',
  },
})
