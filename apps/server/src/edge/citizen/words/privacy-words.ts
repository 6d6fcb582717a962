/** What is stored, how, and who sees it. */
import { wording } from '@open-mitid/ui/wording'

export const privacyWords = wording({
  da: {
    title: 'Privatliv og sikkerhed',
    summary: 'Hvad vi gemmer om dig, hvordan det er beskyttet, og hvem der kan se det.',
    lead: 'Kort sagt: vi gemmer så lidt som muligt, det er krypteret, og din PIN-kode kender kun du.',
    stored: 'Det gemmer vi',
    what: 'Hvad',
    how: 'Hvordan',
    rows: {
      person: {
        what: 'Navn, fødselsdato, CPR-nummer og adresse',
        how: 'Krypteret med en nøgle, der kun bruges til dig. CPR-numre slås op med et beregnet aftryk, så de ikke står i klartekst.',
      },
      contact: {
        what: 'Telefonnummer og e-mailadresse',
        how: 'Krypteret på samme måde. Vi bruger dem til koder og til beskeder om ændringer.',
      },
      userId: {
        what: 'Bruger-ID',
        how: 'Krypteret, og slået op med et aftryk. Ingen kan finde ud af på nettet, om et bruger-ID findes.',
      },
      pin: {
        what: 'PIN-kode',
        how: 'Er ikke gemt. Vi har kun noget, som din telefon skal hjælpe med at efterprøve, og det er krypteret.',
      },
      keys: {
        what: 'Appens nøgler',
        how: 'Den ene ligger på din enhed og kan ikke læses ud af browseren. Den anden bliver dannet, når du taster din PIN-kode, og ligger ingen steder. Vi har kun de offentlige halvdele.',
      },
      proof: {
        what: 'Beviset for, hvem du er: NemID’s bekræftelse og tidspunktet',
        how: 'Krypteret på samme måde, så længe du har MitID. Din adgangskode til NemID sender vi kun videre til NemID og gemmer den ikke.',
      },
      codes: {
        what: 'Koder til aktivering',
        how: 'Vi gemmer et aftryk, ikke selve koden.',
      },
      history: {
        what: 'Hvad du har godkendt, og hvad der er sket med dit MitID',
        how: 'Hver hændelse er krypteret og kædet til den forrige. Din app holder øje med, at intet er fjernet.',
      },
    },
    sees: 'Hvem kan se hvad',
    seesPoints: [
      'En tjeneste får kun de oplysninger, den har bedt om og har lov til. Dit CPR-nummer får den kun, hvis det er registreret, at den har ret til det, og så står det i din historik.',
      'Hver organisation kender dig under sit eget nummer. To organisationer kan ikke lægge deres numre sammen.',
      'Har du navne- og adressebeskyttelse, giver vi ikke dit navn videre.',
      'Den, der driver systemet, kan med hovednøglen læse de oplysninger, vi har krypteret. Det er nødvendigt for at sende dem til tjenesten. Men den kan ikke godkende med din app.',
      'Din egen historik åbner i appen, når du har tastet din PIN-kode.',
    ],
    cookies: 'Cookies',
    cookiesText: [
      'Siderne, du læser, sætter ingen cookies, kører ingen scripts og henter intet fra andre.',
      'Er du ved at få MitID, sætter siden to cookies, som kun gør, at du kan gå videre i denne browser: én i et døgn, og én med din aktiveringskode, mens den gælder. De følger dig ingen steder hen.',
      'MitID-siden, hvor du logger på, sætter cookies, så kun den browser, der begynder, kan gøre det færdigt. De siger ikke, hvem du er, og bruges ikke til at følge dig. Vi gemmer kun et aftryk af dem.',
    ],
    rights: 'Dine rettigheder',
    rightsPoints: [
      'Vi behandler dine oplysninger for at kunne give dig MitID og beskytte det, og kun til det.',
      'Du kan se alt, hvad der er sket med dit MitID, i appens historik, også når vi har slået dig op i CPR-registret.',
      'Er noget forkert, skal det rettes. Navn og adresse kommer fra CPR-registret og rettes dér.',
      'Stopper du, mens du er ved at få MitID, er det, du har udfyldt, slettet med det samme, og ellers efter et døgn.',
      'Er du utilfreds, kan du klage til den, der driver systemet, og til Datatilsynet.',
    ],
    keysTitle: 'Offentlige nøgler',
    keysText:
      'Vi offentliggør de nøgler, som enhver kan efterprøve beviser med. Ingen nøgle bliver fjernet fra listen:',
    limits: 'Det skal du vide',
    limitsPoints: [
      'Appen kører i en browser, og koden til den kommer fra os. Derfor er sikringsniveauet højst “Betydelig”, ikke “Høj”.',
      'Ingen myndighed har godkendt systemet.',
      'Din historik bliver ikke slettet endnu. Den findes, så længe dit MitID findes.',
    ],
    sandboxTitle: 'I sandkassen',
    sandbox:
      'Skriv aldrig rigtige personers navne, CPR-numre eller adresser her. Alle i sandkassen er opdigtede.',
  },
  en: {
    title: 'Privacy and security',
    summary: 'What we store about you, how it is protected, and who can see it.',
    lead: 'In short: we store as little as we can, it is encrypted, and only you know your PIN.',
    stored: 'What we store',
    what: 'What',
    how: 'How',
    rows: {
      person: {
        what: 'Name, date of birth, CPR number and address',
        how: 'Encrypted with a key that is used for you alone. CPR numbers are looked up by a computed print, so that they do not stand in clear.',
      },
      contact: {
        what: 'Phone number and e-mail address',
        how: 'Encrypted in the same way. We use them for codes and for messages about changes.',
      },
      userId: {
        what: 'User ID',
        how: 'Encrypted, and looked up by a print. Nobody can find out online whether a user ID exists.',
      },
      pin: {
        what: 'PIN',
        how: 'Is not stored. We only have something that your phone must help to check, and that is encrypted.',
      },
      keys: {
        what: 'The app’s keys',
        how: 'One lies on your device and cannot be read out of the browser. The other is made when you enter your PIN, and lies nowhere. We only have the public halves.',
      },
      proof: {
        what: 'The proof of who you are: NemID’s statement and when it was made',
        how: 'Encrypted in the same way, for as long as you have MitID. Your NemID password is only passed on to NemID and not stored.',
      },
      codes: {
        what: 'Codes for activation',
        how: 'We store a print, not the code itself.',
      },
      history: {
        what: 'What you approved, and what happened to your MitID',
        how: 'Each event is encrypted and chained to the one before. Your app watches that nothing is removed.',
      },
    },
    sees: 'Who can see what',
    seesPoints: [
      'A service gets only the information that it asked for and may have. It gets your CPR number only if its right to it is recorded, and then that stands in your history.',
      'Each organisation knows you by a number of its own. Two organisations cannot put their numbers together.',
      'If you have name and address protection, we do not pass on your name.',
      'Whoever runs the system can, with the master key, read the information that we encrypted. That is needed to send it to the service. But they cannot approve with your app.',
      'Your own history opens in the app when you have entered your PIN.',
    ],
    cookies: 'Cookies',
    cookiesText: [
      'The pages that you read set no cookies, run no scripts and load nothing from others.',
      'While you are getting MitID, the site sets two cookies that only let you go on in this browser: one for 24 hours, and one with your activation code while it is valid. They follow you nowhere.',
      'The MitID page where you log on sets cookies, so that only the browser that begins can finish. They do not say who you are and are not used to follow you. We store only a print of them.',
    ],
    rights: 'Your rights',
    rightsPoints: [
      'We handle your information to be able to give you MitID and to protect it, and for nothing else.',
      'You can see everything that happened to your MitID in the app’s history, also when we looked you up in the CPR register.',
      'If something is wrong, it is to be corrected. Name and address come from the CPR register and are corrected there.',
      'If you stop while you are getting MitID, what you filled in is deleted at once, and otherwise after 24 hours.',
      'If you are not satisfied, you can complain to whoever runs the system and to the Danish Data Protection Agency.',
    ],
    keysTitle: 'Public keys',
    keysText:
      'We publish the keys by which anybody can check evidence. No key is ever removed from the list:',
    limits: 'What you should know',
    limitsPoints: [
      'The app runs in a browser, and its code comes from us. So the level of assurance is at most “Substantial”, not “High”.',
      'No authority has approved the system.',
      'Your history is not deleted yet. It exists for as long as your MitID does.',
    ],
    sandboxTitle: 'In the sandbox',
    sandbox:
      'Never enter real people’s names, CPR numbers or addresses here. Everybody in the sandbox is made up.',
  },
})
