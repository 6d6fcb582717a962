/** What a receipt is and how it is checked. */
import { wording } from '@open-mitid/ui/wording'

export const receiptWords = wording({
  da: {
    title: 'Tjek en kvittering',
    summary: 'Sådan gemmer du beviset for en godkendelse, og sådan kan enhver efterprøve det.',
    lead: 'For hver godkendelse findes et bevis, som kan efterprøves uden os. Du sender ikke noget til os, og siden her modtager ingen filer.',
    get: 'Gem beviset',
    getSteps: [
      'Tryk på “Gem kvitteringen”, lige når du har godkendt. Eller åbn “Mine godkendelser” i appens menu, og tryk på “Gem beviset”.',
      'Du får en fil. Gem den, og giv kun en kopi til dem, der skal bruge den: den viser, hvad du har godkendt, hos hvem og hvornår.',
    ],
    inside: 'Det er der i filen',
    insidePoints: [
      'Det, du blev spurgt om, ord for ord.',
      'Dit ja, underskrevet med appens to nøgler. Den ene bliver kun til, når PIN-koden er rigtig.',
      'Vores ord for, hvilke nøgler der hører til din app.',
      'Vores kvittering for, hvornår godkendelsen blev registreret.',
    ],
    check: 'Efterprøv det',
    checkText:
      'Programmet kører på en almindelig computer og behøver intet net. Det skal bruge filen og vores offentlige liste over nøgler. Hent listen herfra, ikke fra den, der gav dig filen:',
    checkCommand: 'Kør så dette i systemets mappe:',
    checkAnswer:
      'Svarer det VERIFIED, passer alle underskrifter, og teksten står der ord for ord. Svarer det NOT VERIFIED, skal du ikke stole på noget i filen. Det viser, hvad der ikke passer.',
    unproven: 'Det beviser filen ikke',
    unprovenPoints: [
      'At nøglerne er din egne: det hviler på vores ord, indtil der findes en offentlig log.',
      'Hvem du er: filen nævner en profil, og vi ved, hvis den er.',
      'At intet er udeladt: det holder din egen app øje med.',
      'At appen var ægte: en app i en browser kommer fra os.',
      'At vores ur gik rigtigt.',
    ],
  },
  en: {
    title: 'Check a receipt',
    summary: 'How to keep the evidence of an approval, and how anybody can check it.',
    lead: 'For each approval there is evidence that can be checked without us. You send us nothing, and this page takes no files.',
    get: 'Keep the evidence',
    getSteps: [
      'Press “Keep the receipt” right after you approve. Or open “My approvals” in the app’s menu and press “Keep the evidence”.',
      'You get a file. Keep it, and give a copy only to those who need it: it shows what you approved, with whom and when.',
    ],
    inside: 'What is in the file',
    insidePoints: [
      'What you were asked, word for word.',
      'Your yes, signed with the app’s two keys. One of them comes into being only when the PIN is right.',
      'Our word on which keys belong to your app.',
      'Our receipt of when the approval was recorded.',
    ],
    check: 'Check it',
    checkText:
      'The program runs on an ordinary computer and needs no network. It needs the file and our public list of keys. Get the list from here, not from whoever gave you the file:',
    checkCommand: 'Then run this in the system’s folder:',
    checkAnswer:
      'If it answers VERIFIED, every signature fits, and the text stands there word for word. If it answers NOT VERIFIED, rely on nothing in the file. It shows what does not fit.',
    unproven: 'What the file does not prove',
    unprovenPoints: [
      'That the keys are yours: that rests on our word until there is a public log.',
      'Who you are: the file names a profile, and we know whose it is.',
      'That nothing was left out: your own app keeps watch on that.',
      'That the app was genuine: an app in a browser comes from us.',
      'That our clock was right.',
    ],
  },
})
