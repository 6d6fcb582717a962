/** The few statistics that the benches need. */

/** The value below which the share `p` (0 to 1) of the samples lies. */
export function quantile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  const place = p * (sorted.length - 1)
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new RangeError('no samples')
  return below + (above - below) * (place - Math.floor(place))
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5)
}

export type Interval = { readonly low: number; readonly high: number }

/**
 * The interval of 95 % for a share of `hits` in `tries` (Wilson 1927): honest also near 0 and 1.
 */
export function shareInterval(hits: number, tries: number): Interval {
  const z = 1.96
  const share = hits / tries
  const scale = 1 + z ** 2 / tries
  const middle = (share + z ** 2 / (2 * tries)) / scale
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / tries + z ** 2 / (4 * tries ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
