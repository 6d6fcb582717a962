/** How a sign-in can stop short of the service, as the page tells it. */
export type Ending =
  | 'refused'
  | 'not-me'
  | 'expired'
  | 'cancelled'
  | 'wrong-user-id'
  | 'elsewhere'
  | 'blocked'
  | 'other-person'
  | 'completed'

/** Pages that stand for no sign-in that this browser could go on with. */
export type DeadEnd = 'unknown' | 'no-cookie' | 'elsewhere' | 'return-late' | 'no-token'
