/** How many of one kind may be held at the same time; who holds none takes no memory. */
export type Seats<Key> = {
  /** How to give the seat back, or undefined where none is free. */
  readonly take: (key: Key) => (() => void) | undefined
  /** How many keys hold one. */
  readonly size: () => number
}

export function openSeats<Key>(most: number): Seats<Key> {
  const held = new Map<Key, number>()
  return {
    take(key) {
      const count = held.get(key) ?? 0
      if (count >= most) return undefined
      held.set(key, count + 1)
      let given = false
      return () => {
        if (given) return
        given = true
        const left = (held.get(key) ?? 1) - 1
        if (left > 0) held.set(key, left)
        else held.delete(key)
      }
    },
    size: () => held.size,
  }
}
