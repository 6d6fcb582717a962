/** Digits one by one, so that a screen reader does not read a number of hundreds of thousands. */
export function spaced(digits: string): string {
  return [...digits].join(' ')
}
