/** Readers of JSON that others wrote: a value with its type or undefined, and nothing in between. */

/** Answers the value with its type, or undefined where it is anything else. */
export type Reader<Value> = (value: unknown) => Value | undefined

type OptionalNames<Value> = {
  [Name in keyof Value]-?: undefined extends Value[Name] ? Name : never
}[keyof Value]

/**
 * The value of JSON text in the one form that ECMA-262's JSON.stringify writes. So a member that
 * stands twice, white space, or another spelling of a number or letter is refused, and two readers
 * can never understand the same signed bytes differently.
 */
export function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return JSON.stringify(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

/** An object with exactly these members, rebuilt in the order of the table. */
export function record<Value extends object>(
  fields: { readonly [Name in keyof Value]-?: Reader<Exclude<Value[Name], undefined>> },
  optional: readonly OptionalNames<Value>[] = [],
): Reader<Value> {
  const readers: [string, Reader<unknown>][] = Object.entries(fields)
  const mayMiss: readonly unknown[] = optional
  // To copy an object with its members costs less than to add one after another.
  const blank = optional.length > 0 ? {} : Object.fromEntries(readers.map(([name]) => [name, 0]))
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const given = value as Readonly<Record<string, unknown>>
    const whole: Record<string, unknown> = { ...blank }
    let present = 0
    for (const [name, reader] of readers) {
      if (!Object.hasOwn(given, name)) {
        if (mayMiss.includes(name)) continue
        return undefined
      }
      const part = reader(given[name])
      if (part === undefined) return undefined
      whole[name] = part
      present += 1
    }
    return Object.keys(given).length === present ? (whole as Value) : undefined
  }
}

export function list<Value>(reader: Reader<Value>, most: number): Reader<readonly Value[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined
    const whole: Value[] = []
    for (const item of value) {
      const part = reader(item)
      if (part === undefined) return undefined
      whole.push(part)
    }
    return whole
  }
}

export function oneOf<const Value extends string | number | boolean>(
  ...values: readonly Value[]
): Reader<Value> {
  return (value) => values.find((known) => known === value)
}

export function matching(pattern: RegExp): Reader<string> {
  return (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined)
}

/** A whole number from 0 on that JSON carries without loss. */
export const whole: Reader<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)
    ? value
    : undefined
