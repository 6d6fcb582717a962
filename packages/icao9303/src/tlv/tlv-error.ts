import { IcaoError } from '../icao-error.ts'

/** What can be wrong with TLV: `unexpected` is a well-formed element in the wrong place. */
export type TlvErrorCode =
  | 'truncated'
  | 'trailing-bytes'
  | 'tag-form'
  | 'length-form'
  | 'too-deep'
  | 'unexpected'
  | 'value-form'

/** Bytes that are not the TLV that the clause asks for. */
export class TlvError extends IcaoError<TlvErrorCode> {
  constructor(code: TlvErrorCode, clause: string, options?: ErrorOptions) {
    super('TlvError', code, clause, options)
  }
}
