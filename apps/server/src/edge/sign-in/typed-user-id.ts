/**
 * The user ID as it was typed. Whether it could exist is not checked here: a malformed one gets the
 * same next page as any other, and only what a person would want to be told at once is told.
 */
export type UserIdFault = 'empty' | 'long'

/** The most characters that a user ID has (product A). */
export const longestUserId = 48

export function userIdFault(typed: string): UserIdFault | undefined {
  if (typed === '') return 'empty'
  return [...typed].length > longestUserId ? 'long' : undefined
}
