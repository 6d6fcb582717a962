/** What a command of `mitid` is, and what it answers. */
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Installation } from './installation.ts'

export type Values = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>

/** Done: `json` for scripts, `lines` for people. Refused: a name for scripts, a sentence. */
export type Outcome =
  | { readonly ok: true; readonly json: unknown; readonly lines: readonly string[] }
  | { readonly ok: false; readonly kind: string; readonly sentence: string }

export type Command = {
  readonly summary: string
  /** What follows the command's name in its help. */
  readonly usage: string
  readonly options: ParseArgsOptionsConfig
  /** Whether it takes the name of one file, which it finds as `file`. */
  readonly takesFile?: boolean
  readonly run: (values: Values, installation: Installation) => Promise<Outcome>
}

/** The command was called in a way that it does not know. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export function text(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

export function needed(values: Values, name: string): string {
  const value = text(values, name)
  if (value === undefined) throw new UsageError(`--${name} is missing.`)
  return value
}

export function texts(values: Values, name: string): readonly string[] {
  const value = values[name]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

export function isSet(values: Values, name: string): boolean {
  return values[name] === true
}

export function seconds(values: Values, name: string, otherwise?: number): number {
  const given = text(values, name)
  if (given === undefined && otherwise !== undefined) return otherwise
  const value = Number(given)
  if (given === undefined || !Number.isInteger(value) || value < 0)
    throw new UsageError(`--${name} must be a whole number of seconds.`)
  return value
}

export function refused<Kind extends string>(
  sentences: Readonly<Record<Kind, string>>,
  { kind }: { readonly kind: Kind },
): Outcome {
  return { ok: false, kind, sentence: sentences[kind] }
}
