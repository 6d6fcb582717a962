/** The password of a code display or audio reader: what may be chosen, and how strong it is (product §A). */
import { accept, refuse, type Brand, type Result } from '@open-mitid/kernel'

export type Password = Brand<string, 'Password'>

export type PasswordRefusal = {
  readonly kind:
    | 'password-short'
    | 'password-long'
    | 'password-letter'
    | 'password-user-id'
    | 'password-digits'
    | 'password-word'
    | 'password-keyboard'
}

export type PasswordStrength = 'weak' | 'fair' | 'strong'

export const passwordLimits = { least: 8, most: 64 } as const

export const Password = {
  /** As it is proved: one letter has one spelling on every keyboard. Nobody is told what is wrong. */
  normalise: (typed: string): string => typed.normalize('NFC'),

  /** A password that may be chosen by whoever has this user ID. Only their browser can look. */
  parse(typed: string, userId: string): Result<Password, PasswordRefusal> {
    const text = typed.normalize('NFC')
    const letters = [...text].length
    if (letters < passwordLimits.least) return refuse({ kind: 'password-short' })
    if (letters > passwordLimits.most) return refuse({ kind: 'password-long' })
    if (/\p{C}|\p{Zl}|\p{Zp}/u.test(text)) return refuse({ kind: 'password-letter' })
    const low = text.toLowerCase()
    if (low.includes(userId.normalize('NFC').toLowerCase()))
      return refuse({ kind: 'password-user-id' })
    if (/\d{10}/u.test(text)) return refuse({ kind: 'password-digits' })
    if (words.some((word) => low.includes(word))) return refuse({ kind: 'password-word' })
    if (hasKeyboardRow(low)) return refuse({ kind: 'password-keyboard' })
    return accept(text as Password)
  },

  /** A hint while typing, no promise: how many letters a guesser would have to get right. */
  strength(typed: string): PasswordStrength {
    const bits = lettersThatCount(typed) * Math.log2(lettersToChooseFrom(typed))
    if (bits < 50) return 'weak'
    return bits < 70 ? 'fair' : 'strong'
  },
}

const words = ['password', 'adgangskode', 'kodeord']
const rows = ['1234567890', 'qwertyuiopå', 'asdfghjklæø', 'zxcvbnm', 'qwertzuiop', 'azertyuiop']
const rowRuns = rows
  .flatMap((row) => [row, [...row].reverse().join('')])
  .flatMap((row) => Array.from({ length: row.length - 4 }, (_, at) => row.slice(at, at + 5)))

/** Five neighbours of one row, in either direction. */
function hasKeyboardRow(low: string): boolean {
  return rowRuns.some((run) => low.includes(run))
}

/** A letter that repeats or follows the one before it is no work to guess. */
function lettersThatCount(typed: string): number {
  const codes = [...typed.toLowerCase()].map((letter) => letter.codePointAt(0) ?? 0)
  const new_ = codes.filter((code, at) => at === 0 || Math.abs(code - (codes[at - 1] ?? 0)) > 1)
  return Math.min(new_.length, new Set(codes).size * 1.5)
}

function lettersToChooseFrom(typed: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/\p{Ll}/u, 28],
    [/\p{Lu}/u, 28],
    [/\d/u, 10],
    [/[^\p{L}\d]/u, 20],
  ]
  return kinds.reduce((sum, [kind, size]) => sum + (kind.test(typed) ? size : 0), 1)
}
