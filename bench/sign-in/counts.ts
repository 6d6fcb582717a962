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

/** Per sign-in, over `signIns` of them; throws where they did not all cost the same. */
export function countsPerSignIn(before: Tally, after: Tally, signIns: number): Counts {
  const each = (name: keyof Counts) => {
    const share = (after[name] - before[name]) / signIns
    if (Number.isInteger(share)) return share
    throw new Error(`${name}: ${String(share)} a sign-in, so not all cost the same`)
  }
  return {
    trips: each('trips'),
    writes: each('writes'),
    signatures: each('signatures'),
    checks: each('checks'),
  }
}
