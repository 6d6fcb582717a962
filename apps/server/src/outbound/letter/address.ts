/** The lines of an address as an envelope shows them. */

const postcode = /^(?:[A-Z]{1,2}[- ])?\d{4,5}\b/u

/**
 * Name first. A register gives lines; an address in one line is parted before its postcode, so that
 * floor and door stay with the street.
 */
export function addressLines(name: string, address: string): readonly string[] {
  const lines = address.split('\n').map(trimmed).filter(Boolean)
  return [name, ...(lines.length > 1 ? lines : partedAtPostcode(lines[0] ?? ''))]
}

function partedAtPostcode(line: string): readonly string[] {
  const pieces = line.split(',').map(trimmed).filter(Boolean)
  const at = pieces.findIndex((piece, place) => place > 0 && postcode.test(piece))
  if (at < 0) return pieces
  return [pieces.slice(0, at).join(', '), ...pieces.slice(at)]
}

function trimmed(text: string): string {
  return text.trim()
}
