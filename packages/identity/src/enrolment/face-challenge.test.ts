import { gestureSets, type FaceGesture } from '@open-mitid/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawGestures, judgeFaces, mostDistance, type FaceMeasure } from './face-challenge.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const straight: FaceMeasure = { faces: 1, distance: 0.3, turn: 0, mouth: 0.05, tilt: 0 }
const made: Readonly<Record<FaceGesture, FaceMeasure>> = {
  straight,
  'turn-left': { ...straight, turn: 0.22 },
  'turn-right': { ...straight, turn: -0.22 },
  'open-mouth': { ...straight, mouth: 0.5 },
  'tilt-left': { ...straight, tilt: 17 },
  'tilt-right': { ...straight, tilt: -17 },
}
const gestures = Object.keys(made) as FaceGesture[]
const asked: readonly FaceGesture[] = ['straight', 'turn-left', 'open-mouth', 'turn-right']
const shown = asked.map((gesture) => made[gesture])

describe('gestures before the camera (product §A.2)', () => {
  it('begin straight ahead; three of the set follow, none twice running', () => {
    for (const set of ['usual', 'other'] as const)
      for (let round = 0; round < 200; round += 1) {
        const [first, ...more] = drawGestures(set, random)
        expect(first).toBe('straight')
        expect(more).toHaveLength(3)
        for (const [at, gesture] of more.entries()) {
          expect(gestureSets[set]).toContain(gesture)
          expect(gesture).not.toBe(at === 0 ? 'straight' : more[at - 1])
        }
      }
  })

  it('every order comes about as often as another: nobody can film it beforehand', () => {
    const counts = new Map<string, number>()
    for (let round = 0; round < 6000; round += 1) {
      const order = drawGestures('usual', random).join()
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(12)
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(150)
  })

  it('a face that does as asked, and is the one of the photo, is taken for it', () => {
    expect(judgeFaces(asked, shown)).toEqual({ ok: true, value: 0.3 })
  })

  it('each gesture shows itself and none of the others, seen from either side', () => {
    for (const wanted of gestures)
      for (const other of gestures)
        expect(judgeFaces([wanted], [made[other]]).ok, `${wanted}, shown ${other}`).toBe(
          wanted === other,
        )
  })

  it('one picture held up for all gestures is no face that moves', () => {
    const refusal = { reason: 'gesture-missed', picture: 1 }
    expect(
      judgeFaces(
        asked,
        asked.map(() => straight),
      ),
    ).toEqual({ ok: false, refusal })
  })

  it('every picture must be of the holder, the least like decides', () => {
    const swapped = shown.map((measure, at) => (at === 2 ? { ...measure, distance: 0.7 } : measure))
    expect(judgeFaces(asked, swapped)).toEqual({
      ok: false,
      refusal: { reason: 'unlike', picture: 2 },
    })
  })

  it.each([
    [0, 'no-face'],
    [2, 'several-faces'],
  ])('%i faces in a picture are not one', (faces, reason) => {
    const measures = shown.map((measure, at) => (at === 3 ? { ...measure, faces } : measure))
    expect(judgeFaces(asked, measures)).toEqual({ ok: false, refusal: { reason, picture: 3 } })
  })

  it('pictures too few or too many are none that were asked for', () => {
    expect(judgeFaces(asked, shown.slice(1)).ok).toBe(false)
    expect(judgeFaces(asked, [...shown, straight]).ok).toBe(false)
  })

  it('whatever is measured, nothing but a near enough face that did all passes', () => {
    const number = fc.double({ min: -40, max: 40, noNaN: true })
    const measure = fc.record({
      faces: fc.integer({ min: 0, max: 3 }),
      distance: fc.double({ min: 0, max: 2, noNaN: true }),
      turn: number,
      mouth: number,
      tilt: number,
    })
    fc.assert(
      fc.property(fc.array(measure, { minLength: 4, maxLength: 4 }), (measures) => {
        const judged = judgeFaces(asked, measures)
        if (!judged.ok) return
        expect(
          measures.every(({ faces, distance }) => faces === 1 && distance <= mostDistance),
        ).toBe(true)
      }),
    )
  })
})
