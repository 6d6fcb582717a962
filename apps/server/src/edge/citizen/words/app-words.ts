/** How to get the app. */
import { wording } from '@open-mitid/ui/wording'

export const appWords = wording({
  da: {
    title: 'Få appen',
    summary: 'Sådan henter du MitID-appen på telefon, tablet eller computer og aktiverer den.',
    lead: 'Appen er en side, som du installerer fra browseren. Den er gratis og ligger ikke i en app-butik.',
    open: 'Åbn appen',
    qrAlt: (address: string) => `QR-kode med appens adresse, ${address}`,
    qrCaption: 'Scan koden med telefonens kamera, eller skriv adressen.',
    install: '1. Læg appen på din enhed',
    android: 'Android, med Chrome',
    androidSteps: [
      'Åbn appens adresse i Chrome.',
      'Tryk på de tre prikker og derefter på “Føj til startskærm” eller “Installer app”.',
      'Tryk på “Installer”. Appen ligger nu mellem dine andre apps.',
    ],
    iphone: 'iPhone og iPad, med Safari',
    iphoneSteps: [
      'Åbn appens adresse i Safari.',
      'Tryk på Del-knappen, firkanten med pilen, og derefter på “Føj til hjemmeskærm”.',
      'Åbn appen fra hjemmeskærmen, og aktivér den dér. Det, du aktiverer inde i Safari, følger ikke med.',
    ],
    computer: 'Computer, med Chrome eller Edge',
    computerSteps: [
      'Åbn appens adresse.',
      'Tryk på installér-ikonet i adresselinjen. I Firefox kan du bruge appen i et vindue uden at installere den.',
      'Brug kun en computer, der er din egen.',
    ],
    activate: '2. Aktivér den med to koder',
    activateText:
      'De to koder kommer ad hver sin vej. Så er det ikke nok at finde eller opsnappe den ene.',
    activateSteps: [
      'Den første kode har 12 bogstaver og tal. Du får den af den, der har set, hvem du er: på en skærm, på papir eller i et brev. Scan den, åbn linket, eller skriv den i appen.',
      'Den anden kode har 6 cifre. Vi sender den på sms eller e-mail til den, der er registreret som dig.',
    ],
    activateNote:
      'Koder er gratis, og ingen må bede dig om at læse dem op. Passer en kode ikke, så se, hvad du kan gøre:',
    sandboxTitle: 'I sandkassen',
    sandbox:
      'Tryk på “Giv MitID” ud for en person på startsiden. Det åbner en telefon med den første kode. Den anden lander i postkassen.',
    pin: '3. Vælg en PIN-kode',
    pinText: [
      'PIN-koden har 6 cifre, og du skriver den to gange. Gentagne cifre, cifre i rækkefølge og de mest brugte koder bliver afvist.',
      'Den er ikke gemt nogen steder, heller ikke på telefonen. Kun du kender den. Glemmer du den, må du aktivere appen igen.',
      'Når appen er aktiveret, skriver vi det til dig. Får du sådan en besked uden selv at have gjort noget, så læs, hvad du gør.',
    ],
    several: 'Flere på samme tablet',
    severalText:
      'Flere personer kan bruge den samme app. Hver har sit eget navn i appen, sin egen PIN-kode, sine egne nøgler og sin egen historik.',
    needs: 'Det skal du bruge',
    needsList: [
      'En telefon, tablet eller computer med en nyere Chrome, Edge, Firefox eller Safari.',
      'Et mobilnummer eller en e-mailadresse, som vi har i forvejen.',
      'Kamera er praktisk, men ikke nødvendigt. Du kan altid skrive en kode i stedet for at scanne.',
    ],
    next: 'Når appen er klar',
  },
  en: {
    title: 'Get the app',
    summary: 'How to get the MitID app on a phone, tablet or computer, and activate it.',
    lead: 'The app is a page that you install from the browser. It is free and is not in any app store.',
    open: 'Open the app',
    qrAlt: (address) => `QR code with the app’s address, ${address}`,
    qrCaption: 'Scan the code with the phone’s camera, or type the address.',
    install: '1. Put the app on your device',
    android: 'Android, with Chrome',
    androidSteps: [
      'Open the app’s address in Chrome.',
      'Tap the three dots, then “Add to Home screen” or “Install app”.',
      'Tap “Install”. The app is now among your other apps.',
    ],
    iphone: 'iPhone and iPad, with Safari',
    iphoneSteps: [
      'Open the app’s address in Safari.',
      'Tap the Share button, the square with the arrow, then “Add to Home Screen”.',
      'Open the app from the home screen and activate it there. What you activate inside Safari does not come along.',
    ],
    computer: 'Computer, with Chrome or Edge',
    computerSteps: [
      'Open the app’s address.',
      'Press the install icon in the address bar. In Firefox you can use the app in a window without installing it.',
      'Only use a computer that is your own.',
    ],
    activate: '2. Activate it with two codes',
    activateText:
      'The two codes come in different ways. So it is not enough to find or intercept one of them.',
    activateSteps: [
      'The first code has 12 letters and digits. You get it from whoever has seen who you are: on a screen, on paper or in a letter. Scan it, open the link, or type it in the app.',
      'The second code has 6 digits. We send it by SMS or e-mail to whoever is registered as you.',
    ],
    activateNote:
      'Codes are free, and nobody may ask you to read them out. If a code does not fit, see what you can do:',
    sandboxTitle: 'In the sandbox',
    sandbox:
      'Press “Give MitID” beside a person on the start page. That opens a phone with the first code. The second arrives in the inbox.',
    pin: '3. Choose a PIN',
    pinText: [
      'The PIN has 6 digits, and you enter it twice. Repeated digits, digits in a row and the commonest PINs are refused.',
      'It is not kept anywhere, not even on the phone. Only you know it. If you forget it, you have to activate the app again.',
      'When the app is activated, we write to you. If you get such a message without having done anything, read what to do.',
    ],
    several: 'Several people on one tablet',
    severalText:
      'Several people can use the same app. Each has their own name in the app, their own PIN, their own keys and their own history.',
    needs: 'What you need',
    needsList: [
      'A phone, tablet or computer with a recent Chrome, Edge, Firefox or Safari.',
      'A mobile number or e-mail address that we have already.',
      'A camera is handy but not necessary. You can always type a code instead of scanning.',
    ],
    next: 'When the app is ready',
  },
})
