/**
 * Wrong tries, of the password and of keys alike: five in a row lock for eight hours, three more
 * after that block for good, and a right log-on forgets them.
 */
import { z } from 'zod'

export const Tries = z.strictObject({
  wrong: z.number().int().min(0),
  /** Milliseconds since 1970; set from the fifth wrong try on. */
  lockedUntil: z.number().optional(),
  blocked: z.boolean(),
})
export type Tries = z.infer<typeof Tries>

export const noTries: Tries = { wrong: 0, blocked: false }

const beforeLock = 5
const afterLock = 3
const lockMilliseconds = 8 * 60 * 60 * 1000

export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'locked'; readonly until: number }
  | { readonly kind: 'blocked' }

export function standing({ lockedUntil, blocked }: Tries, now: number): Standing {
  if (blocked) return { kind: 'blocked' }
  if (lockedUntil !== undefined && now < lockedUntil) return { kind: 'locked', until: lockedUntil }
  return { kind: 'open' }
}

export function afterWrong(tries: Tries, now: number): Tries {
  const wrong = tries.wrong + 1
  if (tries.lockedUntil !== undefined) return { ...tries, wrong, blocked: wrong >= afterLock }
  if (wrong < beforeLock) return { ...tries, wrong }
  return { wrong: 0, lockedUntil: now + lockMilliseconds, blocked: false }
}
