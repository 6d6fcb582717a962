import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWay, givenAnswers } from './find-way.ts'

const yes = 'yes'
const no = 'no'

describe('the guide', () => {
  it.each([
    [{}, { ask: 'age' }],
    [{ age: no }, { way: 'too-young' }],
    [{ age: yes }, { ask: 'mitid' }],
    [{ age: yes, mitid: yes }, { way: 'has-mitid' }],
    [{ age: yes, mitid: no, nemid: yes }, { way: 'nemid' }],
    [{ age: yes, mitid: no, nemid: no }, { ask: 'passport' }],
    [{ age: yes, mitid: no, nemid: no, passport: no }, { way: 'centre' }],
    [{ age: yes, mitid: no, nemid: no, passport: yes }, { ask: 'phone' }],
    [{ age: yes, mitid: no, nemid: no, passport: yes, phone: yes }, { way: 'passport' }],
    [{ age: yes, mitid: no, nemid: no, passport: yes, phone: no }, { way: 'centre' }],
  ] as const)('%j leads to %j', (given, found) => {
    expect(findWay(given)).toEqual(found)
  })

  it('whoever answers what is asked is led somewhere after five questions at the most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('yes', 'no'), { minLength: 5, maxLength: 5 }),
        (said) => {
          let given: Parameters<typeof findWay>[0] = {}
          for (const answer of said) {
            const next = findWay(given)
            if ('way' in next) return
            given = { ...given, [next.ask]: answer }
          }
          expect(findWay(given)).toHaveProperty('way')
        },
      ),
    )
  })

  it('an address that says anything else is read as if it did not', () => {
    expect(givenAnswers({ age: 'perhaps', nemid: ['yes'], other: 'yes' })).toEqual({})
  })
})
