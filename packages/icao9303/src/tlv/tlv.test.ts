import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concat, fromHex, toHex } from '../bytes.ts'
import { asn1, encodeOid, integerOf, octetStringOf, oidOf, takeElements, timeOf } from './der.ts'
import { encodeTlv } from './encode.ts'
import { announcedLength, elementsOf, parseTlv, readTlv } from './tlv.ts'
import { TlvError, type TlvErrorCode } from './tlv-error.ts'

const bytes = fc.uint8Array({ maxLength: 400 }).map((value) => new Uint8Array(value))
const tags = fc.constantFrom(0x02, 0x04, 0x5c, 0x5f1f, 0x7f60, 0x7f61, 0x5f0e, 0xa0)

function codeOf(run: () => unknown): TlvErrorCode | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof TlvError) return error.code
    throw error
  }
  return undefined
}

describe('TLV', () => {
  it('ISO/IEC 7816-4 §5.2.2: what is written is read back', () => {
    fc.assert(
      fc.property(tags, bytes, (tag, value) => {
        const whole = encodeTlv(tag, value)
        const tlv = parseTlv(whole)
        expect([tlv.tag, toHex(tlv.value), toHex(tlv.raw)]).toEqual([
          tag,
          toHex(value),
          toHex(whole),
        ])
        expect(announcedLength(whole.subarray(0, 8))).toBe(whole.length)
      }),
    )
  })
  it('X.690 §10.1: lengths are written in the fewest bytes', () => {
    const start = (length: number) => toHex(encodeTlv(4, new Uint8Array(length))).slice(0, 10)
    expect(start(127).slice(0, 4)).toBe('047f')
    expect(start(128).slice(0, 6)).toBe('048180')
    expect(start(65_536)).toBe('0483010000')
  })
  it('anything that is not TLV is refused with an error of this package', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        codeOf(() => parseTlv(value))
        codeOf(() => elementsOf(value))
        codeOf(() => announcedLength(value))
      }),
      { numRuns: 2000 },
    )
  })
  it.for<[string, TlvErrorCode]>([
    ['', 'truncated'],
    ['04', 'truncated'],
    ['0402ff', 'truncated'],
    ['0484ffffffff', 'truncated'],
    ['0485ffffffffff', 'length-form'],
    ['0480', 'length-form'],
    ['3080', 'truncated'],
    ['30800401', 'truncated'],
    ['1f', 'truncated'],
    ['1f808080800101', 'tag-form'],
    ['040100ff', 'trailing-bytes'],
  ])('%s is refused as %s', ([hex, code]) => {
    expect(codeOf(() => parseTlv(fromHex(hex)))).toBe(code)
  })
  it('X.690 §8.1.3.6: an indefinite length ends at its own end mark, also when nested', () => {
    const tlv = parseTlv(fromHex('3080 2480 0402aabb 0401cc 0000 0201ff 0000'))
    const [pieces, number] = elementsOf(tlv.value)
    expect(pieces && toHex(octetStringOf(pieces))).toBe('aabbcc')
    expect(number && integerOf(number)).toBe(-1n)
  })
  it('a thousand nested indefinite lengths are refused without a deep stack', () => {
    expect(codeOf(() => readTlv(fromHex('3080'.repeat(1000))))).toBe('too-deep')
  })
  it('bytes after the last expected element are refused', () => {
    const elements = takeElements(fromHex('020101 0500'), 'a clause')
    expect(integerOf(elements.take(asn1.integer))).toBe(1n)
    expect(elements.optional(asn1.oid)).toBeUndefined()
    expect(codeOf(() => elements.end())).toBe('trailing-bytes')
    expect(elements.any().tag).toBe(asn1.null)
    expect(codeOf(() => elements.any())).toBe('unexpected')
  })
})

describe('ASN.1 values', () => {
  it('X.690 §8.19: object identifiers are read and written', () => {
    for (const dotted of [
      '2.23.136.1.1.1',
      '1.2.840.113549.1.7.2',
      '0.4.0.127.0.7.2.2.4',
      '2.999.3',
    ])
      expect(oidOf(parseTlv(encodeTlv(asn1.oid, encodeOid(dotted))))).toBe(dotted)
    expect(toHex(encodeOid('0.4.0.127.0.7.2.2.4.2.2'))).toBe('04007f00070202040202')
  })
  it('RFC 5280 §4.1.2.5: times are read; what is no time is refused', () => {
    const time = (tag: number, text: string) =>
      timeOf(parseTlv(encodeTlv(tag, new TextEncoder().encode(text)))).toISOString()
    expect(time(asn1.utcTime, '491231235959Z')).toBe('2049-12-31T23:59:59.000Z')
    expect(time(asn1.utcTime, '500101000000Z')).toBe('1950-01-01T00:00:00.000Z')
    expect(time(asn1.utcTime, '0601010000+0100')).toBe('2005-12-31T23:00:00.000Z')
    expect(time(asn1.generalizedTime, '20500101000000.000Z')).toBe('2050-01-01T00:00:00.000Z')
    for (const text of ['991331000000Z', '99123100', '20500101000000Z'])
      expect(codeOf(() => time(asn1.utcTime, text))).toBe('value-form')
  })
  it('X.690 §8.3: integers have a sign', () => {
    const value = (hex: string) => integerOf(parseTlv(concat(fromHex(hex))))
    expect([value('020100'), value('02017f'), value('02020080'), value('020180')]).toEqual([
      0n,
      127n,
      128n,
      -128n,
    ])
  })
})
