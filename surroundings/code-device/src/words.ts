/** Every text of the code devices' pages. */
import { wording } from '@open-mitid/ui/wording'

export const words = wording({
  da: {
    name: 'Kodeviser og kodeoplæser',
    notice:
      'Disse apparater findes kun på skærmen, til at prøve med. De er ikke den danske stats MitID.',
    drawer: {
      title: 'Skuffen med kodevisere',
      lead: 'Her ligger de apparater, du har pakket ud. Et nyt kommer med posten: skriv nummeret fra brevet.',
      serial: 'Serienummer',
      serialHint: 'Det står i brevet og bag på apparatet, for eksempel 2700 0000 17',
      unpack: 'Pak apparatet ud',
      unpacked: 'Apparater i skuffen',
      none: 'Skuffen er tom. Bestil en kodeviser eller kodeoplæser, og læs brevet i postkassen.',
    },
    kinds: { 'code-display': 'Kodeviser', 'audio-reader': 'Kodeoplæser' },
    problems: {
      serial: 'Et serienummer har ti cifre. Se efter i brevet, og skriv det igen.',
      unknown: 'Der er intet apparat med dette serienummer. Se efter i brevet, og skriv det igen.',
      missing: {
        title: 'Siden findes ikke',
        text: 'Adressen er forkert eller forældet. Gå til skuffen.',
      },
      foreign: {
        title: 'Det blev ikke gjort',
        text: 'Ønsket kom fra en anden side end denne. Gå til skuffen, og prøv igen der.',
      },
      fault: {
        title: 'Noget gik galt',
        text: 'Apparatet gav ingen kode. Vent et øjeblik, og prøv igen fra skuffen.',
      },
    },
    back: 'Til skuffen',
    device: {
      serial: (serial: string) => `Serienummer ${serial}`,
      off: 'Skærmen er slukket',
      code: (digits: string) => `Kode: ${digits}`,
      left: (seconds: string) => `Vises i ${seconds} sekunder`,
    },
    display: {
      press: 'Vis en kode',
      how: 'Tryk på knappen, og indtast de seks cifre sammen med din adgangskode. Koden er kun til dig.',
    },
    reader: {
      keys: 'Taster',
      code: 'Kode',
      again: 'Gentag',
      volume: 'Lydstyrke',
      serial: 'Nummer',
      how: 'Brug tast 1, 2, 3 og 4: få en kode, gentag den langsomt, skift lydstyrke, hør serienummeret. Koden er kun til dig.',
      needsScript: 'Apparatet kan kun tale, når siden må køre programmer (JavaScript).',
      at: (level: string) => `Lydstyrke ${level} af 4`,
    },
  },
  en: {
    name: 'Code display and audio code reader',
    notice:
      'These devices exist on the screen only, to try things with. They are not the Danish state’s MitID.',
    drawer: {
      title: 'The drawer with code devices',
      lead: 'Here are the devices that you have unpacked. A new one comes by post: type the number in its letter.',
      serial: 'Serial number',
      serialHint: 'It is in the letter and on the back of the device, such as 2700 0000 17',
      unpack: 'Unpack the device',
      unpacked: 'Devices in the drawer',
      none: 'The drawer is empty. Order a code display or audio code reader, and read the letter in the post box.',
    },
    kinds: { 'code-display': 'Code display', 'audio-reader': 'Audio code reader' },
    problems: {
      serial: 'A serial number has ten digits. Look in the letter, and write it again.',
      unknown:
        'There is no device with this serial number. Look in the letter, and write it again.',
      missing: {
        title: 'There is no such page',
        text: 'The address is wrong or out of date. Go to the drawer.',
      },
      foreign: {
        title: 'It was not done',
        text: 'The request came from another page than this one. Go to the drawer and try again there.',
      },
      fault: {
        title: 'Something went wrong',
        text: 'The device gave no code. Wait a moment, and try again from the drawer.',
      },
    },
    back: 'To the drawer',
    device: {
      serial: (serial) => `Serial number ${serial}`,
      off: 'The display is off',
      code: (digits) => `Code: ${digits}`,
      left: (seconds) => `Shown for ${seconds} seconds`,
    },
    display: {
      press: 'Show a code',
      how: 'Press the button, and type the six digits together with your password. The code is for you alone.',
    },
    reader: {
      keys: 'Keys',
      code: 'Code',
      again: 'Repeat',
      volume: 'Volume',
      serial: 'Number',
      how: 'Use keys 1, 2, 3 and 4: get a code, repeat it slowly, change the volume, hear the serial number. The code is for you alone.',
      needsScript: 'The device can only speak when the page may run programs (JavaScript).',
      at: (level) => `Volume ${level} of 4`,
    },
  },
})
