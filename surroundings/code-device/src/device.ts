/** A code device as it was made: what stands on it, and the seed that is in it. */
import { HOTP, Secret } from 'otpauth'

export type DeviceKind = 'code-display' | 'audio-reader'

export type Device = {
  readonly serial: string
  readonly kind: DeviceKind
  readonly algorithm: 'TOTP' | 'HOTP'
  readonly digest: 'SHA1' | 'SHA256'
  /** In hexadecimal. */
  readonly seed: string
}

/** What the display shows after a press, and for how many seconds. */
export type ShownCode = { readonly code: string; readonly secondsLeft: number }

/** A code of a clock lives for a step of it (RFC 6238 §4.1). */
export const stepSeconds = 30
/** One of a counter goes out after a minute. */
const litSeconds = 60

/** `seconds` is the time by the device's own clock, since 1970. */
export function codeByClock(device: Device, seconds: number): ShownCode {
  const step = Math.floor(seconds / stepSeconds)
  return {
    code: codeAt(device, step),
    secondsLeft: stepSeconds - (Math.floor(seconds) % stepSeconds),
  }
}

export function codeByCounter(device: Device, counter: number): ShownCode {
  return { code: codeAt(device, counter), secondsLeft: litSeconds }
}

function codeAt({ digest, seed }: Device, counter: number): string {
  return HOTP.generate({ secret: Secret.fromHex(seed), algorithm: digest, digits: 6, counter })
}

/** The digits of a serial number as they stand on the back: 2700 0000 17. */
export function serialText(serial: string): string {
  return (serial.match(/.{1,4}/gu) ?? []).join(' ')
}

/** As typed: what is no digit does not matter. */
export function readSerial(typed: string): string {
  return typed.replace(/\D/gu, '')
}
