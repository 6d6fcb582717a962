import { expect, it } from 'vitest'
import { peopleOf } from './people.ts'

const { citizens, newcomers, register, nemid, passports } = peopleOf(
  new Date('2026-11-22T12:00:00Z'),
)
const everybody = [...citizens, ...newcomers]

it('nobody in the sandbox can be a real person: every day of birth is 60 too many', () => {
  for (const { cpr, birth_date } of everybody) {
    expect(cpr).toMatch(/^\d{10}$/u)
    expect(Number(cpr.slice(0, 2)) - 60).toBe(Number(birth_date.slice(8)))
    expect(cpr.slice(2, 6)).toBe(birth_date.slice(5, 7) + birth_date.slice(2, 4))
  }
})

it('the seventh digit of a CPR number tells the century of birth', () => {
  for (const { cpr, birth_date } of everybody) {
    const digit = Number(cpr.slice(6, 7))
    const [year, century] = [Number(birth_date.slice(2, 4)), birth_date.slice(0, 2)]
    const of = digit < 4 || (digit === 4 && year > 36) ? '19' : '20'
    expect([cpr, of]).toEqual([cpr, century])
  }
})

it('nobody has the CPR number or the user ID of another, and each citizen can be reached', () => {
  expect(new Set(everybody.map(({ cpr }) => cpr)).size).toBe(everybody.length)
  expect(new Set(citizens.map(({ user_id }) => user_id)).size).toBe(citizens.length)
  for (const person of citizens) expect(person.phone ?? person.email).toBeDefined()
})

it('of those with MitID the youngest is 13 and the oldest 91, on the day of the founding', () => {
  const born = citizens.map(({ birth_date }) => birth_date).sort()
  expect([born[0], born.at(-1)].map((day) => day?.slice(0, 4))).toEqual(['1935', '2013'])
})

it('the register knows everybody, and NemID knows some with MitID and most without', () => {
  expect(register).toHaveLength(everybody.length)
  expect(register).toMatchObject(everybody.map(({ cpr }) => ({ cpr })))
  const withNemid = newcomers.filter((one) => one.nemid)
  expect(nemid).toHaveLength(withNemid.length + 1)
  expect(nemid).toMatchObject([{ key: 'anna' }, ...withNemid.map(({ key, cpr }) => ({ key, cpr }))])
})

it('the drawer holds a passport of every kind, of those whom each says', () => {
  expect(passports).toContainEqual(
    expect.objectContaining({ key: 'alma', surname: 'Winther', sex: 'F', kind: 'good' }),
  )
  const kinds = passports.map((one) => (one as { kind: string }).kind)
  expect(new Set(kinds).size).toBe(9)
})

it('an enrolment meets every kind of person', () => {
  const find = (key: string) => newcomers.find((one) => one.key === key)
  expect(find('freja')?.birth_date.slice(0, 4)).toBe('2015')
  expect(find('ove')?.status).toBe('doed')
  expect(find('mathilde')?.address).toBe('Storgatan 5 B, 211 42 Malmö, Sverige')
  expect(find('kurt')?.address).toBeUndefined()
  expect(find('signe')?.protected).toBe(true)
  expect(find('emil')?.nemid).toBeUndefined()
  expect(find('maximilian')?.name.length).toBeGreaterThan(80)
  expect(find('maximilian')?.address).toContain('1034A, st. mf, 1850')
})
