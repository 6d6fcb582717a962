/** One-time codes of a device: RFC 4226 (HOTP, by a counter) and RFC 6238 (TOTP, by a clock). */
import { HOTP, Secret } from 'otpauth'
import type { Bytes, Instant, Seconds } from '@open-mitid/kernel'

/** How a device makes its codes, as the seed file says. */
export type Otp = {
  readonly digest: 'SHA1' | 'SHA256' | 'SHA512'
  readonly digits: number
} & ({ readonly algorithm: 'TOTP'; readonly period: Seconds } | { readonly algorithm: 'HOTP' })

/** A device's codes can be reckoned by whoever holds its seed. */
export type OtpSeed = { readonly otp: Otp; readonly seed: Bytes }

/** What is remembered of a device's codes. A step is a counter, or a span of time. */
export type OtpMemory = {
  /** The newest step that was accepted: nothing at or below it ever is again. */
  readonly lastStep: number
  /** TOTP: so many steps the device's clock goes before ours. */
  readonly drift: number
  /** A right code too far away to be accepted alone: the device's next one decides. */
  readonly far: FarCode | undefined
}
type FarCode = { readonly step: number; readonly offset: number }

/** Whether the person has given this very code; they may have proved it without sending it. */
export type CodeMatch = (code: string) => boolean

export type CodeVerdict = { readonly right: boolean; readonly memory: OtpMemory }

type Reach = { readonly back: number; readonly ahead: number }
type Reaches = Readonly<Record<Otp['algorithm'], Reach>>

/** A code of now or of the step before; a counter that was pressed some times for nothing. */
const near: Reaches = { TOTP: { back: 1, ahead: 0 }, HOTP: { back: 0, ahead: 9 } }
/**
 * Codes that are accepted only two in a row (RFC 4226 §7.4, RFC 6238 §6). Two stale codes that
 * somebody was tricked out of must not last, so a clock is followed by little at a time.
 */
const far: Reaches = { TOTP: { back: 5, ahead: 4 }, HOTP: { back: 0, ahead: 99 } }
/** The first code comes with proof of who holds the device, so it may set the clock at once. */
const first: Reaches = { TOTP: { back: 20, ahead: 20 }, HOTP: { back: 0, ahead: 99 } }

export const OtpMemory = {
  /** Of a device whose next counter this is; a clock has none. */
  before: (counter: number): OtpMemory => ({ lastStep: counter - 1, drift: 0, far: undefined }),
}

/** The code of one step. */
export function codeAt({ otp, seed }: OtpSeed, step: number): string {
  return HOTP.generate({
    secret: new Secret({ buffer: seed.slice().buffer }),
    algorithm: otp.digest,
    digits: otp.digits,
    counter: step,
  })
}

/** A code is right once: what was accepted, and all before it, is wrong from then on. */
export function checkCode(
  device: OtpSeed,
  memory: OtpMemory,
  matches: CodeMatch,
  now: Instant,
): CodeVerdict {
  const step = find(device, memory, matches, now, near)
  if (step !== undefined) return { right: true, memory: after(step, memory.drift) }
  const distant = find(device, memory, matches, now, far)
  if (distant === undefined) return { right: false, memory: { ...memory, far: undefined } }
  const seen = { step: distant, offset: offsetOf(device.otp, distant, now) }
  return memory.far && follows(device.otp, memory.far, seen)
    ? { right: true, memory: after(distant, Math.max(memory.far.offset, seen.offset)) }
    : { right: false, memory: { ...memory, far: seen } }
}

/** The code with which a device is activated, which shows how its clock or counter stands. */
export function checkFirstCode(
  device: OtpSeed,
  memory: OtpMemory,
  matches: CodeMatch,
  now: Instant,
): CodeVerdict {
  const step = find(device, memory, matches, now, near)
  if (step !== undefined) return { right: true, memory: after(step, memory.drift) }
  const distant = find(device, memory, matches, now, first)
  return distant === undefined
    ? { right: false, memory }
    : { right: true, memory: after(distant, offsetOf(device.otp, distant, now)) }
}

function find(
  device: OtpSeed,
  { lastStep, drift }: OtpMemory,
  matches: CodeMatch,
  now: Instant,
  reaches: Reaches,
): number | undefined {
  const { otp } = device
  const { back, ahead } = reaches[otp.algorithm]
  const expected = otp.algorithm === 'TOTP' ? clockStep(otp.period, now) + drift : lastStep + 1
  for (let step = Math.max(expected - back, lastStep + 1); step <= expected + ahead; step += 1)
    if (matches(codeAt(device, step))) return step
  return undefined
}

function follows({ algorithm }: Otp, before: FarCode, seen: FarCode): boolean {
  const later = seen.step - before.step
  return algorithm === 'TOTP'
    ? later > 0 && Math.abs(seen.offset - before.offset) <= 1
    : later > 0 && later <= 2
}

/** What the device's clock shows of ours; a code may have waited a step before it was typed. */
function offsetOf(otp: Otp, step: number, now: Instant): number {
  return otp.algorithm === 'TOTP' ? step - clockStep(otp.period, now) : 0
}

function clockStep(period: Seconds, now: Instant): number {
  return Math.floor(now / period)
}

function after(lastStep: number, drift: number): OtpMemory {
  return { lastStep, drift, far: undefined }
}
