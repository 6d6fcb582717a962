/** The port to sign-ins by password and code: what each step meets, and its one write. */
import type { Instant } from '@open-mitid/kernel'
import type { ActiveDevice, CodeDevice, DeviceId, Holder } from '../authenticator/index.ts'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'
import type { AssuranceLevel, PersonId } from '../person/index.ts'
import type { OrganisationId } from '../service/index.ts'
import type { CodeSignIn, PasswordProved } from './code-sign-in.ts'
import type { OwnSignIn } from './own-sign-in.ts'

/** Both halves between KE2 and KE3; `person` only where somebody has a password under the user ID. */
export type FoundPasswordLogin = {
  readonly now: Instant
  readonly signIn: CodeSignIn
  readonly serverState: string
  readonly until: Instant
  readonly person: PersonId | undefined
  readonly knownBrowser: boolean
  /** A link to the owner has let the browser on. */
  readonly letOn: boolean
  /** The try is over and was wrong; nobody's row is touched. */
  readonly end: () => Promise<void>
  /** Once for a try: writes what was proved, and gives the sign-in the rest of its time. */
  readonly prove: (proved: PasswordProved | undefined, events: AppendedEvents) => Promise<boolean>
}

export type FoundCodeEntry = {
  readonly now: Instant
  readonly signIn: CodeSignIn
  readonly proved: PasswordProved
  readonly person: Holder
  readonly chain: ChainHead
  readonly device: CodeDevice
  readonly organisation: OrganisationId
  /** The person's pairwise subject at the organisation, where they have been there before. */
  readonly sub: string | undefined
  /** The device after a code that was not right. */
  readonly count: (device: CodeDevice, events: AppendedEvents) => Promise<boolean>
  /** The device and the sign-in together; false where anything has changed. */
  readonly complete: (completion: CodeCompletion, events: AppendedEvents) => Promise<boolean>
}

/** What a right code completes the sign-in with. */
export type CodeCompletion = {
  readonly device: ActiveDevice
  readonly offer: string
  readonly approval: string
  readonly receipt: string
  readonly statement: string
  readonly sub: string
  readonly newSub: boolean
  readonly loa: AssuranceLevel
  readonly phr: boolean
  readonly knowBrowserFrom: Instant | undefined
}

export type CodeSignIns = {
  /** Undefined where no password is under way in this browser's open sign-in. */
  findLogin(own: OwnSignIn): Promise<FoundPasswordLogin | undefined>
  /** Undefined where the password is not proved, or the device is none of the person's. */
  findEntry(own: OwnSignIn, device: DeviceId): Promise<FoundCodeEntry | undefined>
  /** The devices and offers of a sign-in whose password is proved. */
  findProved(
    own: OwnSignIn,
  ): Promise<
    { readonly proved: PasswordProved; readonly devices: readonly CodeDevice[] } | undefined
  >
}
