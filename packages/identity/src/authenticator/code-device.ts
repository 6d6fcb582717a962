/**
 * A code device of a person (protocols §4): ordered -> sent -> active <-> suspended -> revoked. What
 * lies in stock has no person yet.
 */
import {
  accept,
  idOf,
  refuse,
  type Brand,
  type Bytes,
  type Id,
  type Instant,
  type Result,
} from '@open-mitid/kernel'
import {
  letterCodeTriesLeft,
  tryLetterCode,
  type IssuedLetterCode,
  type StoredLetterCode,
} from '../letter/index.ts'
import type { PersonId } from '../person/index.ts'
import type { CentreId } from './centre.ts'
import { checkCode, checkFirstCode, OtpMemory, type CodeMatch, type OtpSeed } from './otp.ts'
import { mostTries, PinTries } from './pin-tries.ts'
import type { SerialNumber } from './serial-number.ts'

export type DeviceId = Id<'aut'>
export const DeviceId = idOf('aut')

export type DeviceKind = 'code-display' | 'audio-reader'
export const deviceKinds: readonly DeviceKind[] = ['code-display', 'audio-reader']

/** Where the device and its letter go. */
export type Delivery =
  { readonly to: 'home' } | { readonly to: 'centre'; readonly centre: CentreId }

/** A device that nobody has. `counter` is where its HOTP begins. */
export type StockDevice = OtpSeed & {
  readonly serial: SerialNumber
  readonly kind: DeviceKind
  readonly counter: number
}

type Known = {
  readonly id: DeviceId
  readonly person: PersonId
  readonly kind: DeviceKind
  /** Ordered beside another device. */
  readonly spare: boolean
  readonly delivery: Delivery
  readonly orderedAt: Instant
}
type InHand = Known & OtpSeed & { readonly serial: SerialNumber; readonly memory: OtpMemory }

export type OrderedDevice = Known & { readonly state: 'ordered' }

export type SentDevice = InHand & {
  readonly state: 'sent'
  readonly sentAt: Instant
  /** The newest code of a letter that came with it. Without a living one it stays closed. */
  readonly code: StoredLetterCode
  /** First codes tried with the letter's code in hand. */
  readonly tries: PinTries
}

type Activated = InHand & {
  readonly activatedAt: Instant
  /** The newest code of a letter: living where its person has forgotten their password. */
  readonly code: StoredLetterCode | undefined
}

export type ActiveDevice = Activated & {
  readonly state: 'active'
  /** Codes tried since the last right one, and the wait that they have brought. */
  readonly tries: PinTries
}

export type SuspendedDevice = Activated & {
  readonly state: 'suspended'
  readonly reason: 'codes' | 'lost'
  /** Codes tried to open it again. */
  readonly tries: PinTries
}

/** For good: its seed is gone. */
export type RevokedDevice = Known & {
  readonly state: 'revoked'
  readonly serial: SerialNumber | undefined
}

export type CodeDevice = OrderedDevice | SentDevice | ActiveDevice | SuspendedDevice | RevokedDevice

/** Whether it is, or can still become, a device that codes can be read from. */
export function counts(device: CodeDevice, now: Instant): boolean {
  if (device.state === 'sent') return isCodeLiving(device, now)
  return device.state !== 'revoked'
}

/** The next free device is theirs, and the letter's code opens it from its printing on. */
export function send(
  { state: _state, ...known }: OrderedDevice,
  { serial, otp, seed, counter }: StockDevice,
  code: IssuedLetterCode,
  now: Instant,
): SentDevice {
  const memory = OtpMemory.before(counter)
  return {
    ...known,
    state: 'sent',
    serial,
    otp,
    seed,
    memory,
    sentAt: now,
    code,
    tries: PinTries.none,
  }
}

/** Somebody has it in hand, or will have. */
export type HeldDevice = SentDevice | ActiveDevice | SuspendedDevice

/**
 * A new letter's code. All tries begin anew where no sign-in counts them: a device in use is tried
 * no more often because its person asks for a letter.
 */
export function renewCode(device: HeldDevice, code: IssuedLetterCode): HeldDevice {
  const tries = device.state === 'active' ? device.tries : PinTries.none
  return { ...device, code, tries }
}

function isCodeLiving({ code }: SentDevice, now: Instant): boolean {
  const expired = code.state === 'issued' && code.until !== undefined && now >= code.until
  return letterCodeTriesLeft(code) > 0 && !expired
}

/**
 * Whoever gives this has read a letter that was sent for the device, or has shown as much: a right
 * code of the device is all that is missing.
 */
export type OpenedDevice = Brand<HeldDevice, 'OpenedDevice'>

/** A wrong code is counted; the third ends the code (product §A). */
export function openLetter(
  device: CodeDevice,
  mac: Bytes,
  now: Instant,
): Result<
  { readonly proof: OpenedDevice } | { readonly wrong: HeldDevice },
  { kind: 'letter-code-ended' }
