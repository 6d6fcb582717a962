import type { EventBodies } from '@open-mitid/identity/ledger'
import { expectTypeOf, it } from 'vitest'
import type { historyWords } from '../../apps/phone/src/words/history-words.ts'

/** Events of services and of the operator stand in no person's history. */
type OfNoPerson =
  | 'devices-received'
  | 'service-registered'
  | 'keys-rotated'
  | 'master-list-imported'
  | 'revocation-list-imported'

it('every event about a person has its words in the app, and no others are kept', () => {
  type Worded = keyof (typeof historyWords)['da']['event']
  expectTypeOf<Worded>().toEqualTypeOf<Exclude<keyof EventBodies, OfNoPerson>>()
})
