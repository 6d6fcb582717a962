/** What the thread is asked to do; it is copied whole. */
import type { CprInPassports, PassportReading, Trust } from '@open-mitid/identity/enrolment'
import type { Bytes } from '@open-mitid/kernel'

export type Task =
  | { readonly kind: 'trust'; readonly trust: Pick<Trust, 'masterLists' | 'revocationLists'> }
  | {
      readonly kind: 'inspect'
      readonly reading: PassportReading
      readonly date: Date
      readonly carried: CprInPassports
    }
  | { readonly kind: 'start-chip'; readonly dg14: Bytes }
