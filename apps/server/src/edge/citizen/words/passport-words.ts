/** Getting a MitID with passport and app. */
import { wording } from '@open-mitid/ui/wording'

export const passportWords = wording({
  da: {
    title: 'Få MitID med pas og app',
    summary: 'Vis dit pas og dit ansigt til appen, og få MitID med det samme.',
    lead: 'Det hele foregår i appen. Den læser passets chip og ser, at det er dig.',
    notYet: 'Ikke alle telefoner kan',
    notYetText:
      'En browser kan ikke nå chippen i et pas; appen skal være installeret som program. Den siger det med det samme, hvis din telefon ikke kan. Har du NemID, kan du få MitID med det.',
    ready: 'Hav dette klar',
    readyPoints: [
      'Et gyldigt pas med chip.',
      'En telefon, der kan læse chippen (NFC), og som har kamera.',
      'Godt lys på dit ansigt.',
    ],
    steps: 'Sådan foregår det',
    stepList: [
      'Åbn appen, og vælg “Få MitID med dit pas”.',
      'Hold kameraet over de to linjer nederst på passets billedside.',
      'Læg passet mod telefonen, mens den læser chippen.',
      'Se ind i kameraet, og gør det, appen beder om.',
      'Sig ja til vilkårene, og skriv, hvor vi kan nå dig.',
      'Vælg et bruger-ID, og om du vil godkende med appen, en kodeviser eller en kodeoplæser.',
      'Med appen vælger du en PIN-kode, og så er den klar. En kodeviser eller kodeoplæser kommer sammen med et brev.',
    ],
    films: 'Se det på film',
    filmsText:
      'Tre korte film viser appen på vejen. De er uden lyd og har undertekster, og det samme står som tekst. Personerne i dem er opdigtede. Sæt filmen på pause, når du vil.',
    captions: 'Dansk',
    helper: 'Må nogen hjælpe mig?',
    helperText:
      'Ja. Kan din telefon ikke læse pas, så kan en, du stoler på, læse det med sin Android-telefon. I din app vælger du “Brug en hjælpers telefon” og viser en QR-kode; i deres app vælger de “Hjælp en anden med pas”. Resten gør du på din egen telefon, og dit MitID bliver dér. Intet om dig bliver på hjælperens.',
    helperWarning:
      'Har nogen ringet eller skrevet og bedt dig scanne en kode med dit pas, så lad være. Gør det kun for en, der står ved siden af dig.',
    otherWays: 'Se alle tre måder',
  },
  en: {
    title: 'Get MitID with passport and app',
    summary: 'Show your passport and your face to the app, and get MitID at once.',
    lead: 'All of it happens in the app. It reads the passport’s chip and sees that it is you.',
    notYet: 'Not every phone can',
    notYetText:
      'A browser cannot reach the chip of a passport; the app must be installed as a program. It says so at once if your phone cannot. If you have NemID, you can get MitID with that.',
    ready: 'Have this ready',
    readyPoints: [
      'A valid passport with a chip.',
      'A phone that can read the chip (NFC) and has a camera.',
      'Good light on your face.',
    ],
    steps: 'How it goes',
    stepList: [
      'Open the app and choose “Get a MitID with your passport”.',
      'Hold the camera over the two lines at the foot of the passport’s picture page.',
      'Lay the passport against the phone while it reads the chip.',
      'Look into the camera and do what the app asks.',
      'Accept the terms, and say where we can reach you.',
      'Choose a user ID, and whether to approve with the app, a code display or an audio code reader.',
      'With the app you choose a PIN, and it is ready. A code display or audio reader comes with a letter.',
    ],
    films: 'See it on film',
    filmsText:
      'Three short films show the app on the way. They are silent and captioned, and the same is there as text. The people in them are made up. Pause a film whenever you like.',
    captions: 'English',
    helper: 'May somebody help me?',
    helperText:
      'Yes. If your phone cannot read a passport, somebody you trust can read it with their Android phone. In your app you choose “Use a helper’s phone” and show a QR code; in theirs they choose “Help somebody with their passport”. You do the rest on your own phone, and your MitID stays there. Nothing of you stays on the helper’s.',
    helperWarning:
      'If anybody called or wrote and asked you to scan a code with your passport, do not. Do it only for somebody who stands beside you.',
    otherWays: 'See all three ways',
  },
})
