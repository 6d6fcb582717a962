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

// 123456, 890123, 654321, 135790, 012345.
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
  `102030 112211 123654 123789 124578 134679 142536 143143 147258 147369 147852 147896 151515
   159357 159753 159951 258456 321654 357159 357951 369258 456123 456789 520131 520520 654123
   741258 741852 753159 753951 789123 789456 852963 951357 951753 963852 963258 987456 101010
   110110 123098 123400 123455 123457 123450 124816 314159 141592 271828 161803 141421 100000
   200000 100100 100200 112358 246810 246813 135791 102938 121314 131415 111222 222333 333444
   121121 131313 159159 101112 123987 789654 147147 007007 010203 030201 420420 696969 777888
   666999 999666 888777 111000 000111 111999 999111 123412 121234 123434 443322 332211 778899
   998877 665544 554433 987123 321987 321456 456321 654789 789321`.split(/\s+/u),
)
