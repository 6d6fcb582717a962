/** What the one at the computer reads while the reader may be used. */
import { formatTime, wording } from '@open-mitid/ui/wording'

const time = (seconds: number) => new Date(seconds * 1000)

export const words = wording({
  da: {
    title: 'MitID-læser: læser pas på denne computer',
    readers: (names: readonly string[]) => `Læser: ${names.join(', ')}`,
    noReaders:
      'Ingen læser er sat til endnu. Sæt den i computeren; programmet finder den af sig selv.',
    noService:
      'Computerens tjeneste til kortlæsere (PC/SC) svarer ikke. Start den; på Debian hedder den pcscd.',
    noLibrary: 'Pakken "smartcard" er ikke installeret. Se apps/chip-reader/README.md.',
    noPort: (port: number) =>
      `Et andet program bruger port ${String(port)}. Luk det, eller vælg en anden med --port.`,
    code: (code: string, app: string) =>
      `Skriv denne kode i MitID-appen på ${app}:\n\n    ${code}\n\nKoden kan bruges én gang, de næste 10 minutter. Giv den ikke til nogen.`,
    wrongCodes:
      'Tre forkerte koder er prøvet, så koden er skiftet. Var det ikke dig, så luk programmet med Ctrl+C.',
    paired: (until: number) =>
      `Appen kan nu læse det pas, der ligger på læseren, til kl. ${formatTime(time(until), 'da')}. Tryk på Enter for at stoppe det før.`,
    ended: 'Appen kan ikke bruge læseren mere.',
    stopped: 'Læseren er lukket. Intet er gemt.',
  },
  en: {
    title: 'MitID reader: reads passports at this computer',
    readers: (names) => `Reader: ${names.join(', ')}`,
    noReaders:
      'No reader is connected yet. Connect it to the computer; the program finds it by itself.',
    noService:
      'The service for card readers (PC/SC) of this computer does not answer. Start it; on Debian it is called pcscd.',
    noLibrary: 'The package "smartcard" is not installed. See apps/chip-reader/README.md.',
    noPort: (port) =>
      `Another program uses port ${String(port)}. Close it, or choose another with --port.`,
    code: (code, app) =>
      `Type this code in the MitID app at ${app}:\n\n    ${code}\n\nThe code works once, within the next 10 minutes. Give it to nobody.`,
    wrongCodes:
      'Three wrong codes were tried, so the code has changed. If that was not you, close the program with Ctrl+C.',
    paired: (until) =>
      `The app can now read the passport on the reader until ${formatTime(time(until), 'en')}. Press Enter to stop it before.`,
    ended: 'The app can no longer use the reader.',
    stopped: 'The reader is closed. Nothing was kept.',
  },
})
