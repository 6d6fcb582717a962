/** Codes that people read, say and type: Crockford's base32, in groups. */

/**
 * What was meant by what was typed: upper case, O for 0, I and L for 1, everything else that is not
 * in the alphabet dropped, at most `length` characters. https://www.crockford.com/base32.html
 */
export function readCode(text: string, length: number): string {
  return text
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, '')
    .slice(0, length)
}

/** "ABCDEFGH" in groups of 4 and 4: "ABCD-EFGH". A short code ends where it ends. */
export function groupCode(code: string, groups: readonly number[]): string {
  return splitCode(code, groups).join('-')
}

/** The groups themselves. */
export function splitCode(code: string, groups: readonly number[]): string[] {
  const parts: string[] = []
  let start = 0
  for (const size of groups) {
    if (start >= code.length) break
    parts.push(code.slice(start, start + size))
    start += size
  }
  return parts
}

/** Where the caret belongs in the grouped code, after `count` characters of it. */
export function caretAfter(count: number, groups: readonly number[]): number {
  let gaps = 0
  let end = 0
  for (const size of groups.slice(0, -1)) {
    end += size
    if (count > end) gaps += 1
  }
  return count + gaps
}
