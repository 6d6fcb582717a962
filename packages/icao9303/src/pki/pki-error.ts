import { IcaoError } from '../icao-error.ts'

export type PkiErrorCode =
  'certificate-form' | 'list-form' | 'list-not-signed' | 'signer-untrusted' | 'signature-wrong'

/** A certificate or a list that is malformed, or a list that nobody trusted has signed. */
export class PkiError extends IcaoError<PkiErrorCode> {
  constructor(code: PkiErrorCode, clause: string, options?: ErrorOptions) {
    super('PkiError', code, clause, options)
  }
}
