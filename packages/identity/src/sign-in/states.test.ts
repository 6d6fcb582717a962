import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SignInView } from './find-sign-in.ts'
import { life, openLife, type SignIn } from './sign-in.ts'

const specs = readFileSync(new URL('../../../../docs/specs.md', import.meta.url), 'utf8')
const section = /^## Sign-in\n(.*)$/msu.exec(specs)?.[1] ?? ''
const [forward = '', endings = ''] = [...section.matchAll(/`([a-z |>-]+)`/gu)].map(([, of]) => of)

/** Every state of the union, which the compiler holds complete, and whether it is an ending. */
const states: Readonly<Record<SignIn['state'], 'forward' | 'ending'>> = {
  open: 'forward',
  claimed: 'forward',
  approved: 'forward',
  completed: 'forward',
  refused: 'ending',
  aborted: 'ending',
}
/** What only pages see: a sign-in whose time has run out. */
const unstored: Readonly<Record<Exclude<SignInView['state'], SignIn['state']>, 'ending'>> = {
  expired: 'ending',
}
const namesOf = (part: 'forward' | 'ending') =>
  Object.entries({ ...states, ...unstored }).flatMap(([name, is]) => (is === part ? [name] : []))

describe('docs/specs.md#sign-in', () => {
  it('draws the states of the union, and no other', () => {
    expect(forward.split(' -> ')).toEqual(namesOf('forward'))
    expect(endings.split(' | ').toSorted()).toEqual(namesOf('ending').toSorted())
  })
  it('tells how long each part lives', () => {
    expect([openLife, life]).toEqual([180, 300])
    expect(section).toMatch(/open sign-in lives three minutes, the whole\s+five/u)
  })
})
