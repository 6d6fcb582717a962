/** Every text of Sundby Bank. */
import { wording } from '@open-mitid/ui/wording'

const da = {
  name: 'Sundby Bank',
  notice:
    'Sundby Bank er en øvetjeneste i sandkassen uden rigtige penge, og MitID her er ikke den danske stats.',
  title: 'Din bank, når du øver dig',
  lead: 'Log på med MitID, og overfør penge, der ikke findes.',
  login: 'Log på med MitID',
  home: 'Til forsiden',
  toAccount: 'Til kontoen',
  hello: (name: string) => `Hej ${name}`,
  helloNameless: 'Din konto',
  balance: 'Til rådighed',
  transfer: 'Overfør penge',
  amount: 'Beløb i kroner',
  amountHint: 'For eksempel 2.300 eller 2.300,50',
  amountValue: '2.300',
  account: 'Til konto',
  accountHint: 'Registreringsnummer og kontonummer, for eksempel 9978 000123456',
  message: 'Besked til modtager (kan udelades)',
  approve: 'Godkend med MitID',
  approveHint: 'MitID viser dig præcis, hvad du godkender.',
  made: 'Overførsler',
  none: 'Du har ikke overført noget endnu.',
  to: 'Til konto',
  when: 'Tidspunkt',
  logout: 'Log af',
  done: 'Pengene er overført',
  doneText: (title: string) => `${title}. MitID bekræftede, at du godkendte netop den tekst.`,
  problems: {
    amount:
      'Beløbet kan ikke læses, eller det er ikke mellem 0,01 og 1.000.000 kroner. Skriv det som 2.300 eller 2.300,50.',
    funds: 'Der er ikke så mange penge på kontoen. Skriv et mindre beløb.',
    account: 'Skriv registreringsnummer og kontonummer, 8-14 cifre i alt.',
    message: 'Skriv højst 40 tegn uden særlige styretegn.',
  },
  messages: {
    cancelled: {
      title: 'Intet blev godkendt',
      text: 'Du stoppede i MitID. Der er ikke flyttet penge.',
    },
    timeout: {
      title: 'Tiden løb ud',
      text: 'MitID ventede fem minutter på dig. Der er ikke flyttet penge. Prøv igen fra kontoen.',
    },
    notMe: {
      title: 'Det blev afvist',
      text: 'I appen blev der svaret: “Jeg startede ikke dette”. Der er ikke flyttet penge. Var det ikke dig her, så ring til banken.',
    },
    elsewhere: {
      title: 'Det blev startet et andet sted',
      text: 'Svaret fra appen kom tilbage i en anden browser end den, der begyndte. Der er ikke flyttet penge. Fik du et link af en anden, så brug det ikke, og ring til banken. Ellers begynd igen i den browser, du vil bruge.',
    },
    wrongUser: {
      title: 'Bruger-ID’et passede ikke til appen',
      text: 'Appen hører til et andet bruger-ID end det, der blev skrevet. Der er ikke flyttet penge. Prøv igen, og se efter, at bruger-ID’et er dit.',
    },
    otherPerson: {
      title: 'Det var ikke dit eget MitID',
      text: 'En anden end den, der er logget på her, prøvede at godkende. Der er ikke flyttet penge. Prøv igen med dit eget MitID.',
    },
    blocked: {
      title: 'MitID’et kan ikke bruges nu',
      text: 'MitID’et er spærret, eller appen er fjernet. Der er ikke flyttet penge. MitID’s hjemmeside fortæller, hvad du kan gøre.',
    },
    unknownPerson: {
      title: 'Vi kan ikke genkende dig',
      text: 'MitID kender ikke længere den, der er logget på her. Der er ikke flyttet penge. Log af, og log på igen.',
    },
    tooLow: {
      title: 'Dit MitID når ikke højt nok',
      text: 'Her kræves et højere sikringsniveau, end dit MitID har. Der er ikke flyttet penge. I borgerservice kan du få det hævet.',
    },
    failed: {
      title: 'Det lykkedes ikke',
      text: 'MitID kunne ikke gennemføre det. Der er ikke flyttet penge. Vent et øjeblik, og prøv igen.',
    },
    doubt: {
      title: 'Vi flyttede ikke pengene',
      text: 'Svaret fra MitID passede ikke med det, vi bad dig godkende. Prøv igen, og ring til os, hvis det sker igen.',
    },
    spent: {
      title: 'Der er ikke længere penge nok på kontoen',
      text: 'Imens er der overført penge et andet sted. Denne overførsel er ikke gennemført. Gå til kontoen, og se, hvad der er tilbage.',
    },
    stale: {
      title: 'Svaret hører ikke til her',
      text: 'Siden blev åbnet i en anden browser, eller for anden gang. Gå til kontoen, og se, om overførslen er der.',
    },
    loggedOff: { title: 'Du er logget af', text: 'Log på igen for at overføre penge.' },
    missing: { title: 'Siden findes ikke', text: 'Adressen er forkert eller forældet.' },
    foreign: { title: 'Det blev ikke gjort', text: 'Ønsket kom ikke fra bankens egne sider.' },
    fault: {
      title: 'Noget gik galt hos os',
      text: 'Banken kunne ikke få svar fra MitID. Der er ikke flyttet penge. Vent et øjeblik, og prøv igen.',
    },
  },
}

