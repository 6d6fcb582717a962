/** Getting a MitID with passport and app. */
import { wording } from '@open-mitid/ui/wording'

export const passportWords = wording({
  da: {
    title: 'Få MitID med pas og app',
    summary: 'Vis dit pas og dit ansigt til appen, og få MitID med det samme.',
    lead: 'Det hele foregår i appen. Den læser passets chip og ser, at det er dig.',
    notYet: 'Denne vej er ikke åben endnu',
    notYetText:
      'Appen i dette system kan endnu ikke læse et pas. Her kan du se, hvordan det kommer til at foregå. Har du NemID, kan du få MitID i dag.',
    ready: 'Hav dette klar',
    readyPoints: [
      'Et gyldigt pas med chip.',
      'En telefon, der kan læse chippen (NFC), og som har kamera.',
      'Godt lys på dit ansigt.',
    ],
    steps: 'Sådan foregår det',
    stepList: [
      'Åbn appen, og læs vilkårene.',
      'Hold kameraet over de to linjer nederst på passets billedside.',
      'Læg telefonen på passet, mens den læser chippen.',
      'Se ind i kameraet.',
      'Vælg et bruger-ID og en PIN-kode. Så er appen klar.',
    ],
    helper: 'Må nogen hjælpe mig?',
    helperText:
      'Ja. Du kan låne en andens telefon til at læse passet. Intet af dit bliver på den, og du aktiverer bagefter på din egen telefon.',
    otherWays: 'Se alle tre måder',
  },
  en: {
    title: 'Get MitID with passport and app',
    summary: 'Show your passport and your face to the app, and get MitID at once.',
    lead: 'All of it happens in the app. It reads the passport’s chip and sees that it is you.',
    notYet: 'This way is not open yet',
    notYetText:
      'The app in this system cannot read a passport yet. Here you can see how it will go. If you have NemID, you can get MitID today.',
    ready: 'Have this ready',
    readyPoints: [
      'A valid passport with a chip.',
      'A phone that can read the chip (NFC) and has a camera.',
      'Good light on your face.',
    ],
    steps: 'How it goes',
    stepList: [
      'Open the app and read the terms.',
      'Hold the camera over the two lines at the foot of the passport’s picture page.',
      'Lay the phone on the passport while it reads the chip.',
      'Look into the camera.',
      'Choose a user ID and a PIN. The app is then ready.',
    ],
    helper: 'May somebody help me?',
    helperText:
      'Yes. You can borrow another person’s phone to read the passport. Nothing of yours stays on it, and you activate on your own phone afterwards.',
    otherWays: 'See all three ways',
  },
})
