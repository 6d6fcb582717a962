/** The number on a code device, by which its holder and the operator name it. */
import type { Brand } from '@open-mitid/kernel'

export type SerialNumber = Brand<string, 'SerialNumber'>

export const SerialNumber = {
  /** As typed: case, spaces and hyphens do not matter. */
  parse(typed: unknown): SerialNumber | undefined {
    if (typeof typed !== 'string' || typed.length > 64) return undefined
    const text = typed.replace(/[\s-]/gu, '').toUpperCase()
    return /^[A-Z0-9]{6,20}$/u.test(text) ? (text as SerialNumber) : undefined
  },
  /** In groups of four, as it is read. */
  show: (serial: SerialNumber): string => (serial.match(/.{1,4}/gu) ?? []).join(' '),
}
