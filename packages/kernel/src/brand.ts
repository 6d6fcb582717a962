/** Types that a value has only once it was parsed. */
declare const brand: unique symbol

/** A string or number that has passed its parser and cannot be mixed up with another. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
