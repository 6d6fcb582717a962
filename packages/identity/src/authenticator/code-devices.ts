/** The port to people's code devices: ordered, sent, in use, and gone. */
import type { Instant } from '@open-mitid/kernel'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'
import type { Letter, LetterStyle } from '../letter/index.ts'
import type { PersonId, UserId } from '../person/index.ts'
import type { Holder } from './call.ts'
import type {
  CodeDevice,
  DeviceId,
  DeviceKind,
  OrderedDevice,
  HeldDevice,
  SentDevice,
  StockDevice,
} from './code-device.ts'
import type { SerialNumber } from './serial-number.ts'

type Found = {
  readonly now: Instant
  readonly person: Holder
  readonly chain: ChainHead
}

export type FoundHolder = Found & {
  /** By age, revoked ones too. */
  readonly devices: readonly CodeDevice[]
  /** Whether there is an address to send things to. */
  readonly hasAddress: boolean
  /** How many of each kind are free; those that are ordered and not yet sent are not taken off. */
  readonly inStock: Readonly<Record<DeviceKind, number>>
  /** Adds the order; false where anything about the person has changed. */
  readonly order: (device: OrderedDevice, events: AppendedEvents) => Promise<boolean>
}

export type FoundDevice = Found & {
  readonly device: CodeDevice
  /** Conditional on the device, and its letter's code, as found; false where they moved on. */
  readonly move: (to: CodeDevice, events: AppendedEvents) => Promise<boolean>
  /** How the person wishes letters to be set. */
  readonly style: LetterStyle
  /** Ends the code that there was, and sends a letter with the new one of `to`; likewise. */
  readonly renew: (to: HeldDevice, letter: Letter, events: AppendedEvents) => Promise<boolean>
}

export type FoundOrder = Found & {
  readonly device: OrderedDevice
  /** The next free one of its kind. */
  readonly stock: StockDevice
  readonly style: LetterStyle
  /** Takes it from stock and sends it with its letter, or does nothing and answers false. */
  readonly send: (to: SentDevice, letter: Letter, events: AppendedEvents) => Promise<boolean>
}

export type CodeDevices = {
  findHolder(
    person: { readonly id: PersonId } | { readonly userId: UserId },
  ): Promise<FoundHolder | undefined>
  find(
    by: { readonly id: DeviceId } | { readonly serial: SerialNumber },
  ): Promise<FoundDevice | undefined>
  /** Orders that stock can serve, oldest first. */
  waiting(limit: number): Promise<readonly DeviceId[]>
  /** Undefined where it is no order any more, or nothing is left for it. */
  findOrder(id: DeviceId): Promise<FoundOrder | undefined>
}

/** A delivery that comes into stock whole or not at all. */
export type StockDelivery = {
  /** Answers the serial numbers that somebody delivered before; these are not added. */
  add(devices: readonly StockDevice[]): Promise<readonly SerialNumber[]>
  /** The last thing that is done: the time, and the end of the system's chain, which is held. */
  close(events: (chain: ChainHead, now: Instant) => AppendedEvents): Promise<void>
}

export type DeviceStock = {
  /** Keeps what `deliver` adds, or nothing where it throws. */
  receive<Value>(deliver: (delivery: StockDelivery) => Promise<Value>): Promise<Value>
  count(): Promise<Readonly<Record<DeviceKind, StockCount>>>
}

/** `waiting`: ordered, and not yet sent. */
export type StockCount = { readonly free: number; readonly waiting: number }
