import { describe, expect, it } from 'vitest'
import { Network } from './network.ts'

describe('the network of an address', () => {
  it('is the address itself in IPv4, however it is written', () => {
    expect(Network.of('192.0.2.7')).toBe('192.0.2.7')
    expect(Network.of('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(Network.of('::FFFF:192.0.2.7')).toBe('192.0.2.7')
    expect(Network.of('192.0.2.8')).not.toBe(Network.of('192.0.2.7'))
  })
  it('is the first 56 bits in IPv6, however it is written', () => {
    const home = Network.of('2001:db8:1:ab00::1')
    for (const same of [
      '2001:DB8:1:abff:ffff::2',
      '2001:0db8:0001:ab00:0000:0000:0000:0001',
      '2001:db8:1:ab12:1:2:192.0.2.7',
    ])
      expect(Network.of(same)).toBe(home)
    for (const other of ['2001:db8:1:ac00::1', '2001:db8:2:ab00::1', '2001:db9:1:ab00::1'])
      expect(Network.of(other)).not.toBe(home)
    expect(Network.of('::1')).toBe(Network.of('0:0:0:0:0:0:0:2'))
    expect(Network.of('fe80::1%eth0')).toBe(Network.of('fe80::2'))
  })
  it('all that is no address is one caller', () => {
    expect(Network.of('unknown')).toBe(Network.of('_hidden'))
    expect(Network.of('')).toBe(Network.of('1.2.3'))
  })
})
