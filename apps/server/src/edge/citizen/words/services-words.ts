/** How a service connects. */
import { wording } from '@open-mitid/ui/wording'

export const servicesWords = wording({
  da: {
    title: 'For tjenester',
    summary: 'Tilslut en tjeneste på en time med et almindeligt OpenID Connect-bibliotek.',
    lead: 'Brug et certificeret OpenID Connect-bibliotek. Du skal ikke skrive kryptografi selv.',
    register: '1. Registrér tjenesten',
    registerText:
      'Den, der driver systemet, kører denne kommando. Den hemmelige kode vises én gang. Med --jwks i stedet for --secret beviser tjenesten, hvem den er, med sin egen nøgle.',
    discover: '2. Lad biblioteket finde opsætningen',
    discoverText: 'Giv biblioteket udstederens adresse. Resten finder det selv her:',
    discoverPoints: [
      'Kun authorization code med PKCE (S256). Send gerne anmodningen i forvejen (PAR).',
      'client_secret_basic eller private_key_jwt. ID-tokens er underskrevet med ES256.',
      'Ingen fælles session og ingen refresh tokens: hver log på er en ny godkendelse.',
      'ui_locales er da eller en.',
    ],
    approve: '3. Få noget godkendt',
    approveText:
      'Send teksten i authorization_details. Personen ser den ord for ord, og det er den, der bliver underskrevet. Til én kort linje kan du bruge reference_text.',
    approveAfter:
      'Svaret indeholder mitid.approval, en underskrevet erklæring med den tekst, der blev godkendt. Gennemfør kun handlingen, hvis underskriften passer, og teksten er den, du sendte.',
    claims: 'Det får du at vide',
    claim: 'Claim',
    meaning: 'Betydning',
    claimRows: {
      sub: 'Personen hos netop din organisation. Det samme hver gang, anderledes hos alle andre.',
      name: 'Navnet. Mangler, når personen har navnebeskyttelse. Scope mitid eller profile.',
      birth: 'Fødselsdato og alder. Scope mitid.',
      hasCpr: 'Om personen har et CPR-nummer. Scope mitid.',
      cpr: 'CPR-nummeret. Kun med registreret hjemmel. Scope ssn. Andre kan spørge på /cpr-match, om et nummer passer.',
      loa: 'NSIS-niveauer for log på, identitet og identifikationsmiddel.',
      phr: 'Om måden modstår phishing: samme enhed eller kendt browser.',
      approval: 'Den underskrevne erklæring om, hvad der blev godkendt.',
    },
    errors: 'Når det ikke lykkes',
    errorsText:
      'Personens eget nej kommer tilbage som access_denied med en af disse error_description. En forkert anmodning får sin egen fejlkode, aldrig access_denied.',
    error: 'error_description',
    errorRows: {
      aborted: 'Personen annullerede eller afviste.',
      notMe: 'Personen trykkede på “Jeg startede ikke dette”.',
      timeout: 'De fem minutter gik.',
      elsewhere: 'Godkendelsen kom tilbage i en anden browser.',
      wrongUser: 'Bruger-ID’et passede tre gange ikke til appen.',
      otherPerson: 'En anden end den ventede person prøvede.',
      blocked: 'Personens MitID eller app blev spærret undervejs.',
      unknownPerson: 'id_token_hint nævner en, vi ikke kender hos jer.',
    },
    test: 'Test uden en telefon',
    testText:
      'Sandkassen er hele systemet på din egen computer, uden net. Appen findes også uden skærm, så automatiske test kan godkende og afvise:',
    more: 'Hele vejledningen ligger i docs/connect.md sammen med systemets kildekode.',
  },
  en: {
    title: 'For services',
    summary: 'Connect a service in an hour with any ordinary OpenID Connect library.',
    lead: 'Use a certified OpenID Connect library. You write no cryptography yourself.',
    register: '1. Register the service',
    registerText:
      'Whoever runs the system runs this command. The secret is shown once. With --jwks instead of --secret the service proves who it is by a key of its own.',
    discover: '2. Let the library find the settings',
    discoverText: 'Give the library the issuer’s address. It finds the rest here:',
    discoverPoints: [
      'Authorization code with PKCE (S256) only. Pushed requests (PAR) are welcome.',
      'client_secret_basic or private_key_jwt. ID tokens are signed with ES256.',
      'No single sign-on and no refresh tokens: each log on is an approval of its own.',
      'ui_locales is da or en.',
    ],
    approve: '3. Have something approved',
    approveText:
      'Send the text in authorization_details. The person sees it word for word, and that is what is signed. For one short line you can use reference_text.',
    approveAfter:
      'The answer holds mitid.approval, a signed statement with the text that was approved. Carry the action out only if the signature fits and the text is the one you sent.',
    claims: 'What you are told',
    claim: 'Claim',
    meaning: 'Meaning',
    claimRows: {
      sub: 'The person at your organisation. The same each time, different everywhere else.',
      name: 'The name. Missing where the person has name protection. Scope mitid or profile.',
      birth: 'Date of birth and age. Scope mitid.',
      hasCpr: 'Whether the person has a CPR number. Scope mitid.',
      cpr: 'The CPR number. Only with a recorded legal basis. Scope ssn. Others can ask at /cpr-match whether a number fits.',
      loa: 'NSIS levels of the log on, the identity and the authenticator.',
      phr: 'Whether the way withstands phishing: same device or known browser.',
      approval: 'The signed statement of what was approved.',
    },
    errors: 'When it does not succeed',
    errorsText:
      'The person’s own no comes back as access_denied with one of these error_descriptions. A wrong request gets its own error code, never access_denied.',
    error: 'error_description',
    errorRows: {
      aborted: 'The person cancelled or refused.',
      notMe: 'The person pressed “I did not start this”.',
      timeout: 'The five minutes ran out.',
      elsewhere: 'The approval came back in another browser.',
      wrongUser: 'The user ID did not fit the app three times.',
      otherPerson: 'Somebody other than the expected person tried.',
      blocked: 'The person’s MitID or app was blocked on the way.',
      unknownPerson: 'id_token_hint names somebody we do not know at your organisation.',
    },
    test: 'Test without a phone',
    testText:
      'The sandbox is the whole system on your own computer, offline. The app also exists without a screen, so that automated tests can approve and refuse:',
    more: 'The whole guide is docs/connect.md beside the system’s source code.',
  },
})
