/** Protocols §4 and §7 on real tables, with real apps: who may claim, approve and complete. */
import { emptyChain, verifyChain } from '@open-mitid/identity/ledger'
import type { Client } from '@open-mitid/identity/service'
import { claimSignIn, qrSecretOf, type OwnSignIn, type SignIns } from '@open-mitid/identity/sign-in'
import { base64url } from '@open-mitid/kernel'
import { readChain, type Trip } from '@open-mitid/postgres'
import {
  approvalOf,
  deriveApprovalKey,
  Digest,
  readBinding,
  verifyEs256,
  verifyEvidence,
  type ApprovalContent,
  type ClaimSecret,
} from '@open-mitid/protocol'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { goodPin, must, openHouse, random, type App, type House } from './house.ts'
import { answering, liar } from './liar.ts'

const trips: Trip[] = []
let house: House
let bank: Client
let asta: App
let bent: App
beforeAll(async () => {
  house = await openHouse({ onTrip: (trip) => trips.push(trip) })
  bank = await house.newService('bank')
  asta = await house.activate(await house.newPerson('asta.sig'))
  bent = await house.activate(await house.newPerson('bent.sig'))
})
afterAll(() => house.close())
beforeEach(() => {
  trips.length = 0
  house.told.length = 0
})

const mine = { userId: 'asta.sig' }
const qr = (own: OwnSignIn) => house.qrOf(own)
const typed = async (own: OwnSignIn): Promise<ClaimSecret> => {
  const { code } = must(await house.box.showCode(own))
  return { kind: 'code', code }
}
const started = async (own: OwnSignIn): Promise<ClaimSecret> => {
  const { qid, token } = must(await house.box.start(own))
  return { kind: 'start', qid, token }
}
const stateOf = async (own: OwnSignIn) => must(await house.box.find(own)).state
const eventsOf = (app: App) => readChain(house.db, house.vault, app.person.id)

/** What a verifier with the published keys finds wrong with the evidence of a sign-in. */
async function doubtsOf(app: App, own: OwnSignIn) {
  const { pack } = must(await app.phone.receipt(app.id, own.id))
  const { now } = must(await house.box.find(own))
  const keys = house.ring.published(now).map(({ kid, jwk, useFrom, useUntil }) => ({
    kid,
    jwk,
    use_from: useFrom,
    use_until: useUntil ?? null,
  }))
  const report = verifyEvidence(pack, { keys: { v: 1, keys }, verify: verifyEs256, now })
  return report.checks.filter(({ outcome }) => outcome !== 'passed')
}

async function approvedBy(app: App, secret: ClaimSecret, remember = false) {
  const asked = must(await app.phone.claim(app.id, secret))
  return must(await app.phone.approve(app.id, asked, goodPin, remember))
}

