/** What one sign-in costs that no clock tells: trips to the database, writes, signatures, checks. */

export type Counts = {
  /** Messages to the database and back. */
  readonly trips: number
  /** Transactions that write. */
  readonly writes: number
  /** Signatures that the server makes, the ID token's included. */
  readonly signatures: number
  /** Signatures that the server checks. */
  readonly checks: number
}

/** What the counting server tells when it is asked. */
export type Tally = Counts & {
  /** How often each statement ran. */
  readonly statements: Readonly<Record<string, number>>
}

/**
 * Of one sign-in, from what was told before the first and after each; throws where they did not all
 * cost the same. Of trips the least counts: what the server looks up by the clock falls into some.
 */
export function countsPerSignIn([before, ...after]: readonly Tally[]): Counts {
  const all = (name: keyof Counts) =>
    after.map((tally, index) => tally[name] - ((after[index - 1] ?? before)?.[name] ?? 0))
  const each = (name: Exclude<keyof Counts, 'trips'>) => {
    const [first = 0, ...others] = all(name)
    if (others.every((other) => other === first)) return first
    throw new Error(`${name}: ${String(all(name))}, so not all sign-ins cost the same`)
  }
  return {
    trips: Math.min(...all('trips')),
    writes: each('writes'),
    signatures: each('signatures'),
    checks: each('checks'),
  }
}
