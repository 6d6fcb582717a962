import { Qid, type AppLink } from '@open-mitid/protocol'
import { expect, test } from 'vitest'
import type { ProfileView } from '../core/index.ts'
import { random } from '../testing/stand-in.ts'
import { firstScreen } from './first-screen.ts'

const anna: ProfileView = { id: 'a', nickname: 'Anna', stage: 'active', forked: false }
const bo: ProfileView = { id: 'b', nickname: 'Bo', stage: 'active', forked: false }
const half: ProfileView = { id: 'c', nickname: 'Cia', stage: 'pin' }
const link: AppLink = { kind: 'start', qid: Qid.make(random), token: 'token' }
const secret = { kind: 'start', qid: link.qid, token: 'token' }

test.each<[string, readonly ProfileView[], AppLink | undefined, object]>([
  ['without a profile it welcomes', [], undefined, { at: 'welcome' }],
  ['one profile opens at home', [anna], undefined, { at: 'home', id: 'a' }],
  ['several ask whose it is', [anna, bo], undefined, { at: 'chooser' }],
  ['what was begun goes on', [half], undefined, { at: 'choose-pin', id: 'c' }],
  [
    'a link is claimed by the only profile',
    [anna, half],
    link,
    { at: 'claiming', id: 'a', secret },
  ],
  ['a link waits for the choice of a profile', [anna, bo], link, { at: 'chooser', secret }],
  ['a link without a profile says so', [half], link, { at: 'welcome', because: 'no-profile' }],
])('The app opens where it belongs: %s', (_, profiles, opened, screen) => {
  expect(firstScreen(profiles, opened)).toEqual(screen)
})
