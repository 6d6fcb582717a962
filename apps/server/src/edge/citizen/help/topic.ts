/** The matters that people come to help with, each with its word in an address. */
import type { Language } from '@open-mitid/ui/wording'

export const topicIds = [
  'not-me',
  'wrong-approval',
  'lost-phone',
  'new-phone',
  'forgotten-pin',
  'wrong-pin',
  'forgotten-user-id',
  'forgotten-password',
  'activation-code',
  'nothing-found',
  'new-browser',
  'stopped-app',
  'message',
  'shared-tablet',
  'help-others',
  'no-smartphone',
  'code-display',
  'audio-reader',
] as const
export type TopicId = (typeof topicIds)[number]

export const topicSlugs: Readonly<Record<TopicId, Readonly<Record<Language, string>>>> = {
  'not-me': { da: 'ikke-mig', en: 'not-me' },
  'wrong-approval': { da: 'forkert-godkendelse', en: 'wrong-approval' },
  'lost-phone': { da: 'mistet-telefon', en: 'lost-phone' },
  'new-phone': { da: 'ny-telefon', en: 'new-phone' },
  'forgotten-pin': { da: 'glemt-pin-kode', en: 'forgotten-pin' },
  'wrong-pin': { da: 'forkert-pin-kode', en: 'wrong-pin' },
  'forgotten-user-id': { da: 'glemt-bruger-id', en: 'forgotten-user-id' },
  'forgotten-password': { da: 'glemt-adgangskode', en: 'forgotten-password' },
  'activation-code': { da: 'aktiveringskode', en: 'activation-code' },
  'nothing-found': { da: 'appen-finder-intet', en: 'nothing-found' },
  'new-browser': { da: 'ny-browser', en: 'new-browser' },
  'stopped-app': { da: 'stoppet-app', en: 'stopped-app' },
  message: { da: 'besked', en: 'message' },
  'shared-tablet': { da: 'faelles-tablet', en: 'shared-tablet' },
  'help-others': { da: 'hjaelp-andre', en: 'help-others' },
  'no-smartphone': { da: 'uden-smartphone', en: 'no-smartphone' },
  'code-display': { da: 'kodeviser', en: 'code-display' },
  'audio-reader': { da: 'kodeoplaeser', en: 'audio-reader' },
}

/** In the order in which they are shown: what is urgent comes first. */
export const topicGroups = {
  urgent: ['not-me', 'wrong-approval', 'lost-phone', 'stopped-app'],
  codes: [
    'forgotten-pin',
    'wrong-pin',
    'forgotten-user-id',
    'forgotten-password',
    'activation-code',
  ],
  use: ['nothing-found', 'new-browser', 'message'],
  devices: [
    'new-phone',
    'shared-tablet',
    'no-smartphone',
    'code-display',
    'audio-reader',
    'help-others',
  ],
} as const satisfies Readonly<Record<string, readonly TopicId[]>>
export type TopicGroup = keyof typeof topicGroups
