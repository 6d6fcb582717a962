import { IcaoError } from '../icao-error.ts'

export type MrzErrorCode = 'lines' | 'letters' | 'field-form' | 'check-digit'

/** Text that is not a machine-readable zone as Doc 9303 lays it out. */
export class MrzError extends IcaoError<MrzErrorCode> {
  constructor(code: MrzErrorCode, clause: string) {
    super('MrzError', code, clause)
  }
}
