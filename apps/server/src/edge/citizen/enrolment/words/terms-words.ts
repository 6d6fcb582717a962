/** The step of the terms: what matters most, and the question. */
import { wording } from '@open-mitid/ui/wording'

export const termsWords = wording({
  da: {
    title: 'Det siger du ja til',
    lead: 'Læs dette, før du går videre. Det er det vigtigste i vilkårene.',
    points: [
      'Når du godkender noget med MitID, svarer det til din underskrift på papir.',
      'MitID er dit alene. Du skal selv kunne bruge det, og du må aldrig dele koder, app, kodeviser eller kodeoplæser med nogen.',
      'Er noget gået tabt, eller kender en anden din kode, skal du spærre det med det samme.',
      'Det er gratis at få MitID og at bruge det: app, kodeviser, kodeoplæser, erstatning og breve. Ingen må bede dig om penge for det.',
    ],
    readTerms: 'Læs alle vilkår',
    readPrivacy: 'Læs, hvordan vi behandler dine oplysninger',
    ownPages: 'Vilkårene har også en side for sig, som du kan printe',
    accept: 'Jeg har læst vilkårene og siger ja til dem',
    missing: 'Sæt kryds, hvis du siger ja. Uden et ja kan du ikke få MitID.',
    changed: 'Teksten er blevet ændret, mens du var i gang. Læs den nye, og sæt kryds igen.',
    goOn: 'Fortsæt',
  },
  en: {
    title: 'What you say yes to',
    lead: 'Read this before you go on. It is what matters most in the terms.',
    points: [
      'When you approve something with MitID, it counts as your signature on paper.',
      'MitID is yours alone. You must be able to use it on your own, and never share codes, app, code display or code reader with anybody.',
      'If something is lost, or another knows your code, you must block it at once.',
      'Getting and using MitID is free: app, code display, code reader, replacements and letters. Nobody may ask you for money for it.',
    ],
    readTerms: 'Read all the terms',
    readPrivacy: 'Read how we handle your information',
    ownPages: 'The terms also have a page of their own that you can print',
    accept: 'I have read the terms and say yes to them',
    missing: 'Tick the box if you say yes. Without a yes you cannot get MitID.',
    changed: 'The text has changed while you were on your way. Read the new one and tick again.',
    goOn: 'Continue',
  },
})
