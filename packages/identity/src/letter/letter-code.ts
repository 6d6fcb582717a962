/** The code that a letter brings, and that activates one device: 30 days, three wrong tries. */
import { accept, equalBytes, refuse, utf8 } from '@open-mitid/kernel'
import type { Brand, Bytes, Instant, Random, Result, Seconds } from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'
import type { LetterId } from './letter.ts'

/** Eight digits: they can be read out, heard and typed by anybody, and are tried three times. */
export type LetterCode = Brand<string, 'LetterCode'>

export const LetterCode = {
  make(random: Random): LetterCode {
    const drawn = random(8).reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)
    return String(drawn % 100_000_000n).padStart(8, '0') as LetterCode // uneven by 2^-37
  },
  /** Spaces and hyphens do not matter. */
  parse(typed: unknown): LetterCode | undefined {
    const digits =
      typeof typed === 'string' && typed.length <= 64 ? typed.replace(/[\s-]/gu, '') : ''
    return /^[0-9]{8}$/u.test(digits) ? (digits as LetterCode) : undefined
  },
  show: (code: LetterCode): string => `${code.slice(0, 4)} ${code.slice(4)}`,
}

/** From the printing of the letter (product §A). */
export const letterLife: Seconds = 30 * 24 * 60 * 60
const mostTries = 3

type Known = {
  readonly letter: LetterId
  /** The identifier of the device that it activates. */
  readonly device: string
}

export type IssuedLetterCode = Known & {
  readonly state: 'issued'
  readonly mac: Bytes
  readonly tries: number
  /** Undefined until the letter is printed: nobody can have it before. */
  readonly until: Instant | undefined
}
type UsedLetterCode = Known & { readonly state: 'used' }
type EndedLetterCode = Known & { readonly state: 'ended' }
export type StoredLetterCode = IssuedLetterCode | UsedLetterCode | EndedLetterCode

/** A code is good for its own device alone, and is itself stored nowhere but in its letter. */
export function letterCodeMac(mac: Mac, device: string, code: LetterCode): Promise<Bytes> {
  return mac('letter-code', utf8(`${device}|${code}`))
}

/** A wrong code is counted before anybody is told; the last one ends it. */
export function tryLetterCode(
  stored: StoredLetterCode,
  mac: Bytes,
  now: Instant,
): Result<
  { readonly right: boolean; readonly to: StoredLetterCode },
  { readonly kind: 'letter-code-ended' }
> {
  const { letter, device } = stored
  const living = stored.state === 'issued' && stored.until !== undefined && now < stored.until
  if (!living) return refuse({ kind: 'letter-code-ended' })
  if (equalBytes(mac, stored.mac))
    return accept({ right: true, to: { letter, device, state: 'used' } })
  const tries = stored.tries + 1
  const to = tries < mostTries ? { ...stored, tries } : { letter, device, state: 'ended' as const }
  return accept({ right: false, to })
}

export function letterCodeTriesLeft(stored: StoredLetterCode | undefined): number {
  return stored?.state === 'issued' ? mostTries - stored.tries : 0
}
