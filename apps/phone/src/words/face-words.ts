/** What a person is asked to do before the camera, and told of the pictures. */
import type { FaceGesture, FaceRefusal } from '@open-mitid/protocol'
import { wording } from '@open-mitid/ui/wording'

type Gestures = Readonly<Record<FaceGesture, string>>
type Reasons = Readonly<Record<FaceRefusal, string>>

const gesturesDa: Gestures = {
  straight: 'Se lige ind i kameraet',
  'turn-left': 'Drej hovedet lidt til din venstre side',
  'turn-right': 'Drej hovedet lidt til din højre side',
  'open-mouth': 'Se lige frem, og luk munden op',
  'tilt-left': 'Læg hovedet ned mod din venstre skulder',
  'tilt-right': 'Læg hovedet ned mod din højre skulder',
}
const gesturesEn: Gestures = {
  straight: 'Look straight into the camera',
  'turn-left': 'Turn your head a little to your left',
  'turn-right': 'Turn your head a little to your right',
  'open-mouth': 'Look straight ahead and open your mouth',
  'tilt-left': 'Tilt your head towards your left shoulder',
  'tilt-right': 'Tilt your head towards your right shoulder',
}
const reasonsDa: Reasons = {
  'no-face':
    'Vi kan ikke se et ansigt på et af billederne. Find bedre lys, og hold hele ansigtet i billedet.',
  'several-faces': 'Der er flere ansigter på et af billederne. Vær alene foran kameraet.',
  'gesture-missed':
    'Et af billederne viste ikke det, vi bad om. Gør bevægelsen tydeligere, og hold den, til billedet er taget.',
  unlike:
    'Vi kan ikke se, at du er den på fotoet. Tag briller, hue og mundbind af, og find bedre lys.',
}
const reasonsEn: Reasons = {
  'no-face':
    'We cannot see a face in one of the pictures. Find better light, and keep your whole face in the picture.',
  'several-faces': 'There are several faces in one of the pictures. Be alone before the camera.',
  'gesture-missed':
    'One of the pictures did not show what we asked for. Make the movement clearer, and hold it until the picture is taken.',
  unlike:
    'We cannot see that you are the one in the photo. Take off glasses, hat and mask, and find better light.',
}

export const faceWords = wording({
  da: {
    beforeTitle: 'Vis, at passet er dit',
    beforeText:
      'Vi beder dig om fire små bevægelser og tager et billede af hver. Rækkefølgen er ny hver gang, så ingen kan bruge et foto af dig.',
    kept: 'Billederne sammenlignes med fotoet i chippen og slettes, når det er afgjort.',
    tips: ['Vær alene foran kameraet, i godt lys.', 'Tag hue, solbriller og mundbind af.'],
    helpLegend: 'Sådan vil du hjælpes',
    other: 'Andre bevægelser',
    otherHint: 'Hvis du ikke kan dreje hovedet eller åbne munden: læg i stedet hovedet på skrå.',
    counted: 'Tag billederne for mig',
    countedHint: 'Appen tæller ned fra fem og tager billedet, uden at du trykker.',
    spoken: 'Sig det højt',
    spokenHint: 'Appen læser op, hvad du skal gøre.',
    start: 'Start kameraet',
    title: (number: string, of: string) => `Billede ${number} af ${of}`,
    gestures: gesturesDa,
    take: 'Tag billedet',
    countdown: (seconds: string) => `Billedet tages om ${seconds} …`,
    taken: 'Billedet er taget.',
    asking: 'Henter, hvad du skal gøre …',
    judging: 'Sammenligner med fotoet i passet …',
    looking: 'Kameraet er klar.',
    instead: 'Uden kamera kan du få MitID i borgerservice med dit pas.',
    share: 'Vis det vindue, hvor ansigtet er.',
    retryTitle: 'Prøv igen',
    reasons: reasonsDa,
    triesLeft: {
      one: 'Du har 1 forsøg tilbage.',
      other: (count: string) => `Du har ${count} forsøg tilbage.`,
    },
    picture: 'Det, kameraet ser af dig',
    sendAgain: 'Send billederne igen',
  },
  en: {
    beforeTitle: 'Show that the passport is yours',
    beforeText:
      'We ask you for four small movements and take a picture of each. The order is new every time, so that nobody can use a photo of you.',
    kept: 'The pictures are compared with the chip’s photo and deleted once that is decided.',
    tips: ['Be alone before the camera, in good light.', 'Take off hat, sunglasses and mask.'],
    helpLegend: 'How you want to be helped',
    other: 'Other movements',
    otherHint: 'If you cannot turn your head or open your mouth: tilt your head instead.',
    counted: 'Take the pictures for me',
    countedHint: 'The app counts down from five and takes the picture without a press.',
    spoken: 'Say it aloud',
    spokenHint: 'The app reads out what you are to do.',
    start: 'Start the camera',
    title: (number, of) => `Picture ${number} of ${of}`,
    gestures: gesturesEn,
    take: 'Take picture',
    countdown: (seconds) => `The picture is taken in ${seconds} …`,
    taken: 'The picture has been taken.',
    asking: 'Fetching what you are to do …',
    judging: 'Comparing with the photo in the passport …',
    looking: 'The camera is ready.',
    instead: 'Without a camera you can get MitID at Citizen Service with your passport.',
    share: 'Show the window in which the face is.',
    retryTitle: 'Try again',
    reasons: reasonsEn,
    triesLeft: {
      one: 'You have 1 try left.',
      other: (count) => `You have ${count} tries left.`,
    },
    picture: 'What the camera sees of you',
    sendAgain: 'Send the pictures again',
  },
})
