/** What the letters of a language are made of. */
import type { Instant } from '@open-mitid/kernel'
import type { LetterFacts, LetterKind } from '../letter.ts'

/** A piece of a letter, in the order in which it is read. */
export type LetterBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** `spoken` is what a voice says of it: sign by sign. */
  | {
      readonly kind: 'code'
      readonly label: string
      readonly code: string
      readonly spoken: string
    }
  | {
      readonly kind: 'fact'
      readonly label: string
      readonly value: string
      readonly spoken: string
    }
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'points'; readonly items: readonly string[] }
  /** Set apart: what never to do. */
  | { readonly kind: 'never'; readonly title: string; readonly items: readonly string[] }

/** What the words of a language are given beside the facts. */
export type Given = {
  readonly scheme: string
  readonly site: string
  readonly app: string
  /** The last whole day on which the codes of the letter are good. */
  readonly until: string
  readonly dateOf: (at: Instant) => string
}

export type LetterWords = {
  readonly locale: string
  readonly foot: (given: Given) => string
  readonly texts: {
    readonly [Kind in LetterKind]: (
      facts: LetterFacts[Kind],
      given: Given,
    ) => { readonly title: string; readonly blocks: readonly LetterBlock[] }
  }
}

export function text(said: string): LetterBlock {
  return { kind: 'text', text: said }
}

export function heading(said: string): LetterBlock {
  return { kind: 'heading', text: said }
}

export function code(label: string, shown: string): LetterBlock {
  return { kind: 'code', label, code: shown, spoken: spoken(shown) }
}

export function serialNumber(label: string, shown: string): LetterBlock {
  return { kind: 'fact', label, value: shown, spoken: spoken(shown) }
}

/** Sign by sign, groups parted by a longer pause. */
function spoken(code: string): string {
  return code
    .split(/[\s-]/u)
    .map((group) => [...group].join(' '))
    .join(', ')
}
