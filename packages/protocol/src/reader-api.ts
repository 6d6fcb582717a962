/**
 * What the app and the program beside a reader of chips say to each other, on one computer:
 * `POST http://127.0.0.1:<port>/…` with the app's origin, JSON, and from the second call on
 * `authorization: Bearer <token>`. `POST /connections/<id>` carries one command APDU to the chip and
 * brings its response (`application/octet-stream`). See docs/passport.md.
 */
export type ReaderCalls = {
  /** `code` is what the program shows to the person who allows it. */
  readonly '/pair': {
    readonly request: { readonly code: string }
    readonly answer: { readonly token: string; readonly until: number }
  }
  /** Ends the connection that there was. */
  readonly '/connections': {
    readonly request: Readonly<Record<string, never>>
    readonly answer: { readonly connection: string; readonly extended_length: boolean }
  }
  readonly '/end': {
    readonly request: Readonly<Record<string, never>>
    readonly answer: { readonly ended: true }
  }
}
export type ReaderPath = keyof ReaderCalls

/** Why no passport can be reached by a reader now. */
export type NoPassportOnReader =
  'no-reader' | 'no-card' | 'several-cards' | 'card-no-passport' | 'reader-in-use'

/** Each with its status, which says nothing more. */
export const readerStatus = {
  host: 421,
  origin: 403,
  'not-found': 404,
  malformed: 400,
  'code-wrong': 403,
  'not-paired': 401,
  'command-refused': 403,
  gone: 410,
  fault: 500,
  'no-reader': 409,
  'no-card': 409,
  'several-cards': 409,
  'card-no-passport': 409,
  'reader-in-use': 409,
} as const satisfies Readonly<Record<NoPassportOnReader, 409>> & Readonly<Record<string, number>>

export type ReaderRefusal = { readonly kind: keyof typeof readerStatus }
