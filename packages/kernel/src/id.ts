/** Identifiers with a prefix that says of what. */
import type { Brand } from './brand.ts'
import type { Random } from './bytes.ts'
import { crockford } from './crockford.ts'

/** An identifier that says what it names: `per_` and 26 letters that carry 130 random bits. */
export type Id<Prefix extends string> = Brand<`${Prefix}_${string}`, `Id:${Prefix}`>

const body = /^[0-9a-hjkmnp-tv-z]{26}$/u

/** The parser and maker of one kind of identifier, as in `PersonId = idOf('per')`. */
export function idOf<Prefix extends string>(prefix: Prefix) {
  return {
    make(random: Random): Id<Prefix> {
      return `${prefix}_${crockford(random(17), 26).toLowerCase()}` as Id<Prefix>
    },
    parse(text: unknown): Id<Prefix> | undefined {
      if (typeof text !== 'string' || !text.startsWith(`${prefix}_`)) return undefined
      return body.test(text.slice(prefix.length + 1)) ? (text as Id<Prefix>) : undefined
    },
  }
}
