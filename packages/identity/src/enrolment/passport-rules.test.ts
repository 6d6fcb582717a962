import {
  createTrustStore,
  inspectDocument,
  parseCertificate,
  parseSod,
  type Check,
  type DataGroupNumber,
  type InspectionReport,
  type Reason,
} from '@open-mitid/icao9303'
import {
  dg11File,
  dg1File,
  dg2File,
  makeAuthority,
  makeDocumentSigner,
  passportZone,
  signDocument,
} from '@open-mitid/icao9303/testing'
import { Instant } from '@open-mitid/kernel'
import { describe, expect, it } from 'vitest'
import { PersonName } from '../person/index.ts'
import { holderOf, isNamed, type CprInPassports } from './document-holder.ts'
import { refusalOf, type PassportRefusal } from './passport-refusal.ts'
import { judgePassport } from './passport-rules.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const date = new Date('2026-11-22T10:00:00Z')
const now = Instant.of(date.getTime() / 1000)
const authority = makeAuthority(random)
const signer = makeDocumentSigner(authority, random)
const trust = createTrustStore({ anchors: [parseCertificate(authority.certificate)] })
const carried: CprInPassports = { issuers: new Set(['UTO']), numbers: 'synthetic' }
const image = new Uint8Array(400).fill(7)
image.set([0xff, 0xd8, 0xff, 0xe0])
const printed = {
  issuer: 'UTO',
  primary: 'Sørensen',
  secondary: 'Åse Maria',
  documentNumber: 'L898902C3',
  nationality: 'UTO',
  birthDate: '900812',
  sex: 'F' as const,
  expiryDate: '320415',
  optionalData: '7208901234',
}

function judge(
  change: Partial<typeof printed> = {},
  {
    more = [],
    sent,
    passed = [],
  }: {
    more?: readonly (readonly [DataGroupNumber, Uint8Array])[]
    sent?: readonly DataGroupNumber[]
    passed?: readonly Check[]
  } = {},
) {
  const all = new Map<DataGroupNumber, Uint8Array>([
    [1, dg1File(passportZone({ ...printed, ...change }))],
    [2, dg2File(image)],
    ...more,
  ])
  const sod = signDocument(signer, all)
  const dataGroups = new Map([...all].filter(([number]) => sent?.includes(number) ?? true))
  const inspected = inspectDocument({ files: { sod, dataGroups }, trust, date })
  const checks = inspected.checks.map((result) =>
    passed.includes(result.check) ? ({ ...result, outcome: 'passed' } as const) : result,
  )
  return judgePassport(
    {
      report: { checks },
      holder: holderOf(dataGroups, carried, date),
      signedGroups: [...parseSod(sod).digests.keys()],
      sentGroups: [...dataGroups.keys()],
    },
    now,
  )
}

describe('what a passport must be (product §A.2)', () => {
  it('a chip that offers no proof of itself proves Low, one that has shown its key Substantial', () => {
    expect(judge()).toMatchObject({ ok: true, value: { ial: 'Low' } })
    expect(judge({}, { passed: ['chip-authentication'] })).toMatchObject({
      ok: true,
      value: { ial: 'Substantial', holder: { cpr: '7208901234', birthDate: '1990-08-12' } },
    })
  })
  it('a chip whose key the state signed, and which does not show it, is taken for a copy', () => {
    const dg15: readonly [DataGroupNumber, Uint8Array] = [15, Uint8Array.of(0x6f, 0)]
    expect(judge({}, { more: [dg15] })).toEqual({ ok: false, refusal: 'copied' })
  })
  it('a file that the state signed cannot be left out, and so no proof of the chip either', () => {
    const more = [[15, Uint8Array.of(0x6f, 0)]] as const
    expect(judge({}, { more, sent: [1, 2] })).toEqual({ ok: false, refusal: 'incomplete' })
    expect(judge({}, { sent: [1] })).toEqual({ ok: false, refusal: 'incomplete' })
  })
  it.each<[string, Partial<typeof printed>, PassportRefusal]>([
    ['the day after its last', { expiryDate: '261121' }, 'expired'],
    ['of a child of 12', { birthDate: '131123' }, 'too-young'],
    ['of somebody whose day of birth is not known', { birthDate: '9008<<' }, 'birth-date-unknown'],
    ['of another state than its signer', { issuer: 'DNK' }, 'not-genuine'],
  ])('one %s is refused', (_, change, refusal) => {
    expect(judge(change)).toEqual({ ok: false, refusal })
  })
  it('who is 13 today is old enough, and a passport serves to the end of its last day', () => {
    expect(judge({ birthDate: '131122' })).toMatchObject({ ok: true })
    expect(judge({ expiryDate: '261122' })).toMatchObject({ ok: true })
  })
  it('the gravest failure is told, expiry last', () => {
    const failed = (...failures: readonly (readonly [Check, Reason])[]): InspectionReport => ({
      checks: failures.map(([check, reason]) => ({ check, reason, clause: '', outcome: 'failed' })),
    })
    expect(
      refusalOf(failed(['document-expiry', 'expired'], ['chip-authentication', 'answer-wrong'])),
    ).toBe('copied')
    expect(
      refusalOf(
        failed(['chip-authentication', 'key-not-signed'], ['data-group-digests', 'digest-differs']),
      ),
    ).toBe('changed')
    expect(refusalOf(failed(['document-signer-chain', 'issuer-unknown']))).toBe('country-unknown')
    expect(refusalOf({ checks: [] })).toBeUndefined()
  })
})

describe('the holder', () => {
  const read = (change: Partial<typeof printed>, details?: Readonly<Record<number, string>>) => {
    const groups = new Map<DataGroupNumber, Uint8Array>([
      [1, dg1File(passportZone({ ...printed, ...change }))],
    ])
    if (details) groups.set(11, dg11File(details))
    const holder = holderOf(groups, carried, date)
    if (!holder) throw new Error('the zone is well-formed')
    return holder
  }
  const named = (text: string) => {
    const name = PersonName.parse(text)
    if (name === undefined) throw new Error('a name')
    return name
  }
  it('ICAO 9303-3 §6: the name of the register is found in the zone, in any spelling it allows', () => {
    for (const name of ['Åse Maria Sørensen', 'Aase Maria Soerensen', 'ÅSE MARIA SØRENSEN'])
      expect(isNamed(read({}), named(name))).toBe(true)
    for (const name of ['Åse Marie Sørensen', 'Maria Åse Sørensen', 'Åse Sørensen', 'Sørensen'])
      expect(isNamed(read({}), named(name))).toBe(false)
  })
  it('the full name and the number come from DG11 where it has them', () => {
    const holder = read(
      { optionalData: '' },
      { 0x5f0e: 'SØRENSEN<<ÅSE<MARIA', 0x5f10: '7208901234' },
    )
    expect(holder).toMatchObject({ fullName: 'ÅSE MARIA SØRENSEN', cpr: '7208901234' })
  })
  it('a number is a CPR number only where the state writes CPR numbers', () => {
    const elsewhere = holderOf(
      new Map([[1, dg1File(passportZone(printed))]]),
      { issuers: new Set(['DNK']), numbers: 'synthetic' },
      date,
    )
    expect(elsewhere?.cpr).toBeUndefined()
    expect(read({ optionalData: 'ZE184226B' }).cpr).toBeUndefined()
  })
})
