/** The piece of a picture that holds one letter, as the network takes it. */
import { shadeAt, type Grey } from './grey.ts'
import { patchHeight, patchWidth } from './network.ts'

/** Where a patch lies: its centre, and what one step across and one step down it is, in pixels. */
export type Frame = {
  readonly x: number
  readonly y: number
  readonly acrossX: number
  readonly acrossY: number
  readonly downX: number
  readonly downY: number
}

/** Fills `patch` with shades of mean 0 and deviation 1; answers the deviation they had. */
export function samplePatch(picture: Grey, frame: Frame, patch: Float32Array): number {
  let [sum, squares] = [0, 0]
  for (let row = 0, to = 0; row < patchHeight; row += 1)
    for (let column = 0; column < patchWidth; column += 1, to += 1) {
      const [across, down] = [column - (patchWidth - 1) / 2, row - (patchHeight - 1) / 2]
      const shade = shadeAt(
        picture,
        frame.x + across * frame.acrossX + down * frame.downX,
        frame.y + across * frame.acrossY + down * frame.downY,
      )
      patch[to] = shade
      sum += shade
      squares += shade * shade
    }
  const mean = sum / patch.length
  const deviation = Math.sqrt(Math.max(0, squares / patch.length - mean * mean))
  const divisor = Math.max(deviation, 4)
  for (let at = 0; at < patch.length; at += 1) patch[at] = ((patch[at] ?? 0) - mean) / divisor
  return deviation
}
