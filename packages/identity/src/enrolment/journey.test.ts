import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '@open-mitid/kernel'
import type { BirthDate, CprNumber, PersonName, PhoneNumber, UserId } from '../person/index.ts'
import { authenticatorKinds, type ChosenAuthenticators } from './chosen-authenticators.ts'
import { checkLife, confirmCheck } from './contact-check.ts'
import {
  answer,
  begin,
  complete,
  end,
  EnrolmentId,
  prove,
  ready,
  type Answers,
  type ProofedEnrolment,
} from './enrolment.ts'
import { journey, mayOpen, nextStep, steps, stepsOf, type Step } from './journey.ts'
import type { NemIdProof } from './proof.ts'

const now = 1_800_000_000 as Instant
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const id = EnrolmentId.make(random)
const proof: NemIdProof = {
  route: 'nemid',
  way: 'card',
  evidence: 'statement',
  ial: 'Substantial',
  cpr: '6101905678' as CprNumber,
  name: 'Asta Østergård' as PersonName,
  birthDate: '1990-01-01' as BirthDate,
  address: ['Algade 7', '4000 Roskilde'],
  protected: false,
  provedAt: now,
  lookedUpAt: [now],
}
const here = { status: 'resident', hasMitId: false } as const
const begun = begin(id, random(32), now)

function proofed(given: Partial<NemIdProof> = {}): ProofedEnrolment {
  const proved = prove(begun, { ...proof, ...given }, here, now)
  if (proved.state !== 'proofed') throw new Error(proved.reason)
  return proved
}

const given: { readonly [Key in keyof Required<Answers>]: NonNullable<Answers[Key]> } = {
  authenticators: { first: 'code-display', spare: undefined },
  terms: { versions: { terms: '1', privacy: '1' }, at: now },
  contacts: [{ channel: 'sms', to: '+4520123456' as PhoneNumber, verifiedAt: now }],
  'user-id': 'asta havn' as UserId,
  delivery: { to: 'home' },
}
const answered = Object.keys(given) as (keyof Answers)[]
const all = (enrolment = proofed()) =>
  answered.reduce((so, step) => answer(so, step, given[step]), enrolment)

describe('the journey (product §A.1)', () => {
  it('is in this order: choose, terms, contacts, user ID, delivery, confirm', () => {
    const gone: Step[] = []
    let enrolment = proofed()
    for (;;) {
      const step = nextStep(enrolment)
      gone.push(step)
      if (step === 'confirm' || step === 'proof') break
      enrolment = answer(enrolment, step, given[step])
    }
    expect(gone).toEqual(['authenticators', 'terms', 'contacts', 'user-id', 'delivery', 'confirm'])
  })

  it('each step needs only steps before it, and undoes only steps after it', () => {
    steps.forEach((step, place) => {
      for (const need of journey[step].needs) expect(steps.indexOf(need)).toBeLessThan(place)
      for (const fallen of journey[step].undo) expect(steps.indexOf(fallen)).toBeGreaterThan(place)
    })
    expect(new Set(steps.map((step) => journey[step].page)).size).toBe(steps.length)
  })

  it('whatever is answered, a step opens only when all before it are answered', () => {
    const some = fc.subarray(answered)
    fc.assert(
      fc.property(some, (these) => {
        const enrolment = these.reduce((so, step) => answer(so, step, given[step]), proofed())
        const reached = steps.indexOf(nextStep(enrolment))
        steps.forEach((step, place) => {
          if (place <= reached) expect(mayOpen(enrolment, step)).toBe(true)
          else expect(mayOpen(enrolment, step)).toBe(false)
        })
      }),
    )
  })

  it('nobody is asked where to send what they did not choose', () => {
    const app = answer(proofed(), 'authenticators', { first: 'app', spare: 'app' })
    expect(stepsOf(app)).not.toContain('delivery')
    const rest = (['terms', 'contacts', 'user-id'] as const).reduce(
      (so, step) => answer(so, step, given[step]),
      app,
    )
    expect(nextStep(rest)).toBe('confirm')
  })

  it('another choice of authenticators asks anew how they are to come', () => {
    const again = answer(all(), 'authenticators', { first: 'audio-reader', spare: 'app' })
    expect(again.answers.delivery).toBeUndefined()
    expect(nextStep(again)).toBe('delivery')
    expect(ready(again).ok).toBe(false)
  })

  it('only what is answered whole can be completed, for whatever was chosen', () => {
    const kinds = fc.constantFrom(...authenticatorKinds)
    const choices: fc.Arbitrary<ChosenAuthenticators> = fc.record({
      first: kinds,
      spare: fc.option(kinds, { nil: undefined }),
    })
    fc.assert(
      fc.property(choices, fc.constantFrom(...answered), (chosen, left) => {
        const whole = answered
          .filter((step) => step !== left)
          .reduce(
            (so, step) => answer(so, step, step === 'authenticators' ? chosen : given[step]),
            proofed(),
          )
        const isApp = chosen.first === 'app' && (chosen.spare ?? 'app') === 'app'
        expect(ready(whole).ok).toBe(left === 'delivery' && isApp)
      }),
    )
    const whole = ready(all())
    if (!whole.ok) throw new Error(whole.refusal.kind)
    expect(JSON.stringify(complete(whole.value, 'per_x' as never))).not.toContain('6101905678')
  })
})

describe('who gets no MitID this way is told only after the proof', () => {
  it.each([
    ['has-mitid', {}, { status: 'resident', hasMitId: true }],
    ['register', {}, { status: 'dead', hasMitId: false }],
    ['register', {}, { status: 'missing', hasMitId: false }],
    ['register', {}, { status: 'annulled', hasMitId: false }],
    ['too-young', { birthDate: '2014-02-01' as BirthDate }, here],
  ] as const)('%s', (reason, change, register) => {
    const proved = prove(begun, { ...proof, ...change }, register, now)
    expect(proved).toEqual(end(begun, reason))
    expect(JSON.stringify(proved)).not.toContain('Asta')
  })

  it('who turns 13 today gets one, and who lives abroad does too', () => {
    const today = new Date(now * 1000).toISOString().slice(4, 10)
    const born = `${String(new Date(now * 1000).getUTCFullYear() - 13)}${today}` as BirthDate
    expect(prove(begun, { ...proof, birthDate: born }, here, now).state).toBe('proofed')
    for (const status of ['emigrated', 'greenland', 'not-resident'] as const)
      expect(prove(begun, proof, { ...here, status }, now).state).toBe('proofed')
  })
})

describe('a contact is checked (product §A)', () => {
  const check = {
    contact: { channel: 'sms', to: '+4520123456' as PhoneNumber },
    mac: 'right',
    until: (now + checkLife) as Instant,
    tries: 0,
  } as const

  it('the right code makes it the person’s, until the 30 minutes are over', () => {
    expect(confirmCheck(check, 'right', now)).toEqual({
      ok: true,
      value: { right: true, contact: { ...check.contact, verifiedAt: now } },
    })
    expect(confirmCheck(check, 'right', check.until).ok).toBe(false)
    expect(confirmCheck(undefined, 'right', now).ok).toBe(false)
  })

  it('the third wrong code ends it', () => {
    let left: Parameters<typeof confirmCheck>[0] = check
    for (const triesLeft of [2, 1, 0]) {
      const tried = confirmCheck(left, 'wrong', now)
      if (!tried.ok || tried.value.right) throw new Error('not a wrong try')
      expect(tried.value.triesLeft).toBe(triesLeft)
      left = tried.value.check
    }
    expect(left).toBeUndefined()
  })
})
