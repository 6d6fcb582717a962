/** What server and thread say to each other; both are copied whole between them. */
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

export type Asked = { readonly id: number; readonly task: Task }
/** A fault of ours is told by its stack; no document can bring one about. */
export type Answered =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: string }
