/** What can be wrong with a service outside the house, seen from here: nothing of it is believed. */
export type OutsideFault =
  | {
      /** It gave no answer that could be used; later it may. */
      readonly kind: 'unavailable'
      readonly cause: 'unreachable' | 'late' | 'failed'
    }
  | {
      /** It answered what cannot be true; somebody at the operator has to look at it. */
      readonly kind: 'untrustworthy'
      readonly cause: Untruth
    }

export type Untruth =
  | 'too-large'
  | 'malformed'
  | 'other-person'
  | 'bad-signature'
  | 'other-issuer'
  | 'other-audience'
  | 'replayed'
  | 'stale'
