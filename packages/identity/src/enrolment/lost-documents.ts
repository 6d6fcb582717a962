/** The port to the register of documents that were reported lost or stolen. */
import type { Result } from '@open-mitid/kernel'
import type { DocumentHolder } from './document-holder.ts'

export type LostDocuments = {
  /** A register that does not answer is no reason to take a document for found. */
  isReportedLost(
    document: Pick<DocumentHolder, 'issuer' | 'documentNumber'>,
  ): Promise<Result<boolean, { readonly kind: 'unavailable' }>>
}
