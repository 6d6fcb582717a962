/** The words of the page to which an activation leads, where this browser becomes known. */
import { wording } from '@open-mitid/ui/wording'

export const knownWords = wording({
  da: {
    head: 'Kodeviser og kodeoplæser',
    asking: { title: 'Et øjeblik', lead: 'Vi gør det færdigt.' },
    known: {
      title: 'Den er klar til brug',
      lead: 'Din kodeviser eller kodeoplæser og din adgangskode virker. Vi kender nu denne computer, så du ikke bliver bedt om mere end nødvendigt, når du logger på her.',
      next: 'Læg den et sikkert sted, og vis aldrig dine koder til nogen.',
      go: 'Se, hvordan du bruger den',
    },
    unknown: {
      title: 'Linket virker ikke mere',
      lead: 'Din kodeviser eller kodeoplæser kan være klar alligevel. Prøv at logge på med den.',
    },
    noScript: 'JavaScript er slået fra, så siden kan ikke gøre det færdigt.',
  },
  en: {
    head: 'Code display and code reader',
    asking: { title: 'One moment', lead: 'We are finishing it.' },
    known: {
      title: 'It is ready to use',
      lead: 'Your code display or code reader and your password work. We now know this computer, so you are not asked for more than needed when you log on here.',
      next: 'Keep it in a safe place, and never show your codes to anybody.',
      go: 'See how to use it',
    },
    unknown: {
      title: 'The link no longer works',
      lead: 'Your code display or code reader may be ready all the same. Try to log on with it.',
    },
    noScript: 'JavaScript is off, so this page cannot finish.',
  },
})
