/** Protocols §7, invariant 6: who may claim, and what everybody else is told. */
import { claimSignIn, type SignIns } from '@open-mitid/identity/sign-in'
import { base64url } from '@open-mitid/kernel'
import { type ClaimSecret } from '@open-mitid/protocol'
import { afterAll, describe, expect, it } from 'vitest'
import { must, type App } from './house.ts'
import { random } from './random.ts'
import { answering } from './liar.ts'
import { openTwoPeople } from './two-people.ts'

const { house, bank, asta, bent, mine, qr, typed, started, stateOf } = await openTwoPeople()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 6: the first claim wins and its holder gets the same offer again', async () => {
    const second = await house.activate(asta.person)
    for (const secretOf of [qr, typed, started]) {
      const { own } = await house.begin(bank, mine)
      const secret = await secretOf(own)
      const both = [asta, second]
      const claims = await Promise.all(both.map(({ phone, id }) => phone.claim(id, secret)))
      const won = claims.flatMap((claim, at) => (claim.ok ? [{ claim, app: both[at] }] : []))
      expect(won).toHaveLength(1)
      const [winner] = won
      if (!winner?.app) throw new Error('nobody has won')
      const { app, claim } = winner
      expect(must(await app.phone.claim(app.id, secret)).offer.jws).toBe(claim.value.offer.jws)
    }
  })

  it('Invariant 6: every failed claim is one identical answer, but for its nonce and the time', async () => {
    const answers = new Set<string>()
    const fails = async (app: App, secret: ClaimSecret) => {
      house.wire.length = 0
      expect((await app.phone.claim(app.id, secret)).ok).toBe(false)
      const [answer] = house.wire
      answers.add(
        `${answer?.status} ${(answer?.body ?? '').replace(/"rn":"[\w-]{22}","now":\d+/u, '')}`,
      )
    }
    const fresh = () => house.begin(bank, mine)
    const claimed = await fresh()
    const used = await qr(claimed.own)
    must(
      await bent.phone.claim(
        bent.id,
        await qr((await house.begin(bank, { userId: 'bent.sig' })).own),
      ),
    )
    must(await asta.phone.claim(asta.id, used))
    const other = await fresh()
    const theirs = await qr(other.own)
    if (theirs.kind !== 'qr') throw new Error('no QR frame')
    await fails(bent, used) // a second claim
    await fails(bent, theirs) // another person
    await fails(bent, await typed((await fresh()).own)) // another person's code
    await fails(bent, await started((await fresh()).own)) // another person's button
    await fails(asta, { ...theirs, mac: base64url(random(16)) }) // forged
    await fails(asta, { ...theirs, qid: base64url(random(16)) }) // unknown
    await fails(asta, { ...theirs, qid: 'x' }) // no name at all
    await fails(asta, { ...theirs, t: theirs.t + 3 }) // of a frame that is not yet shown
    must(await house.box.start(other.own))
    await fails(asta, { kind: 'start', qid: theirs.qid, token: base64url(random(32)) })
    await fails(asta, { kind: 'code', code: 'ABCDEFGH' })
    await fails(asta, await qr((await house.begin(bank)).own)) // no user ID was typed
    const stale = await qr((await fresh()).own)
    const button = await started((await fresh()).own)
    await house.advance(61)
    await fails(asta, stale)
    await fails(asta, button)
    const gone = await fresh()
    const aborted = await qr(gone.own)
    must(await house.box.abort(gone.own))
    await fails(asta, aborted)
    expect([...answers]).toHaveLength(1)
    expect([...answers][0]).toMatch(/^404 .*"kind":"claim-unknown"/u)
  })

  it('Invariant 6: what the page does between the reading and the writing of a claim counts', async () => {
    const { ports } = house
    for (const meanwhile of ['abort', 'name'] as const) {
      const { own } = await house.begin(bank, mine)
      const secret = await qr(own)
      const interrupted: SignIns = {
        ...ports.signIns,
        async visit(profile, by) {
          const found = await ports.signIns.visit(profile, by)
          await house.box[meanwhile]({ ...own, userId: 'bent.sig' })
          return found
        },
      }
      const line = answering(claimSignIn({ ...ports, signIns: interrupted }))
      const claim = await house.phoneOn(asta.folder, line).claim(asta.id, secret)
      expect(claim).toMatchObject({ refusal: { kind: 'claim-unknown' } })
      expect(await stateOf(own)).toBe(meanwhile === 'abort' ? 'aborted' : 'open')
    }
  })

  it('Invariant 6: wrong codes count on the app, right secrets of others on the sign-in', async () => {
    const dora = await house.activate(await house.newPerson('dora.sig'))
    const { own } = await house.begin(bank, { userId: 'dora.sig' })
    for (let wrong = 0; wrong < 3; wrong += 1)
      expect(await dora.phone.claim(dora.id, { kind: 'code', code: 'ABCDEFGH' })).toMatchObject({
        refusal: { kind: 'claim-unknown' },
      })
    const secret = await typed(own)
    expect(await dora.phone.claim(dora.id, secret)).toMatchObject({ refusal: { kind: 'wait' } })
    must(
      await dora.phone.claim(
        dora.id,
        await qr((await house.begin(bank, { userId: 'dora.sig' })).own),
      ),
    )
    await house.advance(60)
    must(await dora.phone.claim(dora.id, secret))
    const shown = await house.begin(bank, mine)
    for (let others = 0; others < 3; others += 1)
      expect((await bent.phone.claim(bent.id, await qr(shown.own))).ok).toBe(false)
    expect(must(await house.box.find(shown.own))).toMatchObject({ reason: 'wrong-user-id' })
  })
})
