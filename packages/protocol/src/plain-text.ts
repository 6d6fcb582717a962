/** One line of plain text as a person reads it: what cannot be seen cannot be approved. */

/** Why a text is refused; it is never changed to make it fit (protocols §2). */
export type PlainTextFault = 'not-text' | 'empty' | 'too-long' | 'not-nfc' | 'forbidden-character'

// Control, format (bidi too), surrogate, private and unassigned characters, line and paragraph
// separators, whatever Unicode lets a renderer leave out, and the Braille pattern without a dot.
const forbidden = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u
const onlySpace = /^\p{Zs}*$/u

/** What is wrong with the value as one line of at most `most` code points, if anything is. */
export function plainTextFault(value: unknown, most: number): PlainTextFault | undefined {
  if (typeof value !== 'string') return 'not-text'
  if (onlySpace.test(value)) return 'empty'
  if (forbidden.test(value)) return 'forbidden-character'
  // No text has more code points than units.
  if (value.length > most && Array.from(value).length > most) return 'too-long'
  return value.normalize('NFC') === value ? undefined : 'not-nfc'
}

/** Reads such a line. */
export function plainText(most: number): (value: unknown) => string | undefined {
  return (value) =>
    typeof value === 'string' && plainTextFault(value, most) === undefined ? value : undefined
}
