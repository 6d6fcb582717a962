/**
 * The network a request comes from, as limits count it: an IPv4 address, or the first 56 bits of an
 * IPv6 address, which is what one household is given at the most (RIPE-690 §4.2).
 */
import { isIP, isIPv6 } from 'node:net'
import type { Brand } from '@open-mitid/kernel'

export type Network = Brand<string, 'Network'>

/** All that is no address: a proxy that says something else is one caller. */
const nowhere = 'nowhere' as Network
const mapped = '::ffff:'

export const Network = {
  of(address: string): Network {
    const plain = address.toLowerCase().startsWith(mapped) ? address.slice(mapped.length) : address
    if (!isIPv6(plain)) return isIP(plain) === 0 ? nowhere : (plain as Network)
    return first56(plain) as Network
  },
}

/** RFC 4291 §2.2: what `::` leaves out are zeros. */
function first56(address: string): string {
  const [front = '', back] = (address.split('%')[0] ?? '').split('::')
  const before = groups(front)
  const after = groups(back ?? '')
  const zeros = back === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array<number>(zeros).fill(0), ...after]
  const [one = 0, two = 0, three = 0, four = 0] = all
  return [one, two, three, four & 0xff00].map((group) => group.toString(16)).join(':')
}

/** A dotted tail stands for two groups; no such address has it among its first four. */
function groups(text: string): number[] {
  return text === ''
    ? []
    : text.split(':').flatMap((part) => (part.includes('.') ? [0, 0] : [parseInt(part, 16)]))
}
