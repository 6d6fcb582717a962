/** A letter to a person: what it tells, and how it is set. Its address is the person's own. */
import { idOf, type Id, type Instant } from '@open-mitid/kernel'
import type { ActivationCode, Language, SecondCode } from '@open-mitid/protocol'
import type { LetterCode } from './letter-code.ts'

export type LetterId = Id<'ltr'>
export const LetterId = idOf('ltr')

/** `both`: the whole letter in the person's language, and again in the other one. */
export type LetterStyle = {
  readonly language: Language | 'both'
  readonly largePrint: boolean
}

/** A device's serial number in the groups in which it stands on the device. */
type ShownSerial = string

/** What each kind of letter tells. No letter holds a CPR number. */
export type LetterFacts = {
  /** Comes with a code display or an audio reader, and activates it. */
  'code-device': {
    readonly device: 'code-display' | 'audio-reader'
    readonly serial: ShownSerial
    readonly code: LetterCode
  }
  /** A new code for a device that the person has already. */
  'device-code': {
    readonly device: 'code-display' | 'audio-reader'
    readonly serial: ShownSerial
    readonly code: LetterCode
  }
  /** For a forgotten password: opens a device that its person has in use. */
  'password-code': {
    readonly device: 'code-display' | 'audio-reader'
    readonly serial: ShownSerial
    readonly code: LetterCode
  }
  /** The first code for activating an app. */
  'activation-code': { readonly code: ActivationCode }
  /** The second code for activating an app, where the person has no phone and no e-mail. */
  'second-code': { readonly code: SecondCode }
  /** With what the person has chosen to approve with. */
  welcome: { readonly authenticators: readonly ('app' | 'code-display' | 'audio-reader')[] }
  /** The user ID itself stands in no letter. */
  'user-id-changed': { readonly at: Instant }
  /** What has happened, for a person whom no other channel reaches. */
  notice: {
    readonly at: Instant
    readonly told: Readonly<Record<Language, { readonly subject: string; readonly what: string }>>
  }
}

export type LetterKind = keyof LetterFacts

export type LetterContent = {
  [Kind in LetterKind]: { readonly kind: Kind } & LetterFacts[Kind]
}[LetterKind]

export type Letter = {
  readonly id: LetterId
  readonly person: Id<'per'>
  readonly style: LetterStyle
  readonly content: LetterContent
}

/** A letter at the moment of its printing, with whom it goes to. */
export type PrintableLetter = Letter & {
  readonly name: string
  /** As it is known, its lines parted by commas or line ends. */
  readonly address: string
  /** From when its codes live. */
  readonly printedAt: Instant
}
