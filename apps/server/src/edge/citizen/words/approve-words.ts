/** How to approve. */
import { wording } from '@open-mitid/ui/wording'

export const approveWords = wording({
  da: {
    title: 'Sådan godkender du',
    summary: 'Læs, tast din PIN-kode, stryg. Og hvad advarslen om en ukendt browser betyder.',
    lead: 'Du starter altid selv, hos en tjeneste. Intet kommer ind i appen af sig selv.',
    start: '1. Begynd hos tjenesten',
    startSteps: [
      'Vælg MitID hos banken, myndigheden eller butikken. Du kommer til MitID-siden.',
      'Skriv dit bruger-ID.',
    ],
    addressText: 'Se efter, at adressen i browseren begynder sådan:',
    fetch: '2. Hent det ind i appen',
    fetchText: 'Åbn selv appen, og vælg en af tre måder:',
    fetchWays: [
      'Scan QR-koden på siden.',
      'Kan du ikke scanne, så vælg “Vis en kode, du kan indtaste”, og indtast de 8 tegn i appen.',
      'Er du på den samme telefon, så tryk på “Åbn MitID-appen” på siden.',
    ],
    fetchTime: 'Du har 3 minutter til at hente det og 5 minutter i alt.',
    read: '3. Læs, hvad du godkender',
    readText:
      'Øverst står, hvem der spørger. Derunder står ord for ord, hvad du siger ja til. Er teksten lang, kan du først godkende, når du har læst til ende.',
    readPoints: [
      'Er det den tjeneste, du er hos?',
      'Er det det beløb, den modtager eller den tekst, du ventede?',
      'Har du selv startet det?',
    ],
    swipe: '4. Tast din PIN-kode, og stryg',
    swipeText:
      'Stryg skyderen helt til højre. Slipper du før, sker der ikke noget. Du kan også bruge piletasterne, holde Enter nede eller trykke to gange.',
    signature: 'En godkendelse er din underskrift',
    signatureText:
      'Den binder dig, som når du skriver under på papir. Godkend aldrig for andre, og lad aldrig andre godkende for dig.',
    no: 'Vil du ikke?',
    noText:
      'Tryk på “Afvis”, hvis du har fortrudt. Tryk på “Jeg startede ikke dette”, hvis det ikke var dig. Begge knapper stopper det med det samme, og du skal ikke bruge din PIN-kode.',
    unseen: 'Når appen spørger, om du ser computeren foran dig',
    unseenText: [
      'Så er MitID aldrig før brugt af dig i den browser. Det sker på en ny computer, i en ny browser, eller når cookies er slettet.',
      'Det sker også, når en svindler har fået dig til at scanne eller skrive en kode fra sin skærm. Derfor spørger appen.',
      'Vi skriver også til dig på sms eller e-mail, når dit MitID er brugt i en ny browser.',
    ],
    unseenDo:
      'Ser du ikke siden foran dig, eller taler nogen med dig i telefonen? Så tryk på “Jeg startede ikke dette”.',
    cannot: 'Det kan ingen gøre',
    cannotPoints: [
      'Sende dig noget at godkende, bare fordi de kender dit bruger-ID.',
      'Finde ud af, om et bruger-ID findes, ved at skrive det.',
      'Gøre en godkendelse færdig i en anden browser end den, der begyndte.',
      'Godkende med din telefon uden din PIN-kode.',
    ],
    after: 'Bagefter',
    afterText:
      'I appens menu ligger “Mine godkendelser”. Der står alt, du har godkendt og afvist, og du kan gemme et bevis for hver godkendelse.',
  },
  en: {
    title: 'How to approve',
    summary: 'Read, enter your PIN, swipe. And what the warning of an unknown browser means.',
    lead: 'You always start yourself, at a service. Nothing comes into the app by itself.',
    start: '1. Begin at the service',
    startSteps: [
      'Choose MitID at the bank, public authority or shop. You come to the MitID page.',
      'Type your user ID.',
    ],
    addressText: 'Check that the address in the browser begins like this:',
    fetch: '2. Bring it into the app',
    fetchText: 'Open the app yourself, and choose one of three ways:',
    fetchWays: [
      'Scan the QR code on the page.',
      'If you cannot scan, choose “Show a code to type”, and type the 8 characters in the app.',
      'On the same phone, press “Open the MitID app” on the page.',
    ],
    fetchTime: 'You have 3 minutes to bring it in, and 5 minutes in all.',
    read: '3. Read what you approve',
    readText:
      'At the top stands who asks. Beneath it stands, word for word, what you say yes to. If the text is long, you can approve only when you have read to the end.',
    readPoints: [
      'Is it the service that you are at?',
      'Is it the amount, the recipient or the text that you expected?',
      'Did you start it yourself?',
    ],
    swipe: '4. Enter your PIN and swipe',
    swipeText:
      'Swipe the slider all the way to the right. If you let go before, nothing happens. You can also use the arrow keys, hold Enter down or press twice.',
    signature: 'An approval is your signature',
    signatureText:
      'It binds you as your signature on paper does. Never approve for others, and never let others approve for you.',
    no: 'Do you not want to?',
    noText:
      'Press “Refuse” if you have changed your mind. Press “I did not start this” if it was not you. Both stop it at once, and neither needs your PIN.',
    unseen: 'When the app asks whether you see the computer in front of you',
    unseenText: [
      'Then you have never used MitID in that browser before. It happens on a new computer, in a new browser, or when cookies were deleted.',
      'It also happens when a fraudster has got you to scan or type a code from their screen. That is why the app asks.',
      'We also write to you by SMS or e-mail when your MitID was used in a new browser.',
    ],
    unseenDo:
      'If you do not see the page in front of you, or if somebody is on the phone with you, press “I did not start this”.',
    cannot: 'What nobody can do',
    cannotPoints: [
      'Send you something to approve just because they know your user ID.',
      'Find out whether a user ID exists by typing it.',
      'Finish an approval in another browser than the one that began it.',
      'Approve with your phone without your PIN.',
    ],
    after: 'Afterwards',
    afterText:
      'In the app’s menu you find “My approvals”. It holds everything you have approved and refused, and you can keep evidence of each approval.',
  },
})
