/** Digits of seven segments, a to g: clockwise from the top, then the one in the middle. */

/** Which of them each digit lights. */
const segments: Readonly<Record<string, string>> = {
  '0': 'abcdef',
  '1': 'bc',
  '2': 'abdeg',
  '3': 'abcdg',
  '4': 'bcfg',
  '5': 'acdfg',
  '6': 'acdefg',
  '7': 'abc',
  '8': 'abcdefg',
  '9': 'abcdfg',
}

export function isLit(digit: string | undefined, segment: string): boolean {
  return digit !== undefined && (segments[digit]?.includes(segment) ?? false)
}
