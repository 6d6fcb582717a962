/** The port to devices that are being activated on the citizens' website. */
import { idOf, type Bytes, type Id, type Instant, type Seconds } from '@open-mitid/kernel'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'
import type { Holder } from './call.ts'
import type { ActiveDevice, CodeDevice, DeviceId } from './code-device.ts'

export type DeviceAttemptId = Id<'dva'>
export const DeviceAttemptId = idOf('dva')

/** An attempt, as the one browser that opened it names it. */
export type OwnAttempt = {
  readonly id: DeviceAttemptId
  /** SHA-256 of the browser's cookie. */
  readonly browser: Bytes
}

/**
 * The keyed hash of the letter's code that was given, which must still be the device's at the end; or
 * when a person proved anew who they are.
 */
type OpenedBy = { readonly letterMac: Bytes } | { readonly provedAt: Instant }

/** Whoever opened it has given the code of the device's letter, or has shown as much. */
type NewDeviceAttempt = OwnAttempt & {
  readonly device: DeviceId
  readonly by: OpenedBy
  readonly life: Seconds
}

export type FoundDeviceAttempt = {
  readonly now: Instant
  readonly device: CodeDevice
  readonly by: OpenedBy
  /** When a password was last set, or the device was reported lost: what was proved before is over. */
  readonly overruledAt: Instant | undefined
  readonly person: Holder
  readonly chain: ChainHead
  /** Shown to whoever holds the letter and the device: they sign in with it. */
  readonly userId: string
  readonly hasPassword: boolean
  /** The password that the person has was shown in this attempt. */
  readonly passwordProved: boolean
  /** OPAQUE's state between its two messages, where a proof is under way. */
  readonly serverState: string | undefined
  /** The proof under way is over; `right` is kept. */
  readonly endProof: (right: boolean) => Promise<void>
  /** The device after a first code that was not right. */
  readonly count: (device: CodeDevice, events: AppendedEvents) => Promise<boolean>
  /**
   * Device, password and the browser's pass together, once. Letters that a new password was to be
   * chosen with are worth nothing from then on.
   */
  readonly complete: (
    done: {
      readonly device: ActiveDevice
      readonly record: string | undefined
      readonly pass: { readonly sha256: Bytes; readonly life: Seconds }
    },
    events: AppendedEvents,
  ) => Promise<boolean>
}

export type DeviceAttempts = {
  open(attempt: NewDeviceAttempt): Promise<void>
  /** Undefined where there is none of this browser, or its time is over. */
  find(own: OwnAttempt): Promise<FoundDeviceAttempt | undefined>
}
