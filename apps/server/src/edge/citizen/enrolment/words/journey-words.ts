/** What stands around every step. */
import { wording } from '@open-mitid/ui/wording'

export const journeyWords = wording({
  da: {
    summary: 'Få MitID med NemID, trin for trin.',
    back: 'Et trin tilbage',
    leave: 'Stop og slet',
    kept: 'Du kan lukke siden og gå videre senere. Det, du har udfyldt, er gemt i et døgn i denne browser.',
    wrong: 'Fejl',
  },
  en: {
    summary: 'Get MitID with NemID, step by step.',
    back: 'One step back',
    leave: 'Stop and delete',
    kept: 'You can close the page and go on later. What you have filled in is kept for 24 hours in this browser.',
    wrong: 'Error',
  },
})