export const words = wording({
  da,
  en: {
    name: 'Sundby Bank',
    notice:
      'Sundby Bank is a practice service in the sandbox without real money, and MitID here is not the Danish state’s.',
    title: 'Your bank for practising',
    lead: 'Log on with MitID and transfer money that does not exist.',
    login: 'Log on with MitID',
    home: 'To the front page',
    toAccount: 'To the account',
    hello: (name) => `Hello ${name}`,
    helloNameless: 'Your account',
    balance: 'Available',
    transfer: 'Transfer money',
    amount: 'Amount in kroner',
    amountHint: 'For example 2,300 or 2,300.50',
    amountValue: '2,300',
    account: 'To account number',
    accountHint: 'Registration number and account number, for example 9978 000123456',
    message: 'Message to the recipient (optional)',
    approve: 'Approve with MitID',
    approveHint: 'MitID shows you exactly what you approve.',
    made: 'Transfers',
    none: 'You have not transferred anything yet.',
    to: 'To account',
    when: 'Time',
    logout: 'Log off',
    done: 'The money is transferred',
    doneText: (title) => `${title}. MitID confirmed that you approved exactly that text.`,
    problems: {
      amount:
        'The amount cannot be read, or it is not between 0.01 and 1,000,000 kroner. Write it as 2,300 or 2,300.50.',
      funds: 'There is not that much money in the account. Write a smaller amount.',
      account: 'Write registration number and account number, 8-14 digits in all.',
      message: 'Write at most 40 characters, without control characters.',
    },
    messages: {
      cancelled: {
        title: 'Nothing was approved',
        text: 'You stopped in MitID. No money has moved.',
      },
      timeout: {
        title: 'Time ran out',
        text: 'MitID waited five minutes for you. No money has moved. Try again from the account.',
      },
      notMe: {
        title: 'It was refused',
        text: 'The app answered “I did not start this”. No money has moved. If that was not you here, call the bank.',
      },
      elsewhere: {
        title: 'It was started elsewhere',
        text: 'The answer from the app came back in another browser than the one that began. No money has moved. If somebody sent you a link, do not use it, and call the bank. Otherwise start again in the browser you want to use.',
      },
      wrongUser: {
        title: 'The user ID did not fit the app',
        text: 'The app belongs to another user ID than the one that was typed. No money has moved. Try again and check that the user ID is yours.',
      },
      otherPerson: {
        title: 'That was not your own MitID',
        text: 'Somebody other than the person who is logged on here tried to approve. No money has moved. Try again with your own MitID.',
      },
      blocked: {
        title: 'The MitID cannot be used now',
        text: 'The MitID is blocked, or the app was removed. No money has moved. MitID’s website tells what you can do.',
      },
      unknownPerson: {
        title: 'We do not recognise you',
        text: 'MitID no longer knows the person who is logged on here. No money has moved. Log off and log on again.',
      },
      tooLow: {
        title: 'Your MitID does not reach far enough',
        text: 'A higher level of assurance is required here than your MitID has. No money has moved. At a Citizen Service Centre it can be raised.',
      },
      failed: {
        title: 'It did not work',
        text: 'MitID could not carry it out. No money has moved. Wait a moment and try again.',
      },
      doubt: {
        title: 'We did not move the money',
        text: 'The answer from MitID did not fit what we asked you to approve. Try again, and call us if it happens again.',
      },
      spent: {
        title: 'There is no longer enough money in the account',
        text: 'Meanwhile money was transferred elsewhere. This transfer was not carried out. Go to the account and see what is left.',
      },
      stale: {
        title: 'The answer does not belong here',
        text: 'The page was opened in another browser, or for a second time. Go to the account and see whether the transfer is there.',
      },
      loggedOff: { title: 'You are logged off', text: 'Log on again to transfer money.' },
      missing: { title: 'There is no such page', text: 'The address is wrong or out of date.' },
      foreign: {
        title: 'It was not done',
        text: 'The request did not come from the bank’s own pages.',
      },
      fault: {
        title: 'Something went wrong on our side',
        text: 'The bank could not get an answer from MitID. No money has moved. Wait a moment and try again.',
      },
    },
  },
})

export type Message = keyof typeof da.messages
