/** A statement: what a service may know of an approval, `mitid.approval`. See protocols §2. */
import type { Instant, Result } from '@open-mitid/kernel'
import { nsisLevels, nsisUri, type NsisUri } from './binding.ts'
import { Digest } from './digest.ts'
import { readDisplay, type Display } from './display.ts'
import type { Signer } from './es256.ts'
import {
  instant,
  verifyIssued,
  type Trust,
  type Verified,
  type VerifyRefusal,
} from './evidence-keys.ts'
import { matching, oneOf, record } from './json.ts'
import { readCompact, signCompact, type Compact, type Form, type ReadRefusal } from './jws.ts'

/** On whose word an approval rests. */
const evidences = ['person', 'operator'] as const
export type Evidence = (typeof evidences)[number]

/** It names the person by the service's own `sub` only, and carries no key that links services. */
export type StatementContent = {
  readonly v: 1
  readonly client_id: string
  readonly sub: string
  readonly transaction_id: string
  /** What was shown and approved: the service compares it with what it asked for. */
  readonly display: Display
  readonly offer_sha256: Digest
  readonly approval_sha256: Digest
  readonly decision: 'approve'
  /** `person`: both of their signatures are kept. `operator`: it rests on the operator's word. */
  readonly evidence: Evidence
  readonly loa: NsisUri
  /** Whether the way the request came into the app withstands phishing. */
  readonly phr: boolean
  readonly time: Instant
}

export type Statement = Compact<StatementContent>
export type VerifiedStatement = Verified<StatementContent>

const token = /^[\x21-\x7e]{1,256}$/u

const statementForm: Form<StatementContent> = {
  typ: 'mitid-statement+jwt',
  content: record<StatementContent>({
    v: oneOf(1),
    client_id: matching(token),
    sub: matching(token),
    transaction_id: matching(token),
    display: readDisplay,
    offer_sha256: Digest.parse,
    approval_sha256: Digest.parse,
    decision: oneOf('approve'),
    evidence: oneOf(...evidences),
    loa: oneOf(...nsisLevels.map(nsisUri)),
    phr: oneOf(true, false),
    time: instant,
  }),
}

export function issueStatement(content: StatementContent, signer: Signer): Promise<string> {
  return signCompact(statementForm, content, { kid: signer.kid }, signer.sign)
}

export function readStatement(jws: string): Result<Statement, ReadRefusal> {
  return readCompact(statementForm, jws)
}

export function verifyStatement(
  jws: string,
  trust: Trust,
): Result<VerifiedStatement, VerifyRefusal> {
  return verifyIssued(statementForm, (content) => content.time, jws, trust)
}
