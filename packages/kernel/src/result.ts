/** The answer of anything that may be refused: an expected no is a value, never an exception. */
export type Result<Value, Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal }

/** One thing the house can be asked to do. Faults (a database that is down) are thrown. */
export type UseCase<Input, Value, Refusal> = (input: Input) => Promise<Result<Value, Refusal>>

export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refuse<const Refusal>(refusal: Refusal): {
  readonly ok: false
  readonly refusal: Refusal
} {
  return { ok: false, refusal }
}
