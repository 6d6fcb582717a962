const weights = [7, 3, 1] as const
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The check digit over fields of a machine-readable zone (ICAO 9303-3 §4.9). */
export function checkDigit(text: string): string {
  let sum = 0
  let at = 0
  for (const letter of text) {
    const value = letter === '<' ? 0 : letters.indexOf(letter)
    sum += value * (weights[at % 3] ?? 0)
    at += 1
  }
  return String(sum % 10)
}
