/** Which sentence a refusal of a passport is told with. */
import type { Language } from '@open-mitid/ui/wording'
import type { ProvePassportRefusal } from '../core/passport/index.ts'
import { passportWords } from './passport-words.ts'

type Told = keyof (typeof passportWords)['da']['told']

export function passportTold(refusal: ProvePassportRefusal, language: Language): string {
  return passportWords[language].told[keyOf(refusal)]
}

function keyOf(refusal: ProvePassportRefusal): Told {
  switch (refusal.kind) {
    case 'passport':
      return refusal.reason
    case 'face':
      return 'other-face'
    case 'turned-away':
      return turnedAway[refusal.reason]
    case 'chip':
      return ofChip.has(refusal.code) ? (refusal.code as Told) : 'chip-refused'
    case 'too-many-apps':
    case 'no-contact':
      return refusal.kind
    case 'busy':
    case 'unavailable':
    case 'fault':
      return 'later'
    case 'help-unknown':
      return 'help-gone'
    case 'too-large':
    case 'malformed':
      return 'damaged'
    case 'proof-unknown':
    case 'proof-moved-on':
    case 'other-photo':
    case 'not-found':
    case 'method':
    case 'origin':
    case 'contact':
    case 'too-many-codes':
    case 'code-wrong':
    case 'code-over':
    case 'user-id':
    case 'user-id-taken':
    case 'user-id-wait':
    case 'terms-changed':
    case 'no-address':
    case 'step-missing':
      return 'again'
  }
}

/** What a person can do something about; the rest is one sentence. */
const ofChip: ReadonlySet<string> = new Set<Told>([
  'no-chip',
  'nfc-off',
  'no-passport',
  'chip-lost',
  'wrong-password',
  'no-reader',
  'no-card',
  'several-cards',
  'card-no-passport',
  'reader-in-use',
  'reader-ended',
])

type TurnedAway = Extract<ProvePassportRefusal, { readonly kind: 'turned-away' }>['reason']
const turnedAway: Readonly<Record<TurnedAway, Told>> = {
  'too-young': 'too-young',
  'has-mitid': 'has-mitid',
  register: 'not-in-register',
  left: 'again',
}
