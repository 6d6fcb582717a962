/** Chance from a seed, so that the same recipe makes the same model. */
export type Chance = {
  /** 0 to 1, without 1. */
  readonly unit: () => number
  readonly between: (least: number, most: number) => number
  readonly normal: () => number
  readonly oneOf: <Value>(values: readonly Value[]) => Value
}

/** Marsaglia's xorshift of 32 bits: fast, and good enough to spoil pictures with. */
export function openChance(seed: number): Chance {
  let state = seed | 1
  const unit = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
  return {
    unit,
    between: (least, most) => least + unit() * (most - least),
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    oneOf(values) {
      const value = values[Math.floor(unit() * values.length)]
      if (value === undefined) throw new Error('There is nothing to choose from')
      return value
    },
  }
}
