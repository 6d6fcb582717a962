import { expect, it } from 'vitest'
import { isSameName } from './machine-name.ts'

it.each([
  ['Grethe Nørgaard Højland', 'GRETHE NOERGAARD HOEJLAND'],
  ['Åse Ærø-Müller', 'AASE AEROE MUELLER'],
  ['Zoë Ångström Ólafsdóttir', 'ZOE ANGSTROM OLAFSDOTTIR'],
  ['Łukasz Żółkiewski', 'LUKASZ ZOLKIEWSKI'],
  ['Guðrún Þórsdóttir', 'GUDRUN THORSDOTTIR'],
  ['Nguyễn Thị Hồng Hạnh', 'NGUYEN THI HONG HANH'],
  ["Sean O'Brien", 'SEAN OBRIEN'],
  ['Anna Sommer', 'anna  sommer'],
])('ICAO 9303-3 §6: %s is found as %s', (name, machine) => {
  expect(isSameName(name, machine)).toBe(true)
})

it.each([
  ['Anna Sommer', 'Anna Sommers'],
  ['Anna Sommer', 'Anna'],
  ['李', '王'],
  ['', ''],
])('%s is not %s', (one, other) => {
  expect(isSameName(one, other)).toBe(false)
})
