/** Help with PIN, user ID and codes. */
import { wording } from '@open-mitid/ui/wording'

export const codeTopics = wording({
  da: {
    'forgotten-pin': {
      title: 'Jeg har glemt min PIN-kode',
      summary: 'Ingen kan fortælle dig den, heller ikke vi. Vis pas og ansigt, og vælg en ny.',
      explained: [
        'Din PIN-kode er ikke gemt nogen steder. Derfor kan ingen finde den til dig, og ingen kan bede dig om den.',
      ],
      steps: [
        'Bliv ikke ved med at gætte. Efter ni forkerte forsøg er PIN-koden spærret.',
        'Tryk på “Har du glemt PIN-koden?” i appen, dér hvor du taster den. Vælg “Med pas og ansigt”, vis begge dele, og vælg en ny PIN-kode. Appen bliver på telefonen.',
        'Har du ikke et pas med chip, så gå i borgerservice med pas eller kørekort.',
      ],
      words: 'glemt pinkode kodeord adgangskode husker ikke nulstil',
    },
    'wrong-pin': {
      title: 'Jeg har tastet forkert PIN-kode',
      summary: 'Så længe skal du vente, og så mange forsøg har du.',
      explained: [
        'Efter 3 forkerte forsøg skal du vente 5 minutter. Efter 3 mere skal du vente 60 minutter. Efter de sidste 3 er PIN-koden spærret, og du skal have en ny.',
        'En rigtig PIN-kode nulstiller det hele. Tællingen sker hos os, så den, der finder din telefon, ikke kan omgå den.',
      ],
      steps: [
        'Appen viser, hvor mange forsøg du har, og hvornår du kan prøve igen.',
        'Vent til da. Det hjælper ikke at lukke appen eller genstarte telefonen.',
        'Har du glemt PIN-koden, så stop i tide, og tryk på “Har du glemt PIN-koden?”.',
        'Er det ikke dig, der har tastet, så har nogen din telefon. Hold øje med, hvem der kan nå den, og skift PIN-kode.',
      ],
      words: 'pinkode vent ventetid forsøg låst spærret minutter pause',
    },
    'forgotten-user-id': {
      title: 'Jeg har glemt mit bruger-ID',
      summary: 'Vi fortæller aldrig på nettet, om et bruger-ID findes. Her kan du lede.',
      explained: [
        'Bruger-ID’et valgte du, da du fik dit MitID. Det er ikke dit CPR-nummer.',
        'Siden siger det samme, uanset hvilket bruger-ID der bliver skrevet. Så kan ingen prøve sig frem til dit.',
      ],
      steps: [
        'Se efter på en computer, hvor du har valgt “Husk mit bruger-ID på denne computer”.',
        'Åbn appen, vælg “Ny telefon, glemt PIN eller bruger-ID” på dens forside eller under Hjælp, og vis dit pas og dit ansigt. Så får du det at se.',
        'Eller spørg dér, hvor du fik dit MitID. Vis dem aldrig dine koder.',
      ],
      words: 'brugernavn login navn brugerid husker ikke',
    },
    'forgotten-password': {
      title: 'Jeg har glemt min adgangskode',
      summary: 'Vælg en ny med appen, med NemID eller med et brev fra support.',
      explained: [
        'Adgangskoden bruges sammen med en kodeviser eller kodeoplæser. Ingen kan se den, heller ikke vi.',
        'Det samme åbner en kodeviser eller kodeoplæser, som er lukket, fordi der er tastet forkerte koder for mange gange, eller fordi den var meldt mistet.',
        'Fik du besked om, at nogen vil vælge en ny adgangskode, uden at det var dig? Så skift adgangskoden selv. Så er koden i beskeden eller brevet intet værd. Er kodeviseren eller kodeoplæseren væk, så ring straks til support, og få den lukket.',
      ],
      steps: [
        'Gå til siden om din adgangskode. Den står nederst på alle sider.',
        'Har du appen, så godkend dér, at du vil vælge en ny.',
        'Har du NemID, så vælg “Vælg en ny med NemID”. Vi sender en kode på sms, e-mail eller i et brev.',
        'Har du ingen af delene, så ring til support. De sender et brev til din folkeregisteradresse.',
        'Skriv koden, vælg en ny adgangskode, og skriv en kode fra din kodeviser eller kodeoplæser. Indtil da virker den gamle.',
      ],
      words:
        'glemt password kodeord login kodeviser kodeoplæser lukket spærret åbne nulstil brev nemid',
    },
    'activation-code': {
      title: 'Aktiveringskoden virker ikke',
      summary: 'Koden kan være brugt, udløbet eller tastet forkert. Så længe gælder den.',
      explained: [
        'Du skal bruge to koder, som kommer ad hver sin vej. Den første har 12 bogstaver og tal. Den gælder i 30 minutter, hvis du har fået den på en skærm, i 48 timer på papir fra et center og i 30 dage i et brev. Den virker én gang.',
        'Den anden har 6 cifre og kommer på sms eller e-mail. Den gælder i 30 minutter. Efter 3 forkerte forsøg er begge koder brugt op.',
      ],
      steps: [
        'Se efter, at du har skrevet alle 12 tegn. Store og små bogstaver er det samme, og O og 0 bliver læst ens.',
        'Kommer den anden kode ikke, så se efter i uønsket post, og tryk på “Send en ny kode”. Det kan du gøre to gange.',
        'Har du lige fået nyt telefonnummer eller ny e-mailadresse, sender vi ingen koder dertil de første 5 dage.',
        'Ellers skal du have en ny aktiveringskode dér, hvor du fik den første. Koder er gratis.',
      ],
      words: 'aktivere kode udløbet brugt forkert sms mail brev engangskode 12 tegn 6 cifre',
    },
  },
  en: {
    'forgotten-pin': {
      title: 'I have forgotten my PIN',
      summary:
        'Nobody can tell you what it is, not even we. Show passport and face, and choose a new one.',
      explained: [
        'Your PIN is not kept anywhere. So nobody can find it for you, and nobody may ask you for it.',
      ],
      steps: [
        'Do not go on guessing. After nine wrong tries the PIN is blocked.',
        'Press “Forgotten your PIN?” in the app where you type it. Choose “With passport and face”, show both, and choose a new PIN. The app stays on the phone.',
        'If you have no passport with a chip, go to a Citizen Service Centre with your passport or driving licence.',
      ],
      words: 'forgot pincode password passcode remember reset',
    },
    'wrong-pin': {
      title: 'I entered a wrong PIN',
      summary: 'How long you have to wait, and how many tries you have.',
      explained: [
        'After 3 wrong tries you wait 5 minutes. After 3 more you wait 60 minutes. After the last 3 the PIN is blocked, and you need a new one.',
        'A right PIN sets everything back. We do the counting, so whoever finds your phone cannot get round it.',
      ],
      steps: [
        'The app shows how many tries you have and when you can try again.',
        'Wait until then. It does not help to close the app or restart the phone.',
        'If you have forgotten the PIN, stop in time and press “Forgotten your PIN?”.',
        'If it was not you, somebody has your phone. See who can reach it, and change your PIN.',
      ],
      words: 'pincode wait waiting tries attempts locked blocked minutes hold',
    },
    'forgotten-user-id': {
      title: 'I have forgotten my user ID',
      summary: 'Online we never tell whether a user ID exists. Here is where to look.',
      explained: [
        'You chose the user ID when you got your MitID. It is not your CPR number.',
        'The page says the same whatever user ID is typed. So nobody can find yours by trying.',
      ],
      steps: [
        'Look on a computer where you chose “Remember my user ID on this computer”.',
        'Open the app, choose “New phone, forgotten PIN or user ID” on its front page or under Help, and show your passport and your face. Then you get to see it.',
        'Or ask where you got your MitID. Never show them your codes.',
      ],
      words: 'username login name userid remember',
    },
    'forgotten-password': {
      title: 'I have forgotten my password',
      summary: 'Choose a new one with the app, with NemID or with a letter from support.',
      explained: [
        'The password is used together with a code display or a code reader. Nobody can see it, not even we.',
        'The same opens a code display or code reader that is closed because wrong codes were typed too many times, or because it was reported lost.',
        'Were you told that somebody wants to choose a new password, and it was not you? Then change the password yourself. The code in the message or the letter is then worth nothing. If the code display or code reader is missing, call support at once and have it closed.',
      ],
      steps: [
        'Go to the page about your password. It stands at the foot of every page.',
        'If you have the app, approve there that you want to choose a new one.',
        'If you have NemID, choose “Choose a new one with NemID”. We send a code by SMS, by e-mail or in a letter.',
        'If you have neither, call support. They send a letter to your registered address.',
        'Type the code, choose a new password, and type a code from your code display or code reader. Until then the old one works.',
      ],
      words: 'forgot password login code display reader closed blocked reopen reset letter nemid',
    },
    'activation-code': {
      title: 'The activation code does not work',
      summary: 'The code may be used, expired or mistyped. How long it is valid.',
      explained: [
        'You need two codes that come in different ways. The first has 12 letters and digits. It is valid for 30 minutes if you got it on a screen, 48 hours on paper from a centre and 30 days in a letter. It works once.',
        'The second has 6 digits and comes by SMS or e-mail. It is valid for 30 minutes. After 3 wrong tries both codes are used up.',
      ],
      steps: [
        'Check that you typed all 12 characters. Capital and small letters are the same, and O and 0 are read alike.',
        'If the second code does not come, look among unwanted mail, and press “Send a new code”. You can do that twice.',
        'If you have just changed your phone number or e-mail address, we send no codes there for the first 5 days.',
        'Otherwise get a new activation code where you got the first one. Codes are free.',
      ],
      words: 'activate code expired used wrong sms mail letter one-time 12 characters 6 digits',
    },
  },
})
