/** What a native shell puts into the page so that the app can reach a passport's chip (docs/passport.md). */
import type { ChipReader } from './chip-reader.ts'

declare global {
  var mitidChips: unknown
}

/** Undefined in a browser. */
export function chipBridge(): ChipReader | undefined {
  const { mitidChips: bridge } = globalThis
  return isReader(bridge) ? bridge : undefined
}

function isReader(value: unknown): value is ChipReader {
  return (
    typeof value === 'object' &&
    value !== null &&
    'connect' in value &&
    typeof value.connect === 'function'
  )
}
