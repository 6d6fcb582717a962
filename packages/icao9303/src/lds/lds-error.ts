import { IcaoError } from '../icao-error.ts'

export type LdsErrorCode = 'wrong-file' | 'missing-element' | 'value-form' | 'too-many'

/** A file of the chip that is not laid out as the logical data structure says. */
export class LdsError extends IcaoError<LdsErrorCode> {
  constructor(code: LdsErrorCode, clause: string, options?: ErrorOptions) {
    super('LdsError', code, clause, options)
  }
}
