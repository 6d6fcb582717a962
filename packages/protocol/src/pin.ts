/** The PIN of an app: six digits, and not one of those that a stranger would try first. */
import { accept, refuse, type Brand, type Result } from '@open-mitid/kernel'

export type Pin = Brand<string, 'Pin'>

export type PinRefusal = {
  readonly kind: 'not-six-digits' | 'repeated-digits' | 'digits-in-a-row' | 'too-common'
}

/** The product's rules: repeats, runs and the commonest PINs are refused. */
export const Pin = {
  parse(typed: unknown): Result<Pin, PinRefusal> {
    if (typeof typed !== 'string' || !/^[0-9]{6}$/u.test(typed))
      return refuse({ kind: 'not-six-digits' })
    if (repeats.test(typed)) return refuse({ kind: 'repeated-digits' })
    if (isRun(typed)) return refuse({ kind: 'digits-in-a-row' })
    return isCommon(typed) ? refuse({ kind: 'too-common' }) : accept(typed as Pin)
  },
}

// 111111, 121212, 123123, 112233, and 000001 or 111112: one digit five times in a row.
const repeats = /^(.)\1{4}|(.)\2{4}$|^(..)\3\3$|^(...)\4$|^(.)\5(.)\6(.)\7$/u

// One step all along, 9 going on to 0: 123456, 890123, 654321, 135791.
function isRun(typed: string): boolean {
  const digits = Array.from(typed, Number)
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10)
  return new Set(steps).size === 1
}

// 123321 and 456654 read the same both ways; the rest are patterns of the key pad and known lists.
function isCommon(typed: string): boolean {
  return Array.from(typed).reverse().join('') === typed || common.has(typed)
}

const common = new Set(
  `000111 010203 030201 100200 101112 102030 102938 111000 111222 111999 112358 121234
   121314 123098 123400 123412 123434 123450 123455 123457 123654 123789 123987 124578
   124816 131415 134679 141421 141592 142536 147258 147369 147852 147896 159357 159753
   161803 222333 246810 246813 258456 271828 314159 321456 321654 321987 333444 357159
   357951 456123 456321 520131 654123 654789 666999 741258 753159 753951 777888 789123
   789321 789456 789654 888777 951357 951753 963258 963852 987123 987456 999111 999666`.split(
    /\s+/u,
  ),
)
