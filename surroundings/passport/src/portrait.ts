/** Which drawn face is whose: they are pictures of nobody (see tools/portraits.ts). */
import type { Asset } from '@open-mitid/ui/site'
import type { Holder } from './holder.ts'

/** The same person has the same face at each start; women and men have faces of their own. */
export function portraitsIn(
  assets: ReadonlyMap<string, Asset>,
  holders: readonly Holder[],
): (key: string) => Uint8Array {
  const faces = (sex: string) =>
    [...assets].filter(([name]) => name.startsWith(`portrait/${sex.toLowerCase()}`)).sort()
  return (key) => {
    const holder = holders.find((one) => one.key === key)
    const fitting = faces(holder?.sex ?? 'F')
    const alike = holders.filter(({ sex }) => sex === holder?.sex)
    const at = alike.findIndex((one) => one.key === key)
    const [, face] = fitting[Math.max(at, 0) % Math.max(fitting.length, 1)] ?? []
    if (!face) throw new Error('there are no portraits')
    return Uint8Array.from(face.bytes)
  }
}
