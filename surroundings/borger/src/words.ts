/** Every text of Borger. */
import { wording } from '@open-mitid/ui/wording'

const da = {
  name: 'Borger',
  notice:
    'Borger er en øvetjeneste i sandkassen. Den er ikke en offentlig myndighed, og MitID her er ikke den danske stats.',
  title: 'Selvbetjening for borgere',
  lead: 'Log på med MitID, og se, hvad en offentlig tjeneste får at vide om dig.',
  login: 'Log på med MitID',
  again: 'Log på igen',
  stillOn: 'Du er stadig logget på.',
  toOwn: 'Til din side',
  home: 'Til forsiden',
  welcome: (name: string) => `Velkommen, ${name}`,
  welcomeNameless: 'Velkommen',
  told: 'Det fik vi at vide',
  fullName: 'Navn',
  noName: 'Navnet er beskyttet og blev ikke givet',
  cpr: 'CPR-nummer',
  noCpr: 'Blev ikke givet',
  level: 'Sikringsniveau (NSIS)',
  way: 'Kan loginnet være lokket fra dig?',
  resistant: 'Nej, det var bundet til din egen browser',
  notResistant: 'Det kan ikke udelukkes: browseren var ny for dit MitID',
  at: 'Logget på',
  logout: 'Log af',
  /** `next`: what to do for somebody who is not logged on. */
  messages: {
    cancelled: { title: 'Du stoppede i MitID', text: 'Intet er sket.' },
    timeout: {
      title: 'Tiden løb ud',
      text: 'MitID ventede fem minutter på dig. Intet er sket.',
      next: 'Du kan logge på igen.',
    },
    notMe: {
      title: 'Loginnet blev afvist',
      text: 'I appen blev der svaret: “Jeg startede ikke dette”. Var det ikke dig, så skift PIN-kode, og ring til support.',
    },
    elsewhere: {
      title: 'Loginnet blev startet et andet sted',
      text: 'Svaret fra appen kom tilbage i en anden browser end den, der begyndte. Fik du et link af en anden, så brug det ikke.',
      next: 'Ellers log på igen i den browser, du vil bruge.',
    },
    wrongUser: {
      title: 'Bruger-ID’et passede ikke til appen',
      text: 'Appen hører til et andet bruger-ID end det, der blev skrevet.',
      next: 'Log på igen, og se efter, at bruger-ID’et er dit.',
    },
    otherPerson: {
      title: 'Det var ikke dit eget MitID',
      text: 'En anden end dig prøvede at svare.',
      next: 'Log på igen med dit eget MitID.',
    },
    blocked: {
      title: 'MitID’et kan ikke bruges nu',
      text: 'MitID’et er spærret, eller appen er fjernet. MitID’s hjemmeside fortæller, hvad du kan gøre.',
    },
    unknownPerson: {
      title: 'Vi kan ikke genkende dig',
      text: 'MitID kender ikke den person, der var logget på her før.',
      next: 'Log på igen.',
    },
    tooLow: {
      title: 'Dit MitID når ikke højt nok',
      text: 'Her kræves et højere sikringsniveau, end dit MitID har. I borgerservice kan du få det hævet.',
    },
    failed: {
      title: 'Loginnet lykkedes ikke',
      text: 'MitID kunne ikke gennemføre loginnet. Vent et øjeblik, og prøv igen.',
    },
    stale: {
      title: 'Loginnet hører ikke til her',
      text: 'Siden blev åbnet i en anden browser, eller for anden gang.',
      next: 'Log på igen.',
    },
    missing: { title: 'Siden findes ikke', text: 'Adressen er forkert eller forældet.' },
    foreign: { title: 'Det blev ikke gjort', text: 'Ønsket kom ikke fra Borgers egne sider.' },
    fault: {
      title: 'Noget gik galt hos os',
      text: 'Borger kunne ikke få svar fra MitID. Vent et øjeblik, og prøv igen.',
    },
  },
}

export const words = wording({
  da,
  en: {
    name: 'Borger',
    notice:
      'Borger is a practice service in the sandbox. It is not a public authority, and MitID here is not the Danish state’s.',
    title: 'Self-service for citizens',
    lead: 'Log on with MitID and see what a public service is told about you.',
    login: 'Log on with MitID',
    again: 'Log on again',
    stillOn: 'You are still logged on.',
    toOwn: 'To your page',
    home: 'To the front page',
    welcome: (name) => `Welcome, ${name}`,
    welcomeNameless: 'Welcome',
    told: 'What we were told',
    fullName: 'Name',
    noName: 'The name is protected and was not given',
    cpr: 'CPR number',
    noCpr: 'Was not given',
    level: 'Level of assurance (NSIS)',
    way: 'Could this login have been tricked out of you?',
    resistant: 'No, it was bound to your own browser',
    notResistant: 'It cannot be ruled out: the browser was new to your MitID',
    at: 'Logged on',
    logout: 'Log off',
    messages: {
      cancelled: { title: 'You stopped in MitID', text: 'Nothing has happened.' },
      timeout: {
        title: 'Time ran out',
        text: 'MitID waited five minutes for you. Nothing has happened.',
        next: 'You can log on again.',
      },
      notMe: {
        title: 'The login was refused',
        text: 'The app answered “I did not start this”. If that was not you, change your PIN and call support.',
      },
      elsewhere: {
        title: 'The login was started elsewhere',
        text: 'The answer from the app came back in another browser than the one that began. If somebody sent you a link, do not use it.',
        next: 'Otherwise log on again in the browser you want to use.',
      },
      wrongUser: {
        title: 'The user ID did not fit the app',
        text: 'The app belongs to another user ID than the one that was typed.',
        next: 'Log on again and check that the user ID is yours.',
      },
      otherPerson: {
        title: 'That was not your own MitID',
        text: 'Somebody other than you tried to answer.',
        next: 'Log on again with your own MitID.',
      },
      blocked: {
        title: 'The MitID cannot be used now',
        text: 'The MitID is blocked, or the app was removed. MitID’s website tells what you can do.',
      },
      unknownPerson: {
        title: 'We do not recognise you',
        text: 'MitID does not know the person who was logged on here before.',
        next: 'Log on again.',
      },
      tooLow: {
        title: 'Your MitID does not reach far enough',
        text: 'A higher level of assurance is required here than your MitID has. At a Citizen Service Centre it can be raised.',
      },
      failed: {
        title: 'The login did not work',
        text: 'MitID could not carry out the login. Wait a moment and try again.',
      },
      stale: {
        title: 'This login does not belong here',
        text: 'The page was opened in another browser, or for a second time.',
        next: 'Log on again.',
      },
      missing: { title: 'There is no such page', text: 'The address is wrong or out of date.' },
      foreign: {
        title: 'It was not done',
        text: 'The request did not come from Borger’s own pages.',
      },
      fault: {
        title: 'Something went wrong on our side',
        text: 'Borger could not get an answer from MitID. Wait a moment and try again.',
      },
    },
  },
})

export type Message = keyof typeof da.messages
