import { accept, Instant, refuse } from '@open-mitid/kernel'
import { Digest, type FaceGesture } from '@open-mitid/protocol'
import { describe, expect, it } from 'vitest'
import { BirthDate, type Persons } from '../person/index.ts'
import { askGestures } from './ask-gestures.ts'
import type { FaceMeasure } from './face-challenge.ts'
import { matchFace } from './match-face.ts'
import { beginPassportProof, inspected, type PassportProof } from './passport-proof.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const now = Instant.of(1_795_000_000)
const dg2 = Uint8Array.of(0x75, 1, 2, 3)
const token = 'the holder alone knows it'
const born = BirthDate.parse('1990-08-12')
if (born === undefined) throw new Error('a birth date')

const straight: FaceMeasure = { faces: 1, distance: 0.3, turn: 0, mouth: 0.05, tilt: 0 }
const made: Readonly<Record<FaceGesture, FaceMeasure>> = {
  straight,
  'turn-left': { ...straight, turn: 0.22 },
  'turn-right': { ...straight, turn: -0.22 },
  'open-mouth': { ...straight, mouth: 0.5 },
  'tilt-left': { ...straight, tilt: 17 },
  'tilt-right': { ...straight, tilt: -17 },
}

const nobody: Persons = {
  find: () => Promise.resolve(undefined),
} as never

/** A proof whose document is good, and a camera before which somebody does as `shows` says. */
function beforeCamera(
  shows: (gestures: readonly FaceGesture[]) => readonly FaceMeasure[] | 'busy',
  triedToday = 1,
) {
  const begun = beginPassportProof('first', { random, now })
  const holder = {
    issuer: 'UTO',
    documentNumber: 'L898902C3',
    name: { primary: 'SOERENSEN', secondary: 'AASE', mayBeTruncated: false },
    fullName: undefined,
    birthDate: born,
    cpr: undefined,
  } as never
  let proof: PassportProof = inspected(begun, {
    holder,
    checks: [],
    ial: 'Substantial',
    photo: Digest.ofBytes(dg2),
  })
  const seen: PassportProof[] = []
  const passportProofs = {
    now: () => Promise.resolve(now),
    add: () => Promise.resolve(),
    find: (asked: string) => Promise.resolve(asked === token ? { proof, now } : undefined),
    move(from: PassportProof, to: PassportProof) {
      if (from !== proof) return Promise.resolve(false)
      proof = to
      return Promise.resolve(true)
    },
    moveTelling: () => Promise.resolve(refuse({ kind: 'proof-moved-on' } as const)),
    facesTried: () => Promise.resolve(triedToday),
  }
  const unknown = () => Promise.resolve(refuse({ kind: 'person-unknown' } as const))
  const faceMatcher = {
    measure() {
      seen.push(proof)
      const asked = gestures.at(-1) ?? []
      const shown = shows(asked)
      return Promise.resolve(shown === 'busy' ? refuse({ kind: 'busy' } as const) : accept(shown))
    },
  }
  const gestures: (readonly FaceGesture[])[] = []
  const ask = async () => {
    const asked = await askGestures({ passportProofs, random })({ token, set: 'usual' })
    if (asked.ok) gestures.push(asked.value.gestures)
    return asked
  }
  const match = matchFace({
    passportProofs,
    persons: nobody,
    random,
    faceMatcher,
    identityRegister: { find: unknown, findByName: unknown },
  })
  const show = (given: Partial<Parameters<typeof match>[0]> = {}) =>
    match({ token, dg2, pictures: [], ...given })
  return { ask, show, seen, state: () => proof }
}

describe('a face compared with the photo in the chip (product §A.2)', () => {
  it('is looked at only once for each drawing of gestures', async () => {
    const { ask, show } = beforeCamera(() => [straight])
    expect(await show()).toEqual({ ok: false, refusal: { kind: 'proof-moved-on' } })
    await ask()
    expect(await show()).toMatchObject({ ok: false, refusal: { kind: 'face', triesLeft: 4 } })
    expect(await show()).toEqual({ ok: false, refusal: { kind: 'proof-moved-on' } })
  })

  it('a try is counted before anything is compared', async () => {
    const { ask, show, seen } = beforeCamera(() => [straight])
    await ask()
    await show()
    expect(seen).toMatchObject([{ state: 'inspected', faceTries: 1 }])
    expect(seen[0]).not.toHaveProperty('gestures')
  })

  it('after five tries it is another face, whatever comes then', async () => {
    const { ask, show, state } = beforeCamera((gestures) =>
      gestures.map((gesture) => ({ ...made[gesture], distance: 0.8 })),
    )
    for (const triesLeft of [4, 3, 2, 1]) {
      await ask()
      expect(await show()).toMatchObject({ refusal: { kind: 'face', reason: 'unlike', triesLeft } })
    }
    await ask()
    expect(await show()).toEqual({ ok: false, refusal: { kind: 'passport', reason: 'other-face' } })
    expect(state()).toMatchObject({ state: 'refused', refusal: 'other-face' })
    expect((await ask()).ok).toBe(false)
  })

  it('a document against which ten faces were tried today is looked at no more', async () => {
    const { ask, show, seen } = beforeCamera(
      (gestures) => gestures.map((gesture) => made[gesture]),
      11,
    )
    await ask()
    const refusal = { kind: 'passport', reason: 'tried-too-often' }
    expect(await show()).toEqual({ ok: false, refusal })
    expect(seen).toEqual([])
  })

  it('another photo than the one that was inspected is compared with nobody', async () => {
    const { ask, show, seen } = beforeCamera(() => [straight])
    await ask()
    const refusal = { kind: 'other-photo' }
    expect(await show({ dg2: Uint8Array.of(0x75, 9) })).toEqual({ ok: false, refusal })
    expect(seen).toEqual([])
  })

  it('another token opens nothing', async () => {
    const { ask, show } = beforeCamera(() => [straight])
    await ask()
    const refusal = { kind: 'proof-unknown' }
    expect(await show({ token: 'guessed' })).toEqual({ ok: false, refusal })
  })

  it('the right face goes on to the register', async () => {
    const { ask, show } = beforeCamera((gestures) => gestures.map((gesture) => made[gesture]))
    await ask()
    const refusal = { kind: 'passport', reason: 'not-in-register' }
    expect(await show()).toEqual({ ok: false, refusal })
  })
})
