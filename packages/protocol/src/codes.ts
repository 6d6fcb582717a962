/** Codes that a person types. How long each lives and how often it is tried is the server's rule. */
import { crockford, readCrockford, type Brand, type Random } from '@open-mitid/kernel'

/** Names a sign-in on the screen to the app: 40 bits in 8 letters. */
export type TypedCode = Brand<string, 'TypedCode'>
/** Opens an activation and is its own locator: 60 bits in 12 letters. */
export type ActivationCode = Brand<string, 'ActivationCode'>
/** The second code of an activation, which came another way: 6 digits. */
export type SecondCode = Brand<string, 'SecondCode'>

export const TypedCode = crockfordCode<TypedCode>(8)
export const ActivationCode = crockfordCode<ActivationCode>(12)

export const SecondCode = {
  make(random: Random): SecondCode {
    const drawn = random(8).reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)
    return String(drawn % 1_000_000n).padStart(6, '0') as SecondCode // uneven by 2^-44
  },
  /** Spaces and hyphens do not matter. */
  parse(typed: unknown): SecondCode | undefined {
    const digits = typeof typed === 'string' ? typed.replace(/[\s-]/gu, '') : ''
    return /^[0-9]{6}$/u.test(digits) ? (digits as SecondCode) : undefined
  },
  show: (code: SecondCode): string => `${code.slice(0, 3)} ${code.slice(3)}`,
}

function crockfordCode<Code extends Brand<string, string>>(letters: number) {
  return {
    make: (random: Random): Code =>
      crockford(random(Math.ceil((letters * 5) / 8)), letters) as Code,
    /** As typed: case, spaces and hyphens do not matter, O is 0, I and L are 1. */
    parse(typed: unknown): Code | undefined {
      if (typeof typed !== 'string' || typed.length > 64) return undefined
      return readCrockford(typed, letters) as Code | undefined
    },
    /** In groups of four, as it is shown. */
    show: (code: Code): string => (code.match(/.{4}/gu) ?? []).join('-'),
  }
}
