/** Everything that can come of asking the core, in the words a person reads. */
import type { Instant } from '@open-mitid/kernel'
import type { PhoneRefusal, PinRefusal as WeakPin } from '@open-mitid/protocol'
import { formatDateTime, formatTime, plural, type Language } from '@open-mitid/ui/wording'
import type { EndedWhy, PinRefusal, Untrusted } from '../core/index.ts'
import { problemWords } from '../words/problem-words.ts'

export type Told =
  | PhoneRefusal
  | WeakPin
  | Extract<PinRefusal, { kind: 'pin-mistyped' | 'ended' }>
  | Untrusted
  | { readonly kind: 'unreachable' }

/** Why the profile is over, where the answer says that it is. */
export function endOf(told: Told): EndedWhy | 'unknown' | undefined {
  switch (told.kind) {
    case 'ended':
      return told.why
    case 'copied':
      return 'copied'
    case 'profile-ended':
      return 'revoked'
    case 'proof':
      return 'unknown'
    default:
      return undefined
  }
}

type Texts = (typeof problemWords)[Language]

const sentences: {
  readonly [Kind in Told['kind']]: (
    texts: Texts,
    told: Extract<Told, { kind: Kind }>,
    language: Language,
  ) => string
} = {
  unreachable: (texts) => texts.unreachable,
  untrusted: (texts) => texts.untrusted,
  fault: (texts) => texts.fault,
  malformed: (texts) => texts.unclear,
  'too-large': (texts) => texts.unclear,
  'not-found': (texts) => texts.unclear,
  method: (texts) => texts.unclear,
  origin: (texts) => texts.unclear,
  proof: (texts) => texts.ended,
  copied: (texts) => texts.ended,
  'profile-ended': (texts) => texts.ended,
  ended: (texts) => texts.ended,
  'activation-unknown': (texts) => texts.activationUnknown,
  'activation-ended': (texts) => texts.activationEnded,
  'second-code-wrong': (texts) => texts.secondWrong,
  'registration-unknown': (texts) => texts.registration,
  'keys-invalid': (texts) => texts.fault,
  'claim-unknown': (texts) => texts.claimUnknown,
  wait: (texts, { until }, language) => texts.wait(untilWhen(until, language)),
  'pin-wait': (texts, { until }, language) => texts.pinWait(untilWhen(until, language)),
  'pin-blocked': (texts) => texts.pinBlocked,
  'pin-needed': (texts) => texts.pinNeeded,
  'not-proved': (texts) => texts.notProved,
  'pin-wrong': (texts, { tries_left, wait_until }, language) =>
    wrongPin(texts, tries_left, wait_until, language),
  'pin-mistyped': (texts, { triesLeft, waitUntil }, language) =>
    wrongPin(texts, triesLeft, waitUntil, language),
  'sign-in-moved-on': (texts) => texts.movedOn,
  'approval-invalid': (texts) => texts.fault,
  'refusal-invalid': (texts) => texts.fault,
  'not-six-digits': (texts) => texts.notSixDigits,
  'repeated-digits': (texts) => texts.repeated,
  'digits-in-a-row': (texts) => texts.inARow,
  'too-common': (texts) => texts.tooCommon,
}

export function sentenceOf(told: Told, language: Language): string {
  const sentence = sentences[told.kind] as (texts: Texts, told: Told, language: Language) => string
  return sentence(problemWords[language], told, language)
}

/** "at 14:05", or with the day where it is not today. */
export function untilWhen(until: number, language: Language): string {
  const texts = problemWords[language]
  const then = new Date(until * 1000)
  const today = Math.abs(then.getTime() - Date.now()) < 12 * 3600 * 1000
  return today
    ? texts.atTime(formatTime(then, language))
    : texts.onDay(formatDateTime(then, language))
}

function wrongPin(
  texts: Texts,
  triesLeft: number,
  waitUntil: Instant | number | undefined,
  language: Language,
): string {
  if (waitUntil !== undefined) return texts.pinWait(untilWhen(waitUntil, language))
  const tries = triesLeft === 0 ? texts.noTries : plural(triesLeft, language, texts.triesLeft)
  return texts.pinWrong(tries)
}
