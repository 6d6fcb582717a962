/** The help texts, put together, and what each leads on to. */
import { wording, type Language } from '@open-mitid/ui/wording'
import type { Place } from '../address.ts'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { codeDeviceTopics } from '../words/code-device-topics.ts'
import { codeTopics } from '../words/code-topics.ts'
import { deviceTopics } from '../words/device-topics.ts'
import { urgentTopics } from '../words/urgent-topics.ts'
import { useTopics } from '../words/use-topics.ts'
import type { TopicId } from './topic.ts'

export type TopicText = {
  readonly title: string
  readonly summary: string
  /** What it is, and why. */
  readonly explained: readonly string[]
  /** What to do, in order. */
  readonly steps: readonly string[]
  /** What people call it when they search. */
  readonly words: string
}

export const topics: Readonly<Record<Language, Readonly<Record<TopicId, TopicText>>>> = {
  da: {
    ...urgentTopics.da,
    ...codeTopics.da,
    ...useTopics.da,
    ...deviceTopics.da,
    ...codeDeviceTopics.da,
  },
  en: {
    ...urgentTopics.en,
    ...codeTopics.en,
    ...useTopics.en,
    ...deviceTopics.en,
    ...codeDeviceTopics.en,
  },
}

/** What is different where nobody is real. */
const sandboxWords = wording({
  da: {
    code: 'Du får en ny aktiveringskode på startsiden: tryk på “Giv MitID” ud for personen. Sms’er og mails lander i postkassen.',
    userId: 'Alle bruger-ID’er står på startsiden.',
  },
  en: {
    code: 'You get a new activation code on the start page: press “Give MitID” beside the person. Texts and mails arrive in the inbox.',
    userId: 'All user IDs stand on the start page.',
  },
})

type SandboxWord = keyof (typeof sandboxWords)['da']

const inSandbox: Partial<Record<TopicId, SandboxWord>> = {
  'lost-phone': 'code',
  'stopped-app': 'code',
  'forgotten-pin': 'code',
  'forgotten-user-id': 'userId',
  'activation-code': 'code',
  'new-phone': 'code',
}

export function sandboxHint(reader: Reader, topic: TopicId): string | undefined {
  const word = reader.site.sandbox ? inSandbox[topic] : undefined
  return word && textsFor(reader, sandboxWords)[word]
}

export const related: Readonly<Record<TopicId, readonly Place[]>> = {
  'not-me': ['approve', { topic: 'new-browser' }, { topic: 'wrong-approval' }],
  'wrong-approval': ['receipt', { topic: 'not-me' }],
  'lost-phone': ['spare', 'app', { topic: 'stopped-app' }],
  'new-phone': ['app', 'spare'],
  'forgotten-pin': [{ topic: 'wrong-pin' }, { topic: 'activation-code' }, 'password'],
  'wrong-pin': [{ topic: 'forgotten-pin' }, { topic: 'lost-phone' }],
  'forgotten-user-id': ['user-id', 'approve'],
  'forgotten-password': ['password', 'support', { topic: 'not-me' }],
  'activation-code': ['app', { topic: 'new-phone' }],
  'nothing-found': ['approve', { topic: 'new-browser' }],
  'new-browser': ['approve', { topic: 'not-me' }],
  'stopped-app': ['app', { topic: 'message' }],
  message: [{ topic: 'not-me' }, 'privacy'],
  'shared-tablet': ['app', { topic: 'help-others' }],
  'help-others': ['app', 'approve', { topic: 'shared-tablet' }],
  'no-smartphone': [{ topic: 'code-display' }, { topic: 'audio-reader' }, 'password', 'spare'],
  'code-display': ['password', 'spare', { topic: 'no-smartphone' }],
  'audio-reader': ['password', 'spare', { topic: 'help-others' }],
}
