/** The first step: NemID, and the register. */
import { wording } from '@open-mitid/ui/wording'

export const proofWords = wording({
  da: {
    title: 'Vis, hvem du er, med NemID',
    ways: 'Sådan bruger du NemID',
    way: { card: 'NemID-nøglekort', app: 'NemID-nøgleapp' },
    lead: {
      card: 'Hav dit nøglekort ved hånden. Vi spørger om én nøgle fra det.',
      app: 'Hav telefonen med nøgleappen ved hånden. Du skal godkende i den.',
    },
    userId: 'NemID bruger-ID',
    userIdHint: 'Det, du bruger sammen med NemID. Det nye bruger-ID vælger du senere.',
    password: 'NemID adgangskode',
    send: 'Fortsæt',
    goOn: 'Fortsæt',
    missing: {
      user_id: 'Skriv dit bruger-ID til NemID.',
      password: 'Skriv din adgangskode til NemID.',
    },
    sandboxTitle: 'I sandkassen',
    sandbox:
      'Personer, der har NemID og endnu ikke har MitID, står på startsiden. Deres bruger-ID, adgangskode, nøglekort og nøgleapp finder du hos NemID-programmet, som startsiden fører til.',
    keyTitle: 'Find nøglen på dit nøglekort',
    keyLead: (card: string) =>
      `Find nummeret herunder på nøglekort ${card}. Skriv den nøgle på 6 cifre, der står ved siden af.`,
    keyNumber: 'Nummer',
    key: 'Nøgle',
    keyHint: '6 cifre',
    keyForm: 'En nøgle har 6 cifre. Se på kortet igen, og skriv dem.',
    otherWay: 'Tilbage til bruger-ID og adgangskode',
    appTitle: 'Godkend i din nøgleapp',
    appLead: 'Åbn NemID-nøgleappen. Der venter en anmodning med denne reference:',
    reference: 'Reference',
    appCheck: 'Godkend kun, hvis referencen er den samme. Denne side går selv videre bagefter.',
    waiting: 'Venter på, at du godkender i nøgleappen',
    approved: 'Jeg har godkendt',
    notYet: 'Vi kan ikke se endnu, at du har godkendt. Godkend i appen, og prøv igen.',
    registerTitle: 'Vi mangler svar fra CPR-registret',
    registerLead:
      'NemID har bekræftet, hvem du er. Men CPR-registret svarer ikke lige nu. Det er ikke din skyld, og du skal ikke bruge NemID igen. Prøv om lidt. Vi husker dig i et døgn i denne browser.',
    tryAgain: 'Prøv igen',
    locked: (until: string) =>
      `NemID er låst til kl. ${until} efter for mange forkerte forsøg. Prøv igen derefter.`,
    wayMissing: {
      card: 'Du har intet nøglekort til dit NemID. Prøv fanen “NemID-nøgleapp”.',
      app: 'Du har ingen nøgleapp til dit NemID. Prøv fanen “NemID-nøglekort”.',
    },
    refused: {
      'credentials-wrong':
        'Bruger-ID eller adgangskode passer ikke. Se efter tastefejl, og prøv igen. NemID låser efter flere forkerte forsøg.',
      blocked:
        'Dit NemID er spærret. Du kan få MitID på en anden måde: med pas eller i borgerservice.',
      'key-wrong':
        'Nøglen passer ikke til nummeret. Se efter, at det er det rigtige kort og nummer.',
      'prompt-refused': 'Du afviste i nøgleappen. Begynd igen, hvis det var en fejl.',
      'prompt-over':
        'Spørgsmålet er blevet for gammelt. Begynd igen. Det tæller ikke som et forkert forsøg.',
      unavailable:
        'NemID svarer ikke lige nu. Det er ikke din skyld. Vent lidt, og prøv igen. Du kan også lukke siden og komme tilbage inden for et døgn.',
      untrustworthy:
        'NemID svarede på en måde, vi ikke kan stole på. Derfor er vi stoppet her, og intet er sket. Prøv igen senere.',
      'register-unavailable':
        'CPR-registret svarer ikke lige nu. NemID er i orden, så det skal du ikke gøre om. Prøv igen om lidt.',
      'register-untrustworthy':
        'CPR-registret svarede på en måde, vi ikke kan stole på. Derfor er vi stoppet her. Prøv igen senere.',
      'register-unknown':
        'CPR-registret kender ikke nummeret fra dit NemID. Prøv igen senere, eller gå i borgerservice.',
    },
  },
  en: {
    title: 'Show who you are with NemID',
    ways: 'How you use NemID',
    way: { card: 'NemID code card', app: 'NemID code app' },
    lead: {
      card: 'Have your code card at hand. We ask for one key from it.',
      app: 'Have the phone with the code app at hand. You are to approve in it.',
    },
    userId: 'NemID user ID',
    userIdHint: 'The one that you use with NemID. You choose the new user ID later.',
    password: 'NemID password',
    send: 'Continue',
    goOn: 'Continue',
    missing: {
      user_id: 'Type your user ID for NemID.',
      password: 'Type your password for NemID.',
    },
    sandboxTitle: 'In the sandbox',
    sandbox:
      'People who have NemID and no MitID yet are on the start page. Their user ID, password, code card and code app are with the NemID program, which the start page leads to.',
    keyTitle: 'Find the key on your code card',
    keyLead: (card) =>
      `Find the number below on code card ${card}. Type the key of 6 digits that stands beside it.`,
    keyNumber: 'Number',
    key: 'Key',
    keyHint: '6 digits',
    keyForm: 'A key has 6 digits. Look at the card again and type them.',
    otherWay: 'Back to user ID and password',
    appTitle: 'Approve in your code app',
    appLead: 'Open the NemID code app. A request with this reference waits there:',
    reference: 'Reference',
    appCheck: 'Approve only if the reference is the same. This page then goes on by itself.',
    waiting: 'Waiting for you to approve in the code app',
    approved: 'I have approved',
    notYet: 'We cannot see yet that you have approved. Approve in the app and try again.',
    registerTitle: 'The CPR register has not answered',
    registerLead:
      'NemID has confirmed who you are. But the CPR register does not answer right now. It is not your fault, and you need not use NemID again. Try in a little while. We remember you for 24 hours in this browser.',
    tryAgain: 'Try again',
    locked: (until) => `NemID is locked until ${until} after too many wrong tries. Try again then.`,
    wayMissing: {
      card: 'You have no code card for your NemID. Try the tab “NemID code app”.',
      app: 'You have no code app for your NemID. Try the tab “NemID code card”.',
    },
    refused: {
      'credentials-wrong':
        'User ID or password is not right. Check your typing and try again. NemID locks after several wrong tries.',
      blocked:
        'Your NemID is blocked. You can get MitID another way: with a passport or at a Citizen Service Centre.',
      'key-wrong': 'The key does not fit the number. Check that it is the right card and number.',
      'prompt-refused': 'You refused in the code app. Begin again if that was a mistake.',
      'prompt-over':
        'The question has become too old. Begin again. It does not count as a wrong try.',
      unavailable:
        'NemID does not answer right now. It is not your fault. Wait a little and try again. You can also close the page and come back within 24 hours.',
      untrustworthy:
        'NemID answered in a way that we cannot trust. So we stopped here, and nothing has happened. Try again later.',
      'register-unavailable':
        'The CPR register does not answer right now. NemID is fine, so you need not do that again. Try again in a little while.',
      'register-untrustworthy':
        'The CPR register answered in a way that we cannot trust. So we stopped here. Try again later.',
      'register-unknown':
        'The CPR register does not know the number from your NemID. Try again later, or go to a Citizen Service Centre.',
    },
  },
})
