/** Which drawn face is whose: they are pictures of nobody (see tools/portraits.ts). */
import type { Asset } from '@open-mitid/ui/site'
import { men, women, type Face } from './face/faces.ts'
import type { Holder } from './holder.ts'

/** The same person has the same face at each start; women and men have faces of their own. */
export type Portraits = {
  /** The portrait in the chip, a JPEG. */
  readonly photoOf: (key: string) => Uint8Array
  /** The face itself, to be drawn in any pose. */
  readonly faceOf: (key: string) => Face
}

export function portraitsIn(
  assets: ReadonlyMap<string, Asset>,
  holders: readonly Holder[],
): Portraits {
  const find = (key: string) => {
    const sex = holders.find((one) => one.key === key)?.sex ?? 'F'
    const faces = sex === 'F' ? women : men
    const alike = holders.filter((one) => one.sex === sex)
    const at = Math.max(
      alike.findIndex((one) => one.key === key),
      0,
    )
    const number = at % faces.length
    const [face, photo] = [
      faces[number],
      assets.get(`portrait/${sex.toLowerCase()}${String(number + 1)}.jpg`),
    ]
    if (!face || !photo) throw new Error('there are no portraits')
    return { face, photo }
  }
  return {
    photoOf: (key) => Uint8Array.from(find(key).photo.bytes),
    faceOf: (key) => find(key).face,
  }
}
