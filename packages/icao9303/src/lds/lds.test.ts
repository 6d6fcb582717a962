import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ascii, concat, fromHex, toHex } from '../bytes.ts'
import { IcaoError } from '../icao-error.ts'
import {
  activeAuthenticationInfo,
  chipAuthenticationInfo,
  chipAuthenticationKey,
  comFile,
  dg11File,
  dg12File,
  dg14File,
  dg1File,
  dg2File,
  dg2File39794,
  jpegOf,
  paceInfo,
  passportZone,
  securityInfos,
  specimen,
} from '../testing/files.ts'
import { ecSigning, oid, sequence } from '../testing/issuing.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { appendixI } from '../testing/worked-examples.ts'
import { encodeTlv } from '../tlv/encode.ts'
import { parseCom } from './com.ts'
import { dataGroupByTag, fileIdentifiers } from './data-group.ts'
import { parseDg1 } from './dg1.ts'
import { parseDg11 } from './dg11.ts'
import { parseDg12 } from './dg12.ts'
import { parseDg14, parseDg15 } from './dg14-dg15.ts'
import { parseDg2 } from './dg2.ts'
import { LdsError, type LdsErrorCode } from './lds-error.ts'
import { parseSecurityInfos } from './security-infos.ts'
import { parseSod } from './sod.ts'

const { publicKey } = ecSigning('brainpoolP256r1', 'SHA-256', seededRandom(3))
const zone = passportZone(specimen)

function codeOf(run: () => unknown): LdsErrorCode | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof LdsError) return error.code
    throw error
  }
  return undefined
}

describe('data groups', () => {
  it('ICAO 9303-10 §4.7: tags and file identifiers', () => {
    expect([0x61, 0x75, 0x6e, 0x70, 0x71].map(dataGroupByTag)).toEqual([1, 2, 14, 16, undefined])
    expect(fileIdentifiers.dataGroup(15)).toBe(0x010f)
  })
  it('ICAO 9303-10 §4.6.1: EF.COM lists the data groups', () => {
    expect(parseCom(comFile([0x61, 0x75, 0x6f, 0x99]))).toEqual({
      ldsVersion: '0107',
      unicodeVersion: '040000',
      dataGroups: [1, 2, 15],
    })
  })
  it('ICAO 9303-10 §4.7.1: DG1 is the zone', () => {
    expect(parseDg1(dg1File(zone))).toMatchObject({ documentNumber: 'L898902C3', issuer: 'UTO' })
    expect(codeOf(() => parseDg1(dg1File('<'.repeat(200))))).toBe('value-form')
    expect(codeOf(() => parseDg1(comFile([])))).toBe('wrong-file')
  })
  it('ISO/IEC 19794-5: the face comes out as the image that went in, past its feature points', () => {
    for (const points of [0, 1, 40]) {
      const [face, ...more] = parseDg2(dg2File(jpegOf(900), points))
      expect(more).toEqual([])
      expect(face).toEqual({ format: 'jpeg', image: jpegOf(900), width: 413, height: 531 })
    }
    const jpeg2000 = concat(fromHex('0000000c6a5020200d0a870a'), new Uint8Array(50))
    expect(parseDg2(dg2File(jpeg2000))[0]?.format).toBe('jpeg2000')
    expect(codeOf(() => parseDg2(dg2File(new Uint8Array(50))))).toBe('value-form')
  })
  it('ISO/IEC 39794-5: the face in the tagged form', () => {
    expect(parseDg2(dg2File39794(jpegOf(900)))).toEqual([
      { format: 'jpeg', image: jpegOf(900), width: 413, height: 531 },
    ])
  })
  it('DG2 whose count, lengths or number of faces do not fit is refused', () => {
    const file = dg2File(jpegOf(200))
    const at = (hex: string) => toHex(file).indexOf(hex) / 2
    const changed = (place: number, value: number) => {
      const bytes = file.slice()
      bytes[place] = value
      return codeOf(() => parseDg2(bytes))
    }
    expect(changed(at('0201017f60') + 2, 2)).toBe('value-form')
    const record = at('46414300')
    for (const place of [
      record + 5,
      record + 11,
      record + 13,
      record + 17,
      record + 18,
      record + 19,
    ])
      expect(changed(place, 0xff)).toBe('value-form')
  })
  it('ICAO 9303-10 §4.7.11: DG11 gives what there is, in the letters of the state', () => {
    const details = parseDg11(
      dg11File({ 0x5f0e: 'SØRENSEN<<ÅSE', 0x5f10: '010203-1234', 0x5f11: 'ÅRHUS<DANMARK' }),
    )
    expect(details).toMatchObject({
      fullName: 'SØRENSEN<<ÅSE',
      personalNumber: '010203-1234',
      birthPlace: ['ÅRHUS', 'DANMARK'],
      address: [],
      profession: undefined,
    })
    const packed = encodeTlv(0x6b, encodeTlv(0x5f2b, fromHex('19740812')))
    expect(parseDg11(packed).fullBirthDate).toBe('19740812')
    const names = encodeTlv(
      0xa0,
      encodeTlv(0x02, Uint8Array.of(1)),
      encodeTlv(0x5f0f, ascii('ANE')),
    )
    expect(parseDg11(encodeTlv(0x6b, names)).otherNames).toEqual(['ANE'])
  })
  it('ICAO 9303-10 §4.7.12: DG12 gives issuer and dates, packed or in digits', () => {
    const details = parseDg12(
      dg12File({
        0x5f19: ascii('UTOPIA'),
        0x5f26: ascii('20220415'),
        0x5f55: fromHex('20220415101112'),
        0x5f1d: jpegOf(9),
      }),
    )
    expect(details).toMatchObject({
      issuingAuthority: 'UTOPIA',
      issueDate: '20220415',
      personalizedAt: '20220415101112',
      frontImage: jpegOf(9),
      rearImage: undefined,
    })
  })
  it('ICAO 9303-11 §9.2: DG14 tells the protocols; unknown ones are named and passed over', () => {
    const infos = parseDg14(
      dg14File(
        paceInfo('0.4.0.127.0.7.2.2.4.2.4', 13),
        chipAuthenticationInfo('0.4.0.127.0.7.2.2.3.2.2'),
        chipAuthenticationKey('ecdh', publicKey),
        activeAuthenticationInfo('0.4.0.127.0.7.1.1.4.1.3'),
        sequence(oid('1.2.3'), encodeTlv(0x05)),
      ),
    )
    expect(infos.pace).toMatchObject([{ mapping: 'generic', cipher: 'AES-256', parameterId: 13 }])
    expect(infos.chipAuthentication).toMatchObject([{ agreement: 'ecdh', cipher: 'AES-128' }])
    expect(infos.chipAuthenticationKeys).toMatchObject([{ publicKey, keyId: undefined }])
    expect(infos.activeAuthentication).toBe('0.4.0.127.0.7.1.1.4.1.3')
    expect(infos.others).toEqual(['1.2.3'])
  })
  it('ICAO 9303-11 appendix I: the key of EF.CardSecurity', () => {
    const { chipAuthenticationKeys } = parseSecurityInfos(securityInfos(fromHex(appendixI.chipKey)))
    expect(chipAuthenticationKeys).toMatchObject([{ agreement: 'ecdh', keyId: 13 }])
  })
  it('ICAO 9303-10 §4.7.15: DG15 is a public key', () => {
    expect(parseDg15(encodeTlv(0x6f, publicKey))).toMatchObject({ kind: 'ec' })
  })
})

