/** The words around every step, and what the script may have to say aloud. */
import { wording } from '@open-mitid/ui/wording'

export const boxWords = wording({
  da: {
    cancel: 'Annuller',
    help: 'Hjælp',
    /** By whole minutes, from 0. */
    left: [
      'Under 1 minut tilbage',
      '1 minut tilbage',
      '2 minutter tilbage',
      '3 minutter tilbage',
      '4 minutter tilbage',
      '5 minutter tilbage',
    ],
    said: {
      soon: 'Der er under 1 minut tilbage. Når du det ikke, kan du bare begynde igen.',
      apart: 'Der er ingen forbindelse lige nu. Vi prøver igen.',
      many: 'Der er travlt fra dit netværk. Vent nogle sekunder, og prøv igen.',
      together: 'Forbindelsen er tilbage.',
      copied: 'Koden er kopieret.',
      uncopied: 'Din browser lod os ikke kopiere koden. Skriv den i appen i stedet.',
      ending: 'Koden holder snart op med at virke.',
      ended: 'Koden virker ikke mere. Få en ny.',
    },
  },
  en: {
    cancel: 'Cancel',
    help: 'Help',
    left: [
      'Less than 1 minute left',
      '1 minute left',
      '2 minutes left',
      '3 minutes left',
      '4 minutes left',
      '5 minutes left',
    ],
    said: {
      soon: 'Less than 1 minute is left. If you do not make it, you can simply start again.',
      apart: 'There is no connection right now. We are trying again.',
      many: 'Your network is busy. Wait a few seconds and try again.',
      together: 'The connection is back.',
      copied: 'The code is copied.',
      uncopied: 'Your browser did not let us copy the code. Type it in the app instead.',
      ending: 'The code will soon stop working.',
      ended: 'The code no longer works. Get a new one.',
    },
  },
})
