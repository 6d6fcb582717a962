/** Help where something may be wrong right now. */
import { wording } from '@open-mitid/ui/wording'

export const urgentTopics = wording({
  da: {
    'not-me': {
      title: 'Jeg har ikke selv startet dette',
      summary: 'Appen viser noget, du ikke har bedt om, eller nogen beder dig om at godkende.',
      explained: [
        'Appen får aldrig noget af sig selv. Der står kun noget at godkende, når nogen har scannet en kode eller skrevet en kode i netop din app. Har nogen fået dig til det, prøver de sandsynligvis at narre dig.',
        'Banken, politiet og det offentlige ringer eller skriver aldrig og beder dig om at godkende.',
      ],
      steps: [
        'Tryk på “Jeg startede ikke dette” i appen. Så stopper det med det samme, og tjenesten får det at vide.',
        'Læg på, hvis nogen ringer. Luk mailen eller beskeden, og svar ikke.',
        'Har du allerede godkendt, så ring straks til den tjeneste, det handler om. Find selv nummeret.',
        'Har du sagt din PIN-kode til nogen, så skift den i appens menu.',
      ],
      words: 'svindel bedrageri snydt opkald falsk sms phishing hacker ukendt afvis stop',
    },
    'wrong-approval': {
      title: 'Jeg har godkendt noget forkert',
      summary: 'En godkendelse kan ikke trækkes tilbage i appen. Kun tjenesten kan stoppe sagen.',
      explained: [
        'En godkendelse svarer til din underskrift. Når du har strøget, har tjenesten fået svaret.',
      ],
      steps: [
        'Ring straks til tjenesten, for eksempel banken, og fortæl, hvad der er sket. Find selv nummeret.',
        'Åbn “Mine godkendelser” i appen, og gem beviset. Der står præcis, hvad du godkendte og hvornår.',
        'Fik nogen dig til at godkende, så anmeld det til politiet.',
        'Kender nogen din PIN-kode, så skift den i appens menu.',
      ],
      words: 'fortryd fejl overførsel penge bank svindel annuller tilbage',
    },
    'lost-phone': {
      title: 'Jeg har mistet min telefon',
      summary: 'Ingen kan godkende med den uden din PIN-kode. Sådan kommer du videre.',
      explained: [
        'Din PIN-kode ligger ikke på telefonen, så ingen kan læse den dér. Hvert forsøg tælles hos os. Efter ni forkerte forsøg virker appen ikke mere.',
        'Du kan lukke den mistede app fra en ny telefon med dit pas og dit ansigt. Her på hjemmesiden kan du det endnu ikke.',
      ],
      steps: [
        'Lås eller slet telefonen med telefonens egen tjeneste, “Find” hos Apple eller “Find enhed” hos Google.',
        'Har du en app på en anden telefon eller tablet, så brug den. Se efter i “Mine godkendelser”, at der ikke er noget, du ikke kender.',
        'Hent appen på en ny telefon, vælg “Ny telefon, glemt PIN eller bruger-ID”, og vis dit pas og dit ansigt. Luk den gamle app dér, og tag MitID i brug med den kode, vi sender til dit nummer eller din e-mail.',
        'Få en reserve bagefter, så du ikke står uden en anden gang.',
      ],
      words: 'stjålet tabt væk tyveri mobil spær spærre blokere erstatte',
    },
    'stopped-app': {
      title: 'Appen siger, at profilen ikke virker længere',
      summary: 'Din profil på telefonen er stoppet. Det betyder det, og sådan får du den igen.',
      explained: [
        'Det kan skyldes, at profilen er lukket fra en anden telefon, eller at den er fjernet.',
        'Siger appen, at to telefoner har brugt den samme profil, kan nogen have kopieret din app. Så er den stoppet begge steder.',
      ],
      steps: [
        'Læs i appen, hvorfor profilen er stoppet. Vi har også skrevet til dig.',
        'Tryk på “Med pas og ansigt” i appen. Eller få en ny aktiveringskode dér, hvor du fik den første, og aktivér appen igen.',
        'Var det ikke dig selv, der flyttede eller kopierede appen, så se “Mine godkendelser” igennem, når den nye app er klar.',
      ],
      words: 'spærret suspenderet kopieret blokeret lukket virker ikke',
    },
  },
  en: {
    'not-me': {
      title: 'I did not start this',
      summary: 'The app shows something you did not ask for, or somebody asks you to approve.',
      explained: [
        'Nothing comes into the app by itself. There is something to approve only when somebody has scanned a code or typed a code in this very app. If somebody got you to do that, they are probably trying to trick you.',
        'Your bank, the police and public authorities never call or write and ask you to approve.',
      ],
      steps: [
        'Press “I did not start this” in the app. It stops at once, and the service is told.',
        'Hang up if somebody is calling. Close the mail or message, and do not answer.',
        'If you have approved already, call the service that it is about at once. Find the number yourself.',
        'If you told somebody your PIN, change it in the app’s menu.',
      ],
      words: 'fraud scam tricked call fake text message phishing hacker unknown refuse stop',
    },
    'wrong-approval': {
      title: 'I approved something wrong',
      summary: 'An approval cannot be taken back in the app. Only the service can stop the matter.',
      explained: [
        'An approval is your signature. Once you have swiped, the service has its answer.',
      ],
      steps: [
        'Call the service, for example the bank, at once and tell them what happened. Find the number yourself.',
        'Open “My approvals” in the app and keep the evidence. It says exactly what you approved and when.',
        'If somebody got you to approve, report it to the police.',
        'If somebody knows your PIN, change it in the app’s menu.',
      ],
      words: 'regret mistake error transfer money bank fraud cancel undo back',
    },
    'lost-phone': {
      title: 'I have lost my phone',
      summary: 'Nobody can approve with it without your PIN. This is how you go on.',
      explained: [
        'Your PIN is not on the phone, so nobody can read it there. Each try is counted by us. After nine wrong tries the app no longer works.',
        'You can close the lost app from a new phone with your passport and your face. Here on the website you cannot yet.',
      ],
      steps: [
        'Lock or erase the phone with the phone’s own service, “Find My” by Apple or “Find My Device” by Google.',
        'If you have an app on another phone or tablet, use that. Look in “My approvals” for anything you do not know.',
        'Get the app on a new phone, choose “New phone, forgotten PIN or user ID”, and show your passport and your face. Close the old app there, and take MitID into use with the code that we send to your number or e-mail address.',
        'Get a spare afterwards, so that you are not left without one another time.',
      ],
      words: 'stolen gone missing theft mobile block replace',
    },
    'stopped-app': {
      title: 'The app says that the profile no longer works',
      summary:
        'Your profile on the phone has been stopped. What that means, and how to get it back.',
      explained: [
        'The profile may have been closed from another phone, or removed.',
        'If the app says that two phones used the same profile, somebody may have copied your app. It was then stopped in both places.',
      ],
      steps: [
        'Read in the app why the profile was stopped. We have written to you too.',
        'Press “With passport and face” in the app. Or get a new activation code where you got the first one, and activate the app again.',
        'If it was not you who moved or copied the app, go through “My approvals” when the new app is ready.',
      ],
      words: 'blocked suspended copied locked closed does not work',
    },
  },
})
