/** What one step of a sign-in leaves in this process for the next one. */
import type { ProfileId } from '@open-mitid/identity/authenticator'
import type { OrganisationId } from '@open-mitid/identity/service'
import type { Claimant, SignIn, SignInId } from '@open-mitid/identity/sign-in'
import type { Instant } from '@open-mitid/kernel'
import type { KeptCaller } from '../authenticator/index.ts'
import { openKept, type Kept, type Reading } from '../kept.ts'
import type { Database } from '../database.ts'
import { openKeptAnswers, type KeptAnswers } from '../oidc/kept-answers.ts'
import type { DataKey, Vault } from '../vault/index.ts'
import type { MovedFrom } from './move-parts.ts'

/** A sign-in that was claimed, and its service. */
export type KeptSignIn = {
  readonly signIn: SignIn
  readonly from: MovedFrom
  readonly organisation: OrganisationId
  /** The person's pairwise subject there, where they have one. */
  readonly sub: string | undefined
  readonly knownFrom: Instant | undefined
}

/** One that was approved, and by whom. */
type KeptApproval = KeptSignIn & {
  readonly reading: Reading
  readonly claimant: Claimant
  readonly key: DataKey
}

export type KeptSteps = {
  readonly callers: Kept<ProfileId, KeptCaller<KeptSignIn>>
  readonly approvals: Kept<SignInId, KeptApproval>
  readonly answers: KeptAnswers
}

export type VisitPorts = {
  readonly db: Database
  readonly vault: Vault
  readonly kept: KeptSteps
}

/** To be shared by the ports of one process. */
export function openKeptSteps(): KeptSteps {
  return { callers: openKept(), approvals: openKept(), answers: openKeptAnswers() }
}