> {
  if (!isHeld(device) || !device.code) return refuse({ kind: 'letter-code-ended' })
  const tried = tryLetterCode(device.code, mac, now)
  if (!tried.ok) return tried
  const { right, to } = tried.value
  return accept(right ? { proof: device as OpenedDevice } : { wrong: { ...device, code: to } })
}

/**
 * For whoever has proved anew who they are, and has been sent a code to a channel of theirs
 * (docs/decisions/code-sign-in.md): they need no letter, which not everybody can read.
 */
export function openKnown(device: CodeDevice): OpenedDevice | undefined {
  return isHeld(device) ? (device as OpenedDevice) : undefined
}

function isHeld(device: CodeDevice): device is HeldDevice {
  const { state } = device
  return state === 'sent' || state === 'active' || state === 'suspended'
}

/**
 * A right code shows that the device is at hand, and how its clock or counter stands: one that was
 * sent is activated by it, and one that was suspended is open again. Wrong ones are counted as in a
 * sign-in; the last ends the letter's code, and suspends what is in use.
 */
export function activate(
  proof: OpenedDevice,
  matches: CodeMatch,
  now: Instant,
): Result<
  { readonly active: ActiveDevice } | { readonly wrong: HeldDevice; readonly left: number },
  CodesRefusal
> {
  const begun = begin(proof.tries, now)
  if (!begun.ok) return begun
  const { right, memory } = checkFirstCode(proof, proof.memory, matches, now)
  if (right) return accept({ active: inUse(proof, memory, now) })
  const tries = begun.value
  const left = PinTries.left(tries, now)
  if (tries.count < mostTries) return accept({ wrong: { ...proof, tries }, left })
  const spent = { ...proof, tries, ...(proof.code ? { code: overCode(proof.code, 'ended') } : {}) }
  // It keeps its tries: only a new letter lets anybody go on.
  const wrong = spent.state === 'active' ? { ...suspend(spent, 'codes'), tries } : spent
  return accept({ wrong, left })
}

function inUse(device: HeldDevice, memory: OtpMemory, now: Instant): ActiveDevice {
  const { id, person, kind, spare, delivery, orderedAt, serial, otp, seed } = device
  return {
    ...{ id, person, kind, spare, delivery, orderedAt, serial, otp, seed, memory },
    state: 'active',
    activatedAt: device.state === 'sent' ? now : device.activatedAt,
    tries: PinTries.none,
    code: device.code && overCode(device.code, 'used'),
  }
}

/** What has ended stays as it ended. */
function overCode(code: StoredLetterCode, state: 'used' | 'ended'): StoredLetterCode {
  const { letter, device } = code
  return code.state === 'issued' ? { letter, device, state } : code
}

export type CodesRefusal =
  { readonly kind: 'codes-wait'; readonly until: Instant } | { readonly kind: 'codes-ended' }

export type EnteredCode =
  | { readonly right: true; readonly to: ActiveDevice }
  | { readonly right: false; readonly to: ActiveDevice | SuspendedDevice; readonly left: number }

/** Wrong codes: 3, wait 5 minutes, 3, wait 60 minutes, 3, suspended. A right one forgets them. */
export function enterCode(
  device: ActiveDevice,
  matches: CodeMatch,
  now: Instant,
): Result<EnteredCode, CodesRefusal> {
  const begun = begin(device.tries, now)
  if (!begun.ok) return begun
  const { right, memory } = checkCode(device, device.memory, matches, now)
  if (right) return accept({ right, to: { ...device, memory, tries: PinTries.none } })
  const tries = begun.value
  const wrong = { ...device, memory, tries }
  const to = tries.count < mostTries ? wrong : suspend(wrong, 'codes')
  return accept({ right, to, left: PinTries.left(tries, now) })
}

/** Of one that is lost a letter that is on its way is worth nothing: whoever has both may be a thief. */
export function suspend(device: ActiveDevice, reason: SuspendedDevice['reason']): SuspendedDevice {
  const { code } = device
  const kept = code && reason === 'lost' ? overCode(code, 'ended') : code
  return { ...device, code: kept, tries: PinTries.none, state: 'suspended', reason }
}

/** Codes begin anew, but none that was accepted before is accepted again. */
export function reopen(device: SuspendedDevice): ActiveDevice {
  const { reason: _reason, ...known } = device
  return { ...known, state: 'active', tries: PinTries.none }
}

export function revoke(device: Exclude<CodeDevice, RevokedDevice>): RevokedDevice {
  const { id, person, kind, spare, delivery, orderedAt } = device
  const serial = device.state === 'ordered' ? undefined : device.serial
  return { id, person, kind, spare, delivery, orderedAt, state: 'revoked', serial }
}

function begin(tries: PinTries, now: Instant): Result<PinTries, CodesRefusal> {
  const begun = PinTries.begin(tries, now)
  if (begun.ok) return begun
  return begun.refusal.kind === 'pin-wait'
    ? refuse({ kind: 'codes-wait', until: begun.refusal.until })
    : refuse({ kind: 'codes-ended' })
}
