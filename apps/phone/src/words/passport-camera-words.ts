/** What a person reads while a camera looks at their passport. */
import { wording } from '@open-mitid/ui/wording'

export const passportCameraWords = wording({
  da: {
    zoneTitle: 'Scan de to nederste linjer',
    zoneText:
      'Slå passet op på siden med dit foto. Hold kameraet over de to linjer med tegn nederst på siden. De åbner chippen, så ingen kan læse den uden at have passet i hånden.',
    zoneShare: 'Vis det vindue, hvor du kan se passets side. Intet gemmes eller sendes.',
    zoneLooking: 'Leder efter de to linjer …',
    zoneFound: 'Linjerne er læst.',
    zoneHelp: 'Læg passet fladt i godt lys, og undgå genskin. Billedet bliver på telefonen.',
    type: 'Tast dem i stedet',
    typeInstead: 'Du kan også taste oplysningerne selv.',
    shareTitle: {
      camera: 'Er passets side på denne computers skærm?',
      face: 'Er ansigtet i et vindue på denne computer?',
    },
    refused: {
      camera:
        'Appen har ikke lov til at bruge kameraet. Giv lov i browserens indstillinger for denne side.',
      screen: 'Appen fik ikke lov til at se vinduet. Prøv igen.',
    },
    none: 'Der er intet kamera her.',
  },
  en: {
    zoneTitle: 'Scan the two bottom lines',
    zoneText:
      'Open the passport at the page with your photo. Hold the camera over the two lines of characters at the bottom of the page. They open the chip, so that nobody can read it without the passport in their hand.',
    zoneShare: 'Show the window in which you see the passport’s page. Nothing is kept or sent.',
    zoneLooking: 'Looking for the two lines …',
    zoneFound: 'The lines have been read.',
    zoneHelp: 'Lay the passport flat in good light without glare. The picture stays on the phone.',
    type: 'Type them instead',
    typeInstead: 'You can also type the details yourself.',
    shareTitle: {
      camera: 'Is the passport’s page on the screen of this computer?',
      face: 'Is the face in a window on this computer?',
    },
    refused: {
      camera: 'The app may not use the camera. Allow it in the browser’s settings for this page.',
      screen: 'The app was not allowed to see the window. Try again.',
    },
    none: 'There is no camera here.',
  },
})
