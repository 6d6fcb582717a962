/** What this browser keeps for the box. A browser may refuse to: then nothing is kept, and nothing breaks. */

/** Of every window, or of this one until it is closed. */
type Place = 'localStorage' | 'sessionStorage'

/** Where storage is refused the very name of it throws (HTML Living Standard §12.2.3). */
export function readKept(place: Place, key: string): string | undefined {
  try {
    return window[place].getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps it, or forgets it where there is no value. */
export function keep(place: Place, key: string, value: string | undefined): void {
  try {
    if (value === undefined) window[place].removeItem(key)
    else window[place].setItem(key, value)
  } catch {
    // Without storage the sign-in works all the same.
  }
}
