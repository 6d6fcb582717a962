import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ActivationCode, SecondCode, TypedCode } from './codes.ts'
import { Pin } from './pin.ts'
import { steady } from './testing/exhibits.ts'

const random = fc.nat(255).map(steady)

describe('codes that a person types', () => {
  it('are read as they are shown, in any case and with O for 0 and L for 1', () => {
    fc.assert(
      fc.property(random, (draw) => {
        const sloppy = (shown: string) =>
          ` ${shown.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `
        const typed = TypedCode.make(draw)
        expect(TypedCode.parse(sloppy(TypedCode.show(typed)))).toBe(typed)
        const activation = ActivationCode.make(draw)
        expect(ActivationCode.parse(sloppy(ActivationCode.show(activation)))).toBe(activation)
        const second = SecondCode.make(draw)
        expect(SecondCode.parse(SecondCode.show(second))).toBe(second)
      }),
    )
  })

  it('carry 40 and 60 bits in groups of four letters', () => {
    expect(TypedCode.show(TypedCode.make(steady(1)))).toMatch(/^\w{4}-\w{4}$/u)
    expect(ActivationCode.show(ActivationCode.make(steady(1)))).toMatch(/^\w{4}-\w{4}-\w{4}$/u)
  })

  it('are never taken for one another, and nothing else is taken for one', () => {
    const code = ActivationCode.make(steady(1))
    expect(TypedCode.parse(code)).toBeUndefined()
    for (const typed of [
      '',
      'ABCDEFGU',
      '12345',
      '1234567',
      '１２３４５６',
      null,
      123456,
      'A'.repeat(99),
    ])
      expect([
        TypedCode.parse(typed),
        ActivationCode.parse(typed),
        SecondCode.parse(typed),
      ]).toEqual([undefined, undefined, undefined])
  })

  it('a second code keeps its leading zeros', () => {
    expect(SecondCode.make((length) => new Uint8Array(length))).toBe('000000')
  })
})

describe('a PIN', () => {
  const refused: readonly [string, readonly unknown[]][] = [
    [
      'not-six-digits',
      ['', '12345', '1234567', '12 456', '12345a', '１２３４５６', 482913, undefined],
    ],
    [
      'repeated-digits',
      ['000000', '777777', '111112', '900000', '121212', '123123', '007007', '112233'],
    ],
    ['digits-in-a-row', ['123456', '654321', '890123', '135791', '210987']],
    ['too-common', ['123321', '147258', '159753', '102030', '520131', '131415']],
  ]
  it.each(refused)('that a stranger would try first is refused: %s', (kind, pins) => {
    for (const pin of pins) expect(Pin.parse(pin)).toEqual({ ok: false, refusal: { kind } })
  })

  it('that is none of those is taken as it is', () => {
    for (const pin of ['482913', '070586', '999182', '310775'])
      expect(Pin.parse(pin)).toEqual({ ok: true, value: pin })
  })

  it('is refused by so few rules that more than 99 of 100 remain to choose from', () => {
    let taken = 0
    for (let pin = 0; pin < 1_000_000; pin += 7)
      if (Pin.parse(String(pin).padStart(6, '0')).ok) taken += 7
    expect(taken).toBeGreaterThan(990_000)
  })
})
