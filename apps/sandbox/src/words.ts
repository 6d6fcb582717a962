/** Every text of the start page. */
import { wording } from '@open-mitid/ui/wording'

export const words = wording({
  da: {
    name: 'MitID-sandkassen',
    title: 'Et helt land på din computer',
    lead: 'Vælg en person, giv personen MitID på en telefon, og godkend en overførsel. Det tager to minutter. Alt kører her hos dig, og ingen personer er virkelige.',
    notice:
      'Sandkassen er til at prøve og teste med. Den er ikke den danske stats MitID, og personerne findes ikke.',
    stepPerson: '1. Giv en person MitID',
    stepPersonText:
      'Knappen åbner en telefon i et vindue for sig selv med en aktiveringskode, der virker én gang. Koden på sms lander i postkassen.',
    give: 'Giv MitID',
    giveTo: (name: string) => `Giv MitID til ${name} på telefonen`,
    more: 'Flere personer',
    stepUse: '2. Brug det',
    stepUseText:
      'Skriv personens bruger-ID hos banken, vælg “Vis en kode, du kan indtaste”, og indtast koden i telefonen. Din computer kan ikke filme sin egen skærm.',
    bank: 'Overfør penge i Sundby Bank',
    borger: 'Log på Borger',
    phone: 'Åbn telefonen',
    inbox: 'Åbn postkassen',
    inboxOf: 'Læs personens sms og mail',
    userId: 'Bruger-ID',
    age: (age: string) => `${age} år`,
    person: 'Person',
    reach: 'Kan nås på',
    doWhat: 'MitID',
    special: {
      protected: 'Navnebeskyttet: tjenester får ikke navnet',
      youngest: 'Yngste alder med MitID',
      emailOnly: 'Ingen telefon: koden kommer på mail',
      foreign: 'Udenlandsk nummer',
      shared: 'Deler telefon med en anden i familien',
      longest: 'Langt navn og lang adresse',
    },
    around: 'Resten af landet',
    citizen: 'Borgernes hjemmeside om MitID',
    codeDevices: 'Skuffen med kodevisere og kodeoplæsere, der er kommet med posten',
    discovery: 'For udviklere: OpenID Connect-opsætningen',
    realPhone: 'Brug en rigtig telefon',
    realPhoneText:
      'Stop sandkassen, og start den med npm start -- --lan. Så kan en telefon på samme netværk nå den.',
    lanText:
      'Telefonen skal være på samme netværk. Hent og godkend først sandkassens certifikat på telefonen; indtil da kan appen ikke installeres eller bruges uden net. Scan så koden.',
    certificate: 'Hent certifikatet',
    qrAlt: 'QR-kode med startsidens adresse',
    problems: {
      missing: {
        title: 'Siden findes ikke',
        text: 'Adressen er forkert eller forældet. Gå til startsiden.',
      },
      foreign: {
        title: 'Det blev ikke gjort',
        text: 'Ønsket kom fra en anden side end denne. Gå til startsiden, og prøv igen der.',
      },
      'too-many-apps': {
        title: 'Personen har allerede tre apps',
        text: 'Flere kan man ikke have. Fjern en profil i telefonens menu, eller vælg en anden person.',
      },
      fault: {
        title: 'Noget gik galt hos os',
        text: 'Personen fik ingen ny kode. Vent et øjeblik, og prøv igen fra startsiden.',
      },
    },
    back: 'Til startsiden',
  },
  en: {
    name: 'MitID sandbox',
    title: 'A whole country on your computer',
    lead: 'Choose a person, give them MitID on a phone, and approve a transfer. It takes two minutes. Everything runs here on your computer, and none of the people are real.',
    notice:
      'The sandbox is for trying and testing. It is not the Danish state’s MitID, and its people do not exist.',
    stepPerson: '1. Give a person MitID',
    stepPersonText:
      'The button opens a phone in a window of its own, with an activation code that works once. The code sent by SMS arrives in the inbox.',
    give: 'Give MitID',
    giveTo: (name) => `Give MitID to ${name} on the phone`,
    more: 'More people',
    stepUse: '2. Use it',
    stepUseText:
      'Type the person’s user ID at the bank, choose “Show a code to type”, and type the code on the phone. Your computer cannot film its own screen.',
    bank: 'Transfer money at Sundby Bank',
    borger: 'Log on to Borger',
    phone: 'Open the phone',
    inbox: 'Open the inbox',
    inboxOf: 'Read their SMS and mail',
    userId: 'User ID',
    age: (age) => `${age} years`,
    person: 'Person',
    reach: 'Reached by',
    doWhat: 'MitID',
    special: {
      protected: 'Name protected: services do not get the name',
      youngest: 'Youngest age to have MitID',
      emailOnly: 'No phone number: the code comes by e-mail',
      foreign: 'Foreign number',
      shared: 'Shares a phone with another in the family',
      longest: 'Long name and long address',
    },
    around: 'The rest of the country',
    citizen: 'The citizens’ website about MitID',
    codeDevices: 'The drawer with code displays and audio code readers that came by post',
    discovery: 'For developers: the OpenID Connect configuration',
    realPhone: 'Use a real phone',
    realPhoneText:
      'Stop the sandbox and start it with npm start -- --lan. A phone on the same network can then reach it.',
    lanText:
      'The phone must be on the same network. First fetch and trust the sandbox’s certificate on the phone; until then the app cannot be installed or used offline. Then scan the code.',
    certificate: 'Fetch the certificate',
    qrAlt: 'QR code with the address of the start page',
    problems: {
      missing: {
        title: 'There is no such page',
        text: 'The address is wrong or out of date. Go to the start page.',
      },
      foreign: {
        title: 'It was not done',
        text: 'The request came from another page than this one. Go to the start page and try again there.',
      },
      'too-many-apps': {
        title: 'The person already has three apps',
        text: 'Nobody can have more. Remove a profile in the phone’s menu, or choose another person.',
      },
      fault: {
        title: 'Something went wrong on our side',
        text: 'The person got no new code. Wait a moment, and try again from the start page.',
      },
    },
    back: 'To the start page',
  },
})
