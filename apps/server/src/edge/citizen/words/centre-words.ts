/** Citizen Service Centres, and the papers that count there. */
import { wording } from '@open-mitid/ui/wording'

export const centreWords = wording({
  da: {
    title: 'Få MitID i borgerservice',
    summary: 'Sådan får du MitID ved et møde i borgerservice.',
    lead: 'En medarbejder ser dine papirer, stiller nogle spørgsmål og giver dig det, du skal bruge.',
    notYet: 'Denne vej er ikke åben endnu',
    notYetText:
      'Borgerservice er ikke med i dette system endnu, og du kan ikke bestille tid. Her kan du se, hvordan det kommer til at foregå. Har du NemID, kan du få MitID i dag.',
    steps: 'Sådan foregår det',
    stepList: [
      'Bestil tid i en kommunes borgerservice.',
      'Tag gyldig legitimation med.',
      'Svar på spørgsmål, som kun du kan svare på, eller tag et vidne med.',
      'Vælg bruger-ID, og hvad du vil godkende med.',
      'Tag en kode eller en enhed med hjem.',
    ],
    papers: 'Se, hvilke papirer der gælder',
    otherWays: 'Se alle tre måder',
  },
  en: {
    title: 'Get MitID at a Citizen Service Centre',
    summary: 'How to get MitID at a meeting with Citizen Service.',
    lead: 'An officer sees your papers, asks some questions and gives you what you need.',
    notYet: 'This way is not open yet',
    notYetText:
      'The Citizen Service Centres are not part of this system yet, and you cannot book a time. Here you can see how it will go. If you have NemID, you can get MitID today.',
    steps: 'How it goes',
    stepList: [
      'Book a time at a Citizen Service Centre in a municipality.',
      'Bring valid identity papers.',
      'Answer questions that only you can answer, or bring a witness.',
      'Choose a user ID, and what to approve with.',
      'Take a code or a device home.',
    ],
    papers: 'See which papers are valid',
    otherWays: 'See all three ways',
  },
})
