/** Help with what one meets while using it. */
import { wording } from '@open-mitid/ui/wording'

export const useTopics = wording({
  da: {
    'nothing-found': {
      title: 'Appen finder ikke noget at godkende',
      summary: 'QR-koden eller den skrevne kode passer ikke. Det kan du se efter.',
      explained: [
        'Appen henter kun noget, når koden er frisk, og når bruger-ID’et på siden er dit. Ellers siger den altid det samme, uanset hvad der er galt.',
        'En kode på skærmen virker i 3 minutter og kun én gang. Taster du forkert 3 gange, må du vente 1 minut.',
      ],
      steps: [
        'Se efter på siden, at bruger-ID’et er dit. Tryk på “Skift”, hvis det ikke er.',
        'Er I flere om appen, så vælg dit eget navn i den.',
        'Kan du ikke scanne, så vælg “Vis en kode, du kan indtaste” på siden, og tryk på “Indtast en kode” i appen.',
        'Er tiden gået, så begynd igen på tjenestens side.',
      ],
      words: 'qr kode scan kamera virker ikke tom intet at godkende fejl tid udløbet',
    },
    'new-browser': {
      title: 'Appen spørger, om jeg ser computeren foran mig',
      summary: 'Du har ikke brugt den browser før. Det er oftest dig selv, men ikke altid.',
      explained: [
        'Advarslen kommer, når du logger på i en ny browser, på en ny computer, eller når du har slettet cookies. Så er det helt i orden at fortsætte.',
        'Den kommer også, hvis en svindler sidder ved sin egen computer og får dig til at scanne eller skrive en kode.',
      ],
      steps: [
        'Ser du ikke selv siden foran dig, så tryk på “Jeg startede ikke dette”.',
        'Taler nogen med dig i telefonen, så læg på, og afvis.',
        'Er det din egen computer, kan du sætte kryds ved “Husk denne computer”. Det gælder efter 24 timer, så du kan nå at opdage det, hvis det ikke var dig.',
      ],
      words: 'advarsel ukendt computer ny enhed sted husk cookies browser',
    },
    message: {
      title: 'Jeg har fået en besked om mit MitID',
      summary: 'Vi skriver, når noget er ændret. Der er aldrig noget at godkende i en besked.',
      explained: [
        'Vi skriver, når en app bliver aktiveret, stoppet eller fjernet, når PIN-koden bliver skiftet eller spærret, når dine kontaktoplysninger bliver ændret, og når dit MitID bliver brugt i en ny browser.',
        'Vi beder dig aldrig om koder, og vi sender aldrig noget, du skal godkende.',
      ],
      steps: [
        'Var det dig selv, skal du ikke gøre noget.',
        'Var det ikke dig, så åbn “Mine godkendelser” i appen, og se, hvad der er sket.',
        'Brug aldrig et link eller et nummer i en besked, du er i tvivl om. Skriv selv adressen.',
      ],
      words: 'sms mail e-mail besked notifikation advarsel underretning modtaget falsk',
    },
  },
  en: {
    'nothing-found': {
      title: 'The app finds nothing to approve',
      summary: 'The QR code or the typed code does not fit. What to check.',
      explained: [
        'The app fetches something only if the code is fresh and the user ID on the page is yours. Otherwise it always says the same, whatever is wrong.',
        'A code on the screen works for 3 minutes and only once. If you mistype it 3 times, you wait 1 minute.',
      ],
      steps: [
        'Check on the page that the user ID is yours. Press “Change” if it is not.',
        'If several people share the app, choose your own name in it.',
        'If you cannot scan, choose “Show a code to type” on the page, and press “Type a code” in the app.',
        'If the time has run out, start again on the service’s page.',
      ],
      words: 'qr code scan camera does not work empty nothing to approve error time expired',
    },
    'new-browser': {
      title: 'The app asks whether I see the computer in front of me',
      summary: 'You have not used that browser before. Mostly it is you, but not always.',
      explained: [
        'The warning comes when you log on in a new browser, on a new computer, or after you deleted cookies. Then it is all right to go on.',
        'It also comes when a fraudster sits at a computer of their own and gets you to scan or type a code.',
      ],
      steps: [
        'If you do not see the page in front of you, press “I did not start this”.',
        'If somebody is on the phone with you, hang up and refuse.',
        'If the computer is your own, you can tick “Remember this computer”. It takes effect after 24 hours, so that you have time to notice if it was not you.',
      ],
      words: 'warning unknown computer new device place remember cookies browser',
    },
    message: {
      title: 'I got a message about my MitID',
      summary: 'We write when something has changed. There is never anything to approve in it.',
      explained: [
        'We write when an app is activated, stopped or removed, when the PIN is changed or blocked, when your contact details are changed, and when your MitID is used in a new browser.',
        'We never ask you for codes, and we never send anything for you to approve.',
      ],
      steps: [
        'If it was you, there is nothing to do.',
        'If it was not you, open “My approvals” in the app and see what happened.',
        'Never use a link or a number in a message that you doubt. Type the address yourself.',
      ],
      words: 'sms text mail e-mail message notification warning received fake',
    },
  },
})
