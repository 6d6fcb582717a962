import { IcaoError } from '../icao-error.ts'

export type CmsErrorCode = 'not-signed-data' | 'no-content' | 'attributes-form'

/** Bytes that are not signed data as travel documents and lists use it. */
export class CmsError extends IcaoError<CmsErrorCode> {
  constructor(code: CmsErrorCode, clause: string) {
    super('CmsError', code, clause)
  }
}
