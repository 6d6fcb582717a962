/** What one request to the provider leaves in this process for the next one of the same sign-in. */
import type { SignInId } from '@open-mitid/identity/sign-in'
import type { Bytes } from '@open-mitid/kernel'
import { openKept, type Kept, type Reading } from '../kept.ts'
import type { CodeRow } from './code-row.ts'
import type { Completed } from './signed-in.ts'

/** A service's request, which stays as it was made. */
type KeptRequest = {
  readonly signIn: SignInId
  readonly browser: Bytes
  readonly content: string
}

export type KeptAnswers = {
  readonly pushed: Kept<string, { readonly payload: string; readonly until: number }>
  /** By the name under which its browser returns. */
  readonly requests: Kept<string, KeptRequest>
  /** A sign-in that was completed stays so. */
  readonly completions: Kept<SignInId, Completed>
  readonly codes: Kept<string, { readonly row: CodeRow; readonly reading: Reading }>
}

export function openKeptAnswers(): KeptAnswers {
  return {
    pushed: openKept(),
    requests: openKept(),
    completions: openKept(),
    codes: openKept(),
  }
}
