import { IcaoError } from '../icao-error.ts'

export type AlgorithmErrorCode =
  | 'unknown-digest'
  | 'unknown-signature-algorithm'
  | 'unknown-key-algorithm'
  | 'unknown-curve'
  | 'key-form'
  | 'point-form'

/** A key or algorithm that is malformed, too weak to read, or not one that travel documents use. */
export class AlgorithmError extends IcaoError<AlgorithmErrorCode> {
  constructor(code: AlgorithmErrorCode, clause: string, options?: ErrorOptions) {
    super('AlgorithmError', code, clause, options)
  }
}
