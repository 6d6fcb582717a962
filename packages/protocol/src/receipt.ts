/** A receipt: the operator's word that an approval completed a sign-in, and when. See protocols §2. */
import type { Instant, Result } from '@open-mitid/kernel'
import { Digest } from './digest.ts'
import type { Signer } from './es256.ts'
import {
  instant,
  verifyIssued,
  type Trust,
  type Verified,
  type VerifyRefusal,
} from './evidence-keys.ts'
import { oneOf, record, whole } from './json.ts'
import { readCompact, signCompact, type Compact, type Form, type ReadRefusal } from './jws.ts'

export type ReceiptContent = {
  readonly v: 1
  readonly approval_sha256: Digest
  /** The commit of the completing event, event `n` of the person's chain, and that before it. */
  readonly event_commit: Digest
  readonly n: number
  readonly prev: Digest
  readonly time: Instant
}

export type Receipt = Compact<ReceiptContent>
export type VerifiedReceipt = Verified<ReceiptContent>

const receiptForm: Form<ReceiptContent> = {
  typ: 'mitid-receipt+jwt',
  content: record<ReceiptContent>({
    v: oneOf(1),
    approval_sha256: Digest.parse,
    event_commit: Digest.parse,
    n: whole,
    prev: Digest.parse,
    time: instant,
  }),
}

export function issueReceipt(content: ReceiptContent, signer: Signer): Promise<string> {
  return signCompact(receiptForm, content, { kid: signer.kid }, signer.sign)
}

export function readReceipt(jws: string): Result<Receipt, ReadRefusal> {
  return readCompact(receiptForm, jws)
}

export function verifyReceipt(jws: string, trust: Trust): Result<VerifiedReceipt, VerifyRefusal> {
  return verifyIssued(receiptForm, (content) => content.time, jws, trust)
}
