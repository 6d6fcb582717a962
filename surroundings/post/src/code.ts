/** Finds in a message what its reader has to type elsewhere: one-time codes and links. */

export type TextPiece = { readonly kind: 'words' | 'code' | 'link'; readonly text: string }

/**
 * Three kinds of code: 12 Crockford letters in groups of four, the same in one piece when letters
 * and digits are mixed, and 6 digits, in one piece or two, where the message speaks of a code at
 * all, so that a phone number or a year is not taken for one.
 */
const letters = '[0-9A-HJKMNP-TV-Z]'
const grouped = String.raw`\b${letters}{4}(?:[- ]${letters}{4}){1,2}\b`
const joined = String.raw`\b(?=${letters}*\d)(?=${letters}*[A-Z])(?:${letters}{12}|${letters}{8})\b`
const digits = String.raw`(?<![+\d.,/-]|\d\s)\b\d{3}\s?\d{3}\b(?![\d.,/-]\d)(?!\s\d)`
const link = String.raw`https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)]`
const withDigits = new RegExp(`(?<link>${link})|(?<code>${grouped}|${joined}|${digits})`, 'gu')
const withoutDigits = new RegExp(`(?<link>${link})|(?<code>${grouped}|${joined})`, 'gu')

export function piecesOf(text: string): readonly TextPiece[] {
  const speaksOfCode = /kode|code/iu.test(text)
  const pieces: TextPiece[] = []
  let read = 0
  for (const found of text.matchAll(speaksOfCode ? withDigits : withoutDigits)) {
    if (found.index > read) pieces.push({ kind: 'words', text: text.slice(read, found.index) })
    pieces.push({ kind: found.groups?.['link'] ? 'link' : 'code', text: found[0] })
    read = found.index + found[0].length
  }
  if (read < text.length) pieces.push({ kind: 'words', text: text.slice(read) })
  return pieces
}

/** Each code once, in the order of the text. */
export function codesIn(text: string): readonly string[] {
  const codes = piecesOf(text).filter((piece) => piece.kind === 'code')
  return [...new Set(codes.map((piece) => piece.text))]
}
