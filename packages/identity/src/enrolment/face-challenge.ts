/** What a person is asked to do before the camera, and what the pictures of it must show (product §A.2). */
import { accept, refuse, type Random, type Result } from '@open-mitid/kernel'
import {
  gestureSets,
  type FaceGesture,
  type FaceRefusal,
  type GestureSet,
} from '@open-mitid/protocol'

/** What was measured in one picture. */
export type FaceMeasure = {
  /** How many faces are in it; the rest is of the largest. */
  readonly faces: number
  /** How unlike it is to the photo of the document: the distance of their descriptors. */
  readonly distance: number
  /** The nose's way from the middle of the eyes to the person's left, in distances of the eyes. */
  readonly turn: number
  /** How far the mouth is open, in parts of its width. */
  readonly mouth: number
  /** Degrees towards the person's left shoulder. */
  readonly tilt: number
}

/** Two faces of one person are nearer than this; see docs/operations.md for how often it errs. */
export const mostDistance = 0.5
/** Besides looking straight ahead. */
const gesturesAsked = 3

/** Straight ahead, then three others in an order that nobody can know before; none twice running. */
export function drawGestures(set: GestureSet, random: Random): FaceGesture[] {
  const drawn: FaceGesture[] = ['straight']
  while (drawn.length <= gesturesAsked) {
    const others = gestureSets[set].filter((gesture) => gesture !== drawn.at(-1))
    const [octet = 0] = random(1)
    const gesture = others[octet % others.length]
    // Octets at the end would favour the first gestures.
    if (gesture && octet < 256 - (256 % others.length)) drawn.push(gesture)
  }
  return drawn
}

const shows: Readonly<Record<FaceGesture, (measure: FaceMeasure) => boolean>> = {
  straight: ({ turn, tilt, mouth }) => Math.abs(turn) < 0.11 && Math.abs(tilt) < 10 && mouth < 0.3,
  'turn-left': ({ turn }) => turn > 0.13,
  'turn-right': ({ turn }) => turn < -0.13,
  'open-mouth': ({ mouth, turn }) => mouth > 0.35 && Math.abs(turn) < 0.2,
  'tilt-left': ({ tilt }) => tilt > 11,
  'tilt-right': ({ tilt }) => tilt < -11,
}

/** The least like of the pictures decides; answers how unlike it is. */
export function judgeFaces(
  gestures: readonly FaceGesture[],
  measures: readonly FaceMeasure[],
): Result<number, { readonly reason: FaceRefusal; readonly picture: number }> {
  if (measures.length !== gestures.length) return refuse({ reason: 'gesture-missed', picture: 0 })
  for (const [picture, measure] of measures.entries()) {
    const gesture = gestures[picture]
    const no = (reason: FaceRefusal) => refuse({ reason, picture })
    if (measure.faces === 0) return no('no-face')
    if (measure.faces > 1) return no('several-faces')
    if (gesture === undefined || !shows[gesture](measure)) return no('gesture-missed')
  }
  const distances = measures.map(({ distance }) => distance)
  const most = Math.max(...distances)
  return most <= mostDistance
    ? accept(most)
    : refuse({ reason: 'unlike', picture: distances.indexOf(most) })
}
