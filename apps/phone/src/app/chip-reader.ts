/** The way to a chip from here: a native shell's, a reader that was connected, or a sandbox's program. */
import { chipBridge, networkChip, type ChipReader } from '../core/passport/index.ts'
import type { App } from './app.ts'

/** Undefined where this device reaches none. */
export function chipReaderOf({
  settings,
  line,
  reader,
  shell,
}: Pick<App, 'settings' | 'line' | 'reader' | 'shell'>): ChipReader | undefined {
  const nearest = chipBridge(shell) ?? reader
  if (nearest) return nearest
  const { chipOrigin: origin } = settings
  return origin === undefined ? undefined : networkChip({ origin, fetch: line.fetch })
}

/** Where a program beside a reader may answer; undefined on a phone, which has no such reader. */
export function readerOriginOf({ settings }: Pick<App, 'settings'>): string | undefined {
  return matchMedia('(any-pointer: fine)').matches ? settings.readerOrigin : undefined
}
