/** The few words that every frame has in common. */
import { wording } from '../wording/wording.ts'

export const frameWords = wording({
  da: {
    skip: 'Gå til indholdet',
    language: 'Sprog',
    sections: 'Hovedmenu',
    footer: 'Om denne side',
    notState: 'Dette er et åbent system. Det er ikke den danske stats MitID.',
    menu: 'Menu',
    back: 'Tilbage',
  },
  en: {
    skip: 'Skip to the content',
    language: 'Language',
    sections: 'Main menu',
    footer: 'About this page',
    notState: 'This is an open system. It is not the Danish state’s MitID.',
    menu: 'Menu',
    back: 'Back',
  },
})
