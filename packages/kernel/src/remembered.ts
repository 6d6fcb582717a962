/** What is read of a text does not change: it is remembered for the newest texts, to be read once. */
import { forgetOldest } from './forget-oldest.ts'

const most = 1_000

export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (value === undefined) return value
    known.set(text, value)
    forgetOldest(known, most)
    return value
  }
}
