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

/** Whoever opened it has given the code of the device's letter. */
type NewDeviceAttempt = OwnAttempt & {
  readonly device: DeviceId
  /** The keyed hash of the code that was given; it must still be the device's at the end. */
  readonly letterMac: Bytes
  readonly life: Seconds
}

export type FoundDeviceAttempt = {
  readonly now: Instant
  readonly device: CodeDevice
  readonly letterMac: Bytes
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
  /** Device, password and the browser's pass together, once. */
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
