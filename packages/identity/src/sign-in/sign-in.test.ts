import { Instant, type Bytes } from '@open-mitid/kernel'
import { ProfileId, Qid } from '@open-mitid/protocol'
import { describe, expect, it } from 'vitest'
import { PersonId } from '../person/index.ts'
import type { ClientId } from '../service/index.ts'
import {
  abort,
  approve,
  claim,
  countWrongProfile,
  decline,
  isOverdue,
  isPhishingResistant,
  mayComplete,
  SignInId,
  type ClaimedSignIn,
  type OpenSignIn,
} from './sign-in.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const now = Instant.of(1_800_000_000)
const later = (seconds: number) => Instant.plus(now, seconds)

const open: OpenSignIn = {
  id: SignInId.make(random),
  qid: Qid.make(random),
  client: 'bank' as ClientId,
  asked: {
    service: { name: 'Banken', domain: 'bank.example' },
    kind: 'log_on',
    display: { lang: 'da', lines: [] },
  },
  browser: random(32),
  boundPerson: undefined,
  openedAt: now,
  openUntil: later(180),
  expiresAt: later(300),
  state: 'open',
  userIdHash: random(32),
  wrongProfiles: 0,
  code: { mac: random(32), until: later(180) },
  start: undefined,
}
const claimedBy = (flow: ClaimedSignIn['flow'], knownBrowser = false) =>
  claim(open, {
    claim: {
      profile: ProfileId.make(random),
      person: PersonId.make(random),
      flow,
      knownBrowser,
      offer: 'offer',
    },
    now,
  })
const yes = { approval: 'approval', pinEpoch: 1, remember: false }
const approved = (flow: ClaimedSignIn['flow'], at = now) =>
  approve(claimedBy(flow), { yes, returnSha256: random(32), now: at })

describe('protocols §4: the life of a sign-in', () => {
  it('may be claimed for three minutes and lives for five', () => {
    expect(isOverdue(open, later(179))).toBe(false)
    expect(isOverdue(open, later(180))).toBe(true)
    expect(isOverdue(claimedBy('qr'), later(299))).toBe(false)
    expect(isOverdue(claimedBy('qr'), later(300))).toBe(true)
  })
  it('an approval of the last second has a minute to reach its page', () => {
    expect(approved('qr', later(299)).expiresAt).toBe(later(359))
    expect(approved('qr').expiresAt).toBe(later(300))
  })
  it('what has ended has no time that runs out', () => {
    const ended = [decline(claimedBy('qr'), 'cancel', now), abort(open, 'user', now)]
    for (const signIn of ended) expect(isOverdue(signIn, later(1e6))).toBe(false)
  })
  it('only in flow same is anything to be given back, and only then may it be completed', () => {
    expect(mayComplete(approved('qr'))).toBe(true)
    expect(mayComplete(approved('code'))).toBe(true)
    const same = approved('same')
    expect(mayComplete(same)).toBe(false)
    if (!same.return) throw new Error('flow same without a way back')
    expect(mayComplete({ ...same, return: { ...same.return, acceptedAt: now } })).toBe(true)
  })
  it('keeps no secret of its open time once it is decided', () => {
    for (const signIn of [approved('code'), decline(claimedBy('code'), 'not_me', now)])
      for (const secret of ['code', 'start', 'userIdHash'])
        expect(signIn).not.toHaveProperty(secret)
  })
  it('the third wrong profile aborts it', () => {
    const once = countWrongProfile(open, now)
    const twice = once.state === 'open' ? countWrongProfile(once, now) : once
    expect(twice).toMatchObject({ state: 'open', wrongProfiles: 2 })
    const thrice = twice.state === 'open' ? countWrongProfile(twice, now) : twice
    expect(thrice).toMatchObject({ state: 'aborted', reason: 'wrong-user-id' })
  })
  it('step 8: only the same device and a known browser withstand phishing', () => {
    expect(isPhishingResistant(claimedBy('same'))).toBe(true)
    expect(isPhishingResistant(claimedBy('qr', true))).toBe(true)
    expect(isPhishingResistant(claimedBy('code', true))).toBe(true)
    expect(isPhishingResistant(claimedBy('qr'))).toBe(false)
    expect(isPhishingResistant(claimedBy('code'))).toBe(false)
  })
})
