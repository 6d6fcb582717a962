/**
 * What each of many may do at once and in the long run: a bucket that fills at a steady rate. It
 * never shuts anybody out, it only slows them. Memory is bounded: buckets not used for a while are
 * forgotten, and a bucket that is full again is the same as none.
 */
export type Rate = {
  /** How much may be done at once by one that has done nothing for a while. */
  readonly burst: number
  readonly perSecond: number
}

export type Allowance<Key> = {
  /** Seconds to wait until it may be done again; 0 where it may be done now, and then it counts. */
  readonly take: (key: Key, now: number) => number
  /** How many buckets are kept. */
  readonly size: () => number
}

type Bucket = { level: number; at: number }

/** `now` is in milliseconds and never goes back; `most` bounds the buckets that are kept. */
export function openAllowance<Key>({ burst, perSecond }: Rate, most: number): Allowance<Key> {
  let young = new Map<Key, Bucket>()
  let old = new Map<Key, Bucket>()
  const find = (key: Key, now: number): Bucket => {
    const kept = young.get(key)
    if (kept) return kept
    const bucket = old.get(key) ?? { level: burst, at: now }
    // Two halves: what is used moves to the young one, and what is not goes with the old one.
    if (young.size >= most / 2) {
      old = young
      young = new Map()
    }
    young.set(key, bucket)
    return bucket
  }
  return {
    take(key, now) {
      const bucket = find(key, now)
      bucket.level = Math.min(burst, bucket.level + ((now - bucket.at) / 1000) * perSecond)
      bucket.at = now
      if (bucket.level < 1) return Math.ceil((1 - bucket.level) / perSecond)
      bucket.level -= 1
      return 0
    },
    size: () => young.size + old.size,
  }
}
