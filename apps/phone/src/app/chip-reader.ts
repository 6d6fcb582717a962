/** The way to a chip from this phone: a native shell's, or in a sandbox the program that stands for it. */
import type { Line } from '../core/index.ts'
import { chipBridge, networkChip, type ChipReader } from '../core/passport/index.ts'
import type { Settings } from './settings.ts'

/** Undefined where this phone reaches none. */
export function chipReaderOf(
  { chipOrigin: origin }: Pick<Settings, 'chipOrigin'>,
  { fetch }: Line,
): ChipReader | undefined {
  const bridge = chipBridge()
  if (bridge) return bridge
  return origin === undefined ? undefined : networkChip({ origin, fetch })
}