describe('any bytes', () => {
  const parsers = [
    parseCom,
    parseDg1,
    parseDg2,
    parseDg11,
    parseDg12,
    parseDg14,
    parseDg15,
    parseSecurityInfos,
    parseSod,
  ]
  const files = [
    comFile([0x61]),
    dg1File(zone),
    dg2File(jpegOf(60), 1),
    dg2File39794(jpegOf(60)),
    dg11File({ 0x5f0e: 'A', 0x5f2b: '19740812' }),
    dg12File({ 0x5f19: ascii('U') }),
    dg14File(
      paceInfo('0.4.0.127.0.7.2.2.4.2.4', 13),
      chipAuthenticationInfo('0.4.0.127.0.7.2.2.3.2.2'),
      chipAuthenticationKey('ecdh', publicKey),
    ),
    encodeTlv(0x6f, publicKey),
  ]
  const refuses = (bytes: Uint8Array) => {
    for (const parse of parsers)
      try {
        parse(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(IcaoError)
      }
  }
  it('are read or refused with an error of this package', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => refuses(new Uint8Array(bytes))),
    )
  })
  it('of a file that is changed, cut or longer are read or refused in the same way', () => {
    const change = fc.record({
      file: fc.constantFrom(...files),
      places: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      cut: fc.option(fc.nat(40)),
    })
    fc.assert(
      fc.property(change, ({ file, places, cut }) => {
        const bytes = file.slice(0, file.length - (cut ?? 0))
        for (const [at, value] of places) bytes[at % Math.max(bytes.length, 1)] = value
        refuses(bytes)
      }),
      { numRuns: 1500 },
    )
  })
  it('after a file are refused', () => {
    for (const file of files) {
      const longer = concat(file, Uint8Array.of(0))
      for (const parse of parsers) expect(() => parse(longer)).toThrow(IcaoError)
    }
  })
})
