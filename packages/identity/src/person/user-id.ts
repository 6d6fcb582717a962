/** The name a citizen signs in with (product §A, "User ID"). */
import { accept, refuse, utf8, type Brand, type Bytes, type Result } from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'
import type { CprNumber } from './cpr-number.ts'

export type UserId = Brand<string, 'UserId'>

export type UserIdRefusal = {
  readonly kind:
    'user-id-length' | 'user-id-letter' | 'user-id-space' | 'user-id-digits' | 'user-id-cpr'
}

const letters = /^[a-zæøå0-9 {}!#$^,*()_+\-=:;?.@]*$/u

/** As it is compared and stored: case never matters, and one letter has one spelling. */
function normalise(typed: string): string {
  return typed.normalize('NFC').toLowerCase().normalize('NFC')
}

export const UserId = {
  /** What was typed in a sign-in, made comparable. Anything may come out: nobody is told. */
  normalise,

  /** A user ID that may be chosen. Given the person's CPR number, it may not hold that. */
  parse(typed: string, cpr?: CprNumber): Result<UserId, UserIdRefusal> {
    const text = normalise(typed)
    const digits = text.replace(/\D/gu, '')
    if (text !== text.trim()) return refuse({ kind: 'user-id-space' })
    if (text.length < 5 || text.length > 48) return refuse({ kind: 'user-id-length' })
    if (!letters.test(text)) return refuse({ kind: 'user-id-letter' })
    if (cpr !== undefined && digits === cpr) return refuse({ kind: 'user-id-cpr' })
    if (digits.length >= 10) return refuse({ kind: 'user-id-digits' })
    return accept(text as UserId)
  },
}

/** The blind index of a user ID, known or not: what was typed is looked up by nothing else. */
export function userIdIndex(mac: Mac, typed: string): Promise<Bytes> {
  return mac('user-id-index', utf8(normalise(typed)))
}
