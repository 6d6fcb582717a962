import { expect, it } from 'vitest'
import { citizens } from './citizens.ts'

const people = citizens(new Date('2026-11-22T12:00:00Z'))

it('nobody in the sandbox can be a real person: every day of birth is 60 too many', () => {
  for (const { cpr, birth_date } of people) {
    expect(cpr).toMatch(/^\d{10}$/u)
    expect(Number(cpr.slice(0, 2)) - 60).toBe(Number(birth_date.slice(8)))
    expect(cpr.slice(2, 6)).toBe(birth_date.slice(5, 7) + birth_date.slice(2, 4))
  }
})

it('nobody has the CPR number or the user ID of another, and each can be reached', () => {
  expect(new Set(people.map(({ cpr }) => cpr)).size).toBe(people.length)
  expect(new Set(people.map(({ user_id }) => user_id)).size).toBe(people.length)
  for (const person of people) expect(person.phone ?? person.email).toBeDefined()
})

it('the youngest is 13 and the oldest 91, whenever the sandbox is first started', () => {
  const born = people.map(({ birth_date }) => birth_date).sort()
  expect([born[0], born.at(-1)].map((day) => day?.slice(0, 4))).toEqual(['1935', '2013'])
})