describe('a sign-in', () => {
  it('is claimed, approved and completed in two round trips each', async () => {
    const { own } = await house.begin(bank, mine)
    const secret = await qr(own)
    trips.length = 0
    const asked = must(await asta.phone.claim(asta.id, secret))
    expect(trips.map(({ writes }) => writes)).toEqual([false, true])
    expect(asked.shown.text).toContain('Overførsel af DKK 2.300 til konto 9978 000123456')
    trips.length = 0
    must(await asta.phone.approve(asta.id, asked, goodPin, false))
    expect(trips.map(({ writes }) => writes)).toEqual([false, true, false, true])
    trips.length = 0
    const completed = must(await house.box.complete(own))
    expect(trips.map(({ writes }) => writes)).toEqual([false, true])
    expect(completed).toMatchObject({
      person: asta.person.id,
      flow: 'qr',
      loa: 'Substantial',
      phr: false,
    })
  })
  it('its page is told of every move, and opening and naming are one round trip each', async () => {
    const { own } = await house.begin(bank, mine)
    expect(trips).toHaveLength(2)
    await approvedBy(asta, await qr(own))
    expect(house.told).toEqual([own.id, own.id])
  })
  it('leaves a pack that proves the approval to whoever has the published keys', async () => {
    const { own } = await house.begin(bank, mine)
    await approvedBy(asta, await qr(own))
    expect(must(await asta.phone.receipt(asta.id, own.id)).pack).toBeUndefined()
    must(await house.box.complete(own))
    expect(await doubtsOf(asta, own)).toEqual([])
  })
  it('leaves such a pack also where it is approved at the last moment and completed after it', async () => {
    const { own } = await house.begin(bank, mine)
    const asked = must(await asta.phone.claim(asta.id, await started(own)))
    await house.advance(290)
    const { returnToken = '' } = must(await asta.phone.approve(asta.id, asked, goodPin, false))
    await house.advance(55)
    must(await house.box.acceptReturn({ token: returnToken, browser: own.browser }))
    must(await house.box.complete(own))
    expect(await doubtsOf(asta, own)).toEqual([])
  })
  it('is refused without a PIN, and "I did not start this" forgets the browser', async () => {
    const browser = random(32)
    const first = await house.begin(bank, { ...mine, browser })
    await approvedBy(asta, await qr(first.own), true)
    must(await house.box.complete(first.own))
    const { own } = await house.begin(bank, { ...mine, browser })
    const asked = must(await asta.phone.claim(asta.id, await qr(own)))
    must(await asta.phone.refuse(asta.id, asked, 'not_me'))
    expect(must(await house.box.find(own))).toMatchObject({ state: 'refused', reason: 'not_me' })
    await house.advance(25 * 60 * 60)
    const again = await house.begin(bank, { ...mine, browser })
    const offer = must(await asta.phone.claim(asta.id, await qr(again.own))).offer
    expect(offer.content.context.known_browser).toBe(false)
  })
  it('step 8: a remembered browser is known after a day, the same device at once', async () => {
    const browser = random(32)
    const known = async () => {
      const { own } = await house.begin(bank, { ...mine, browser })
      const asked = must(await asta.phone.claim(asta.id, await qr(own)))
      must(await asta.phone.refuse(asta.id, asked, 'cancel'))
      return asked.offer.content.context.known_browser
    }
    const first = await house.begin(bank, { ...mine, browser })
    await approvedBy(asta, await qr(first.own), true)
    must(await house.box.complete(first.own))
    expect(await known()).toBe(false)
    await house.advance(24 * 60 * 60)
    expect(await known()).toBe(true)
    const here = await house.begin(bank, { ...mine, browser: random(32) })
    const { returnToken = '' } = await approvedBy(asta, await started(here.own))
    must(await house.box.acceptReturn({ token: returnToken, browser: here.own.browser }))
    expect(must(await house.box.complete(here.own)).phr).toBe(true)
    const next = await house.begin(bank, { ...mine, browser: here.own.browser })
    const asked = must(await asta.phone.claim(asta.id, await typed(next.own)))
    expect(asked.offer.content.context).toMatchObject({ known_browser: true, flow: 'code' })
  })
  it('for a known person asks for no user ID, and three others end it', async () => {
    const bound = await house.begin(bank, { boundPerson: bent.person.id })
    expect(must(await house.box.find(bound.own)).bound).toBe(true)
    expect((await house.box.name({ ...bound.own, userId: 'asta.sig' })).ok).toBe(false)
    for (let claims = 0; claims < 3; claims += 1)
      expect((await asta.phone.claim(asta.id, await qr(bound.own))).ok).toBe(false)
    expect(must(await house.box.find(bound.own))).toMatchObject({
      state: 'aborted',
      reason: 'other-person',
    })
    const theirs = await house.begin(bank, { boundPerson: bent.person.id })
    must(await bent.phone.claim(bent.id, await qr(theirs.own)))
  })
  it('ends in time: open three minutes, five in all, and a code with what is left', async () => {
    const { own } = await house.begin(bank, mine)
    const secret = await typed(own)
    await house.advance(181)
    expect(await stateOf(own)).toBe('expired')
    expect((await asta.phone.claim(asta.id, secret)).ok).toBe(false)
    const late = await house.begin(bank, mine)
    const asked = must(await asta.phone.claim(asta.id, await qr(late.own)))
    await house.advance(301)
    expect(await stateOf(late.own)).toBe('expired')
    const refused = await asta.phone.approve(asta.id, asked, goodPin, false)
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'sign-in-moved-on' } })
  })
  it('is worth nothing once the app is blocked, however far it has come', async () => {
    const carl = await house.activate(await house.newPerson('carl.sig'))
    const { own } = await house.begin(bank, { userId: 'carl.sig' })
    await approvedBy(carl, await qr(own))
    await house.sql.query("update mitid.person set state = 'blocked' where id = $1", [
      carl.person.id,
    ])
    expect(await house.box.complete(own)).toMatchObject({
      ok: false,
      refusal: { kind: 'blocked' },
    })
    expect(await stateOf(own)).toBe('aborted')
    expect(await carl.phone.state(carl.id)).toMatchObject({
      ok: false,
      refusal: { kind: 'profile-ended' },
    })
  })
})

