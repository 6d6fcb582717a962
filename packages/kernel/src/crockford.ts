/** Crockford's base32: letters that people can read out and type. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Crockford's base32, five bits a letter, of the first `length` letters that `bytes` can give. */
export function crockford(bytes: Uint8Array, length: number): string {
  if (bytes.length * 8 < length * 5) throw new RangeError('too few bytes for the letters asked for')
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += letters.charAt((held >> bits) & 31)
    }
  }
  return text
}

/**
 * Reads what a person typed: case, spaces and hyphens do not matter, O is 0, I and L are 1.
 * Answers the canonical letters, or undefined where the length or a letter is wrong.
 */
export function readCrockford(typed: string, length: number): string | undefined {
  const text = typed
    .toUpperCase()
    .replace(/[\s-]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1')
  if (text.length !== length) return undefined
  return [...text].every((letter) => letters.includes(letter)) ? text : undefined
}
