/** The port to the inspection of documents: much arithmetic, done where no sign-in waits for it. */
import type {
  ChipAuthenticationOrder,
  ChipAuthenticationRun,
  DataGroupNumber,
} from '@open-mitid/icao9303'
import type { Bytes, Result } from '@open-mitid/kernel'
import type { CprInPassports } from './document-holder.ts'
import type { PassportFindings } from './passport-rules.ts'

/** What a phone has sent: the files of a chip, and the chip's answers to the server. */
export type PassportReading = {
  readonly sod: Bytes
  readonly dataGroups: ReadonlyMap<DataGroupNumber, Bytes>
  readonly cardAccess: Bytes | undefined
  readonly activeAuthentication:
    { readonly challenge: Bytes; readonly signature: Bytes } | undefined
  readonly chipAuthentication:
    { readonly run: ChipAuthenticationRun; readonly answer: Bytes } | undefined
}

/** More is waiting already than would be answered in time. */
export type TooMuch = { readonly kind: 'busy' }

export type PassportInspector = {
  /** Against the authorities that the installation trusts now, at this date. */
  inspect(
    reading: PassportReading,
    at: { readonly date: Date; readonly carried: CprInPassports },
  ): Promise<Result<PassportFindings, TooMuch>>
  /** The terminal's half of chip authentication; undefined where DG14 offers none. */
  startChipAuthentication(
    dg14: Bytes,
  ): Promise<
    Result<{ run: ChipAuthenticationRun; order: ChipAuthenticationOrder } | undefined, TooMuch>
  >
}