describe('protocols §7', () => {
  it('Invariant 2: the server takes no approval that the keys of the phone did not make of this offer', async () => {
    const { call, guess, sign } = liar(asta, house.send)
    const { own } = await house.begin(bank, mine)
    const { offer } = must(await asta.phone.claim(asta.id, await qr(own)))
    const other = await house.begin(bank, mine)
    const { offer: otherOffer } = must(await asta.phone.claim(asta.id, await qr(other.own)))
    const offer_id = own.id
    const binding = must(
      readBinding(
        (
          await house.sql.query<{ jws: string }>(
            'select jws from mitid.binding where profile_id = $1',
            [offer.content.aud],
          )
        )[0]?.jws ?? '',
      ),
    )
    const tell = async (lie: {
      of?: typeof offer
      change?: Partial<ApprovalContent>
      ak?: typeof wrongKey
    }) => {
      const { attempt, ke3 = '', ak } = await guess(goodPin, { purpose: 'approve', offer_id })
      const circumstances = {
        attempt_id: attempt,
        seen: { n: 1, head: Digest.ofText('seen') },
        uv: 'pin',
        app: { version: 'test' },
        signed_at: offer.content.iat,
      } as const
      const content = { ...approvalOf(lie.of ?? offer, binding, circumstances), ...lie.change }
      const approval = await sign(content, lie.ak ?? ak ?? wrongKey)
      return call('/api/approve', { offer_id, ke3, approval })
    }
    const wrongKey = deriveApprovalKey(random(64), random(32))
    const lies: Parameters<typeof tell>[0][] = [
      { ak: wrongKey },
      { of: otherOffer },
      { change: { display_sha256: Digest.ofText('another text') } },
      { change: { attempt_id: 'another-try' } },
      { change: { pin_epoch: 7 } },
    ]
    for (const lie of lies) {
      expect(await tell(lie)).toMatchObject({ refusal: { kind: 'approval-invalid' } })
      expect(await stateOf(own)).toBe('claimed')
    }
    must(await tell({}))
    expect(await stateOf(own)).toBe('approved')
  })

  it('Invariant 4: an approval is approved and completed once, however many try at once', async () => {
    const { own } = await house.begin(bank, mine)
    const asked = must(await asta.phone.claim(asta.id, await qr(own)))
    must(await asta.phone.approve(asta.id, asked, goodPin, false))
    const again = await asta.phone.approve(asta.id, asked, goodPin, false)
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'sign-in-moved-on' } })
    const all = await Promise.all(Array.from({ length: 8 }, () => house.box.complete(own)))
    const statements = new Set(all.map((each) => must(each).statement))
    expect(statements.size).toBe(1)
    const told = (await eventsOf(asta)).filter(({ body }) => body.includes(own.id))
    for (const type of ['sign-in-approved', 'sign-in-completed'])
      expect(told.filter((event) => event.type === type)).toHaveLength(1)
  })

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

  it('Invariant 7: typing a user ID changes no row of any person and nothing an app can read', async () => {
    const tables = ['person', 'profile', 'contact', 'chain', 'event', 'known_browser', 'activation']
    const stateBefore = must(await asta.phone.state(asta.id))
    const before = await house.sql.snapshot(tables)
    const sizes = new Set<string>()
    for (const userId of ['asta.sig', 'ASTA.SIG', 'nobody.at.all', '', 'x'.repeat(48)])
      for (let times = 0; times < 3; times += 1) {
        const { own } = await house.begin(bank, { userId })
        const { qid: _, id: __, ...view } = must(await house.box.find(own))
        const { openedAt, openUntil, expiresAt, now, ...shown } = view
        sizes.add(JSON.stringify([shown, openUntil - openedAt, expiresAt - openedAt]))
        expect(now).toBeGreaterThanOrEqual(openedAt)
        await typed(own)
        await started(own)
      }
    expect(sizes.size).toBe(1)
    expect(await house.sql.snapshot(tables)).toBe(before)
    const { rn: _, now: __, ...stateAfter } = must(await asta.phone.state(asta.id))
    expect({ ...stateAfter, rn: stateBefore.rn, now: stateBefore.now }).toEqual(stateBefore)
  })

  it('Invariant 10: to any other browser the sign-in is not there', async () => {
    const { own } = await house.begin(bank, mine)
    const foreign = { ...own, browser: random(32) }
    const unknown = { ok: false, refusal: { kind: 'sign-in-unknown' } }
    const tries = async () => {
      expect(await house.box.find(foreign)).toEqual(unknown)
      expect(await house.box.name({ ...foreign, userId: 'bent.sig' })).toEqual(unknown)
      expect(await house.box.showCode(foreign)).toEqual(unknown)
      expect(await house.box.start(foreign)).toEqual(unknown)
      expect(await house.box.abort(foreign)).toEqual(unknown)
      expect(await house.box.complete(foreign)).toEqual(unknown)
    }
    await tries()
    await approvedBy(asta, await qr(own))
    await tries()
    must(await house.box.complete(own))
    await tries()
  })

  it('Invariant 10: on the same device nobody is told, and only the tab given back completes', async () => {
    const { own } = await house.begin(bank, mine)
    const asked = must(await asta.phone.claim(asta.id, await started(own)))
    house.told.length = 0
    const { returnToken = '' } = must(await asta.phone.approve(asta.id, asked, goodPin, false))
    expect(house.told).toEqual([])
    expect(await stateOf(own)).toBe('claimed')
    expect((await house.box.complete(own)).ok).toBe(false)
    expect(
      (await house.box.acceptReturn({ token: base64url(random(32)), browser: own.browser })).ok,
    ).toBe(false)
    must(await house.box.acceptReturn({ token: returnToken, browser: own.browser }))
    expect(await stateOf(own)).toBe('approved')
    expect(must(await house.box.complete(own)).phr).toBe(true)
  })

  it.each([undefined, random(32)])(
    'Invariant 10: a way back that opens in another browser ends the sign-in',
    async (browser) => {
      const { own } = await house.begin(bank, mine)
      const { returnToken = '' } = await approvedBy(asta, await started(own))
      const elsewhere = { ok: false, refusal: { kind: 'started-elsewhere' } }
      expect(await house.box.acceptReturn({ token: returnToken, browser })).toEqual(elsewhere)
      expect(must(await house.box.find(own))).toMatchObject({
        state: 'aborted',
        reason: 'started-elsewhere',
      })
      expect((await house.box.acceptReturn({ token: returnToken, browser: own.browser })).ok).toBe(
        false,
      )
      expect((await house.box.complete(own)).ok).toBe(false)
    },
  )

  it('Invariant 10: a way back is good for a minute', async () => {
    const { own } = await house.begin(bank, mine)
    const { returnToken = '' } = await approvedBy(asta, await started(own))
    await house.advance(60)
    expect(await house.box.acceptReturn({ token: returnToken, browser: own.browser })).toEqual({
      ok: false,
      refusal: { kind: 'return-unknown' },
    })
    expect((await house.box.complete(own)).ok).toBe(false)
  })

  it('Invariant 12: what a page shows, and what an app gives back, lies in no table', async () => {
    const [first, second] = [await house.begin(bank, mine), await house.begin(bank, mine)]
    const code = await typed(first.own)
    const start = await started(second.own)
    const { returnToken = '' } = await approvedBy(asta, start)
    if (code.kind !== 'code' || start.kind !== 'start') throw new Error('other secrets')
    const secret = await qrSecretOf(house.ports.mac, first.qid)
    const dump = await house.sql.snapshot(await house.sql.tables())
    expect(dump).toContain(first.own.id)
    const shown = [code.code, start.token, returnToken]
    const texts = [...shown, ...shown.map((text) => Buffer.from(text).toString('hex'))]
    const coded = [start.token, returnToken].map((text) => Buffer.from(text, 'base64url'))
    const hidden = [...coded, Buffer.from(secret)].map((bytes) => bytes.toString('hex'))
    for (const form of [...texts, ...hidden, Buffer.from(secret).toString()])
      expect(dump).not.toContain(form)
  })

  it('Invariant 11: where its event cannot be written, nothing has happened', async () => {
    const { own } = await house.begin(bank, mine)
    const asked = must(await asta.phone.claim(asta.id, await qr(own)))
    const tables = ['profile', 'sign_in', 'chain', 'event', 'pairwise', 'known_browser']
    const breakOn = (type: string) =>
      house.sql.query(
        `alter table mitid.event add constraint broken check (type <> '${type}') not valid`,
      )
    const mend = () => house.sql.query('alter table mitid.event drop constraint broken')
    await breakOn('sign-in-approved')
    await expect(asta.phone.approve(asta.id, asked, goodPin, false)).rejects.toThrow()
    expect(await stateOf(own)).toBe('claimed')
    await mend()
    must(await asta.phone.approve(asta.id, asked, goodPin, false))
    await breakOn('sign-in-completed')
    const before = await house.sql.snapshot(tables)
    await expect(house.box.complete(own)).rejects.toThrow()
    expect(await house.sql.snapshot(tables)).toBe(before)
    await mend()
    must(await house.box.complete(own))
  })

  it('Invariant 11: under any interleaving of what people and pages do, every chain is whole', async () => {
    const step = fc.constantFrom('claim', 'approve', 'refuse', 'complete', 'abort', 'state')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const { own } = await house.begin(bank, mine)
        const secret = await qr(own)
        const asked = must(await asta.phone.claim(asta.id, secret))
        const acts: Record<(typeof steps)[number], () => Promise<unknown>> = {
          claim: () => asta.phone.claim(asta.id, secret),
          approve: () => asta.phone.approve(asta.id, asked, goodPin, false),
          refuse: () => asta.phone.refuse(asta.id, asked, 'cancel'),
          complete: () => house.box.complete(own),
          abort: () => house.box.abort(own),
          state: () => bent.phone.state(bent.id),
        }
        await Promise.all(steps.map((name) => acts[name]()))
        const events = await eventsOf(asta)
        expect(verifyChain(emptyChain(asta.person.id), events).fault).toBeUndefined()
        const about = events.filter(({ body }) => body.includes(own.id)).map(({ type }) => type)
        const ends = about.filter((type) => /completed|refused|aborted/u.test(type))
        expect(ends.length).toBeLessThanOrEqual(1)
        const { state } = must(await house.box.find(own))
        if (ends.length === 1) expect(`sign-in-${state}`).toBe(ends[0])
      }),
      { numRuns: 12 },
    )
  })
})

// Last, because it takes years, and every app ages with it.
describe('protocols §2: a binding', () => {
  it('that has ended approves nothing: the app is to be activated anew', async () => {
    const olga = await house.activate(await house.newPerson('olga.sig'))
    await house.advance(5 * 365 * 24 * 60 * 60 - 200)
    const { own } = await house.begin(bank, { userId: 'olga.sig' })
    const asked = must(await olga.phone.claim(olga.id, await qr(own)))
    expect(await olga.phone.approve(olga.id, asked, goodPin, false)).toMatchObject({
      refusal: { kind: 'profile-ended' },
    })
    expect(await stateOf(own)).toBe('claimed')
    expect((await eventsOf(olga)).at(-1)).toMatchObject({ type: 'app-removed', actor: 'system' })
    await house.activate(olga.person)
  })
})
