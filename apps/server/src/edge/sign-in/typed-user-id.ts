/**
 * The user ID as it was typed. Whether it could exist is not checked here: a malformed one gets the
 * same next page as any other, and only what a person would want to be told at once is told. Ten
 * digits are nobody's user ID, and are mostly somebody's CPR number.
 */
export type UserIdFault = 'empty' | 'long' | 'cpr'

/** The most characters that a user ID has (product A). */
export const longestUserId = 48

export function userIdFault(typed: string): UserIdFault | undefined {
  if (typed === '') return 'empty'
  if (/^\d{6}[\s-]?\d{4}$/u.test(typed)) return 'cpr'
  return [...typed].length > longestUserId ? 'long' : undefined
}
