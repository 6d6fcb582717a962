/** The texts of faults that any API may have. */
import { wording } from '../wording/wording.ts'

export const faultWords = wording({
  da: {
    nav: 'Fejl til afprøvning',
    title: 'Lad tjenesten svigte',
    intro:
      'Her kan du prøve, hvad der sker hos andre, når denne tjeneste ikke virker eller svarer forkert. Siderne her virker imens.',
    legend: 'Sådan svarer tjenesten',
    save: 'Gem',
    saved: 'Dit valg er gemt og gælder nu.',
    warning: 'Tjenesten er sat til at svigte',
    change: 'Lav det om',
    outages: {
      ok: 'Virker',
      slow: 'Langsom: svarer først efter lang tid',
      down: 'Nede: forbindelsen bliver afbrudt',
      failing: 'Fejler: svarer, at man skal prøve igen senere',
      garbled: 'Ødelagt: svaret hører op midt i det hele',
      endless: 'Uden ende: svaret hører aldrig op',
    },
  },
  en: {
    nav: 'Faults to try out',
    title: 'Make the service fail',
    intro:
      'Here you can try what happens elsewhere when this service does not work or answers wrongly. The pages here go on working.',
    legend: 'How the service answers',
    save: 'Save',
    saved: 'Your choice is saved and applies now.',
    warning: 'The service is set to fail',
    change: 'Change this',
    outages: {
      ok: 'Works',
      slow: 'Slow: answers only after a long time',
      down: 'Down: the connection is cut',
      failing: 'Failing: answers that one should try again later',
      garbled: 'Broken: the answer stops in the middle',
      endless: 'Endless: the answer never stops',
    },
  },
})
