/** Requests that an edge refuses before any use case sees them, and how each is answered. */
export type RequestProblemKind =
  | 'malformed'
  | 'too-large'
  | 'wrong-type'
  | 'foreign-origin'
  | 'wrong-host'
  | 'not-found'
  | 'method-not-allowed'
  | 'too-many'
  | 'busy'
  | 'fault'

export const requestProblems: Readonly<
  Record<RequestProblemKind, { status: number; title: string }>
> = {
  malformed: { status: 400, title: 'The request is not well-formed' },
  'foreign-origin': { status: 403, title: 'The request does not come from our own page' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed at this address' },
  'too-large': { status: 413, title: 'The request is too large' },
  'wrong-type': { status: 415, title: 'The content type is not supported' },
  'wrong-host': { status: 421, title: 'The request is for another host' },
  'too-many': { status: 429, title: 'Too many requests come from this network' },
  fault: { status: 500, title: 'Something failed on our side' },
  busy: { status: 503, title: 'The service cannot answer right now' },
}

/** Thrown by an edge for what its schema or its guards refuse. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem'
  readonly kind: RequestProblemKind
  /** Seconds until it may be asked again (RFC 9110 §10.2.3). */
  readonly retryAfter: number | undefined

  constructor(kind: RequestProblemKind, options: ErrorOptions & { retryAfter?: number } = {}) {
    super(kind, options)
    this.kind = kind
    this.retryAfter = options.retryAfter
  }
}
