/** The films of the way by passport: what each shows, and what is said of it, out of one table. */
import { wording } from '@open-mitid/ui/wording'

/** What is seen one after the other, by the names under which the journey inspects it. */
export const films = {
  passport: ['welcome', 'zone-seen', 'chip'],
  face: ['face-before', 'face-1', 'face-2', 'face-4', 'person'],
  finish: [
    'terms',
    'contacts',
    'contact-code',
    'user-id',
    'authenticators',
    'finish-app',
    'pin',
    'activated',
  ],
} as const

export type FilmName = keyof typeof films
export const filmNames = Object.keys(films) as readonly FilmName[]

/** Each picture stands so long that its caption can be read twice. */
export const secondsEach = 6

/** Pixels of a film: the app's screen, and beneath it room for captions and controls. */
export const filmSize = { width: 540, screen: 1168, height: 1420 } as const

type FilmTexts = {
  readonly [Name in FilmName]: {
    readonly title: string
    readonly captions: Readonly<Record<(typeof films)[Name][number], string>>
  }
}

const da: FilmTexts = {
  passport: {
    title: 'Scan passet',
    captions: {
      welcome: 'Åbn appen, og tryk på “Få MitID med dit pas”.',
      'zone-seen': 'Hold kameraet over de to nederste linjer på siden med dit foto.',
      chip: 'Læg passet på telefonen, tryk på “Læs passet”, og hold begge dele stille.',
    },
  },
  face: {
    title: 'Vis dit ansigt',
    captions: {
      'face-before': 'Find godt lys, og vælg, om du vil have hjælp. Tryk på “Start kameraet”.',
      'face-1': 'Appen beder om fire små bevægelser. Rækkefølgen er ny hver gang.',
      'face-2': 'Gør det, der står, og tryk på “Tag billedet”.',
      'face-4': 'Efter det fjerde billede sammenlignes de med fotoet i chippen og slettes.',
      person: 'Nu ved vi, at passet er dit. Tryk på “Fortsæt”.',
    },
  },
  finish: {
    title: 'Vælg, og bliv færdig',
    captions: {
      terms: 'Læs vilkårene, og sæt kryds, hvis du siger ja.',
      contacts: 'Skriv dit mobilnummer, din e-mailadresse eller begge dele.',
      'contact-code': 'Vi sender en kode. Skriv den her, så ved vi, at adressen er din.',
      'user-id': 'Vælg et bruger-ID. Tag et forslag, eller find på dit eget.',
      authenticators: 'Vælg, hvad du vil godkende med, og gerne en reserve.',
      'finish-app': 'Se det hele igennem. Når du siger ja, er dit MitID oprettet.',
      pin: 'Vælg en PIN-kode på 6 cifre, som kun du kender.',
      activated: 'Appen er klar. Nu kan du bruge dit MitID.',
    },
  },
}

const en: FilmTexts = {
  passport: {
    title: 'Scan the passport',
    captions: {
      welcome: 'Open the app and press “Get a MitID with your passport”.',
      'zone-seen': 'Hold the camera over the two bottom lines of the page with your photo.',
      chip: 'Lay the passport on the phone, press “Read the passport”, and hold both still.',
    },
  },
  face: {
    title: 'Show your face',
    captions: {
      'face-before': 'Find good light and choose whether you want help. Press “Start the camera”.',
      'face-1': 'The app asks for four small movements. Their order is new every time.',
      'face-2': 'Do what it says and press “Take picture”.',
      'face-4': 'After the fourth picture they are compared with the chip’s photo and deleted.',
      person: 'Now we know that the passport is yours. Press “Continue”.',
    },
  },
  finish: {
    title: 'Choose and finish',
    captions: {
      terms: 'Read the terms, and tick the box if you say yes.',
      contacts: 'Give your mobile number, your e-mail address, or both.',
      'contact-code': 'We send a code. Type it here, so that we know the address is yours.',
      'user-id': 'Choose a user ID. Take a suggestion or think of your own.',
      authenticators: 'Choose what you want to approve with, and preferably a spare.',
      'finish-app': 'Look it all over. When you say yes, your MitID is created.',
      pin: 'Choose a PIN of 6 digits that only you know.',
      activated: 'The app is ready. You can use your MitID now.',
    },
  },
}

export const filmWords = wording({ da, en })

/** The captions of a film in the order of its pictures. */
export function captionsOf(name: FilmName, texts: FilmTexts): readonly string[] {
  const captions: Readonly<Record<string, string>> = texts[name].captions
  return films[name].map((still) => captions[still] ?? '')
}
