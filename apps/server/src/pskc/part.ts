/** One element of a seed file with all that is in it, and how its values are read. */
import { PskcError } from './pskc-error.ts'

export type PskcPart = {
  readonly name: string
  readonly line: number
  readonly attributes: Readonly<Record<string, string>>
  readonly children: PskcPart[]
  text: string
}

/** The one child of that name; undefined where there is none. */
export function child(part: PskcPart, name: string): PskcPart | undefined {
  const [found, second] = part.children.filter((each) => each.name === name)
  if (second) throw new PskcError('unknown-part', second.line)
  return found
}

export function needed(part: PskcPart, ...path: readonly string[]): PskcPart {
  let at = part
  for (const name of path) {
    const next = child(at, name)
    if (!next) throw new PskcError('missing-part', at.line)
    at = next
  }
  return at
}

export function attribute(part: PskcPart, name: string): string {
  const value = part.attributes[name]
  if (value === undefined) throw new PskcError('missing-part', part.line)
  return value
}

/** The entry of a table that a value names; another value is not supported. */
export function choice<Value>(
  table: Readonly<Record<string, Value>>,
  text: string,
  line: number,
): Value {
  const found = Object.hasOwn(table, text) ? table[text] : undefined
  if (found === undefined) throw new PskcError('not-supported', line)
  return found
}

export function wholeNumber({ text, line }: PskcPart, most: number): number {
  const value = /^\d{1,15}$/u.test(text.trim()) ? Number(text) : NaN
  if (!(value <= most)) throw new PskcError('wrong-value', line)
  return value
}

/** Base64 with its padding; white space between the letters does not matter. */
export function bytes({ text, line }: PskcPart): Buffer {
  const letters = text.replace(/[ \t\r\n]/gu, '')
  const value = Buffer.from(letters, 'base64')
  if (value.length === 0 || value.toString('base64') !== letters)
    throw new PskcError('wrong-value', line)
  return value
}
