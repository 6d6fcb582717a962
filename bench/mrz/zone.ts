/** Zones of passports of people who do not exist, with right check digits (ICAO 9303-4 §4.2.2). */
import { checkDigit, writeMrzName } from '@open-mitid/icao9303'
import type { Chance } from '../../apps/phone/mrz-model/chance.ts'

const surnames = ['Ørsted Ågård', 'Nielsen', 'Müller-Lüdenscheidt', "O'Connor", 'Wang', 'Sørensen']
const givenNames = ['Anna Maria', 'Bo', 'Æsa', 'Jean-Pierre', 'Nguyễn Thị', 'Konstantinos Iakovos']
const states = ['DNK', 'D<<', 'SWE', 'UTO', 'GBR', 'FRA']

/** Two lines of forty-four letters. */
export function drawZone({ between, oneOf }: Chance): readonly [string, string] {
  const digits = (count: number) =>
    Array.from({ length: count }, () => String(Math.floor(between(0, 10)))).join('')
  const date = (from: number, to: number) =>
    [between(from, to), between(1, 13), between(1, 29)]
      .map((part) => String(Math.floor(part) % 100).padStart(2, '0'))
      .join('')
  const state = oneOf(states)
  const name = writeMrzName(oneOf(surnames), oneOf(givenNames), 39)
  const letter = () => oneOf(Array.from('ABCDEFGHIJKLMNPQRSTUVWXYZ'))
  const number = checked(
    oneOf([
      digits(9),
      `${letter()}${letter()}${digits(7)}`,
      `${letter()}${digits(3)}${letter()}${digits(4)}`,
    ]),
  )
  const born = checked(date(1930, 2013))
  const expires = checked(date(2026, 2036))
  const more = checked(oneOf(['<'.repeat(14), `${digits(10)}<<<<`]))
  const sex = oneOf(['F', 'M', '<'])
  const composite = checkDigit(number + born + expires + more)
  return [`P<${state}${name}`, `${number}${state}${born}${sex}${expires}${more}${composite}`]
}

function checked(field: string): string {
  return field + checkDigit(field)
}
