/** What the app can ask a person to do before the camera, as a drawn face does it. */
import { straight, type Pose } from './draw-face.ts'

export const poses = {
  straight,
  'turn-left': { ...straight, turn: 1 },
  'turn-right': { ...straight, turn: -1 },
  'open-mouth': { ...straight, mouthOpen: 1 },
  'tilt-left': { ...straight, tilt: 18 },
  'tilt-right': { ...straight, tilt: -18 },
} as const satisfies Readonly<Record<string, Pose>>
export type PoseName = keyof typeof poses

export function poseNamed(name: unknown): PoseName | undefined {
  return typeof name === 'string' && Object.hasOwn(poses, name) ? (name as PoseName) : undefined
}
