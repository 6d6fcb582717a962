/**
 * What every error of this package has in common: a code from a closed union, the clause that the
 * input breaks, and never a byte of the input, which may be personal data.
 */
export abstract class IcaoError<Code extends string> extends Error {
  readonly code: Code
  /** The clause, as in `ICAO 9303-11 §4.3`. */
  readonly clause: string

  constructor(name: string, code: Code, clause: string, options?: ErrorOptions) {
    super(`${code} (${clause})`, options)
    this.name = name
    this.code = code
    this.clause = clause
  }
}
