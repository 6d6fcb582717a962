/** What a person reads who closed the app on the way, and opens it again. */
import { wording } from '@open-mitid/ui/wording'

export const leftWords = wording({
  da: {
    title: 'Du er ved at få MitID',
    againTitle: 'Du er ved at komme til dit MitID igen',
    text: 'Passet og dit ansigt er godkendt. Du skal ikke vise dem igen: vi fortsætter, hvor du slap. Det gælder i et døgn.',
    stopText: 'Er det ikke dig, så tryk på “Stop her”. Så glemmer telefonen det.',
    stop: 'Stop her',
    madeTitle: 'Dit MitID er oprettet',
    userId: 'Dit bruger-ID',
    pinLeft: 'Kun PIN-koden mangler, før du kan bruge det i denne app.',
    onTheWay: 'Det, du har bestilt, er på vej med et brev, der forklarer, hvad du skal gøre.',
    working: 'Gør klar …',
  },
  en: {
    title: 'You are getting a MitID',
    againTitle: 'You are getting to your MitID again',
    text: 'The passport and your face are approved. You do not show them again: we go on where you stopped. That holds for a day.',
    stopText: 'If this is not you, press “Stop here”. Then the phone forgets it.',
    stop: 'Stop here',
    madeTitle: 'Your MitID has been made',
    userId: 'Your user ID',
    pinLeft: 'Only the PIN is missing before you can use it in this app.',
    onTheWay: 'What you ordered is on its way with a letter that explains what to do.',
    working: 'Getting ready …',
  },
})
