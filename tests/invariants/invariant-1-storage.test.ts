/** Protocols §7, invariant 1: what a thief of the whole phone can try a PIN against. */
import { readBinding } from '@open-mitid/protocol'
import { afterAll, describe, expect, it } from 'vitest'
import { beginProof, beginRegistration } from '../../apps/phone/src/core/pin-proof.ts'
import { approvalKey } from '../../apps/phone/src/core/profiles.ts'
import { newOpaqueSetup, openOpaqueServers } from '../../apps/server/src/outbound/opaque/index.ts'
import { goodPin, must } from './house.ts'
import { openCountingHouse } from './counting-house.ts'

const { house, wrongPin, newApp, memoryOf } = await openCountingHouse()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 1: what an app keeps depends on its PIN only through the server', async () => {
    const app = await newApp()
    const memory = await memoryOf(app)
    if (memory.stage !== 'active') throw new Error('the app is not active')
    // All that an opened dump holds: names, nonces, chain heads, `s`, the signed binding, and keys
    // that are published.
    expect(Object.keys(memory).sort()).toEqual(
      ['stage', 'nickname', 'rn', 'profile', 'slot', 'binding', 'seen', 'checked', 'keys'].sort(),
    )
    expect(Object.keys(memory.slot).sort()).toEqual(['epoch', 's'])
    const binding = must(readBinding(memory.binding)).content
    // Of those only `ak` was made with the PIN. Whoever guesses plays the server too, since the
    // real one counts: the right PIN then makes a key as wrong as every other PIN does.
    const { epoch, s } = memory.slot
    const { pinServer: guessing } = await openOpaqueServers(await newOpaqueSetup())
    for (const pin of [goodPin, wrongPin, '039174']) {
      const registration = await beginRegistration(s, pin)
      const identifier = `${memory.profile}/${String(epoch)}`
      const answer = guessing.register(identifier, registration.request) ?? ''
      const { record } = registration.finish(answer)
      const proof = await beginProof(memory.slot, pin)
      const { ke2 = '' } = guessing.begin(identifier, record, proof.ke1) ?? {}
      const { exportKey } = proof.finish(ke2) ?? {}
      if (!exportKey) throw new Error('a PIN that was just registered is right')
      expect(approvalKey(exportKey, memory.slot).jwk).not.toEqual(binding.ak_jwk)
    }
  })
})
