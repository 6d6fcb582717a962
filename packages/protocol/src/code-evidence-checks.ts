/** Every check of a pack by password and code, in order: what is not in it, nobody can check. */
import { codeApprovalLinks, type CodeApproval, type CodeApprovalLink } from './code-approval.ts'
import { Digest } from './digest.ts'
import {
  form,
  issued,
  receiptTimes,
  unless,
  type CheckRule,
  type Given,
} from './evidence-checks.ts'
import type { CodeEvidencePack } from './evidence-pack.ts'
import type { Offer } from './offer.ts'
import type { Receipt } from './receipt.ts'

export type CodeExhibits = {
  readonly pack: CodeEvidencePack
  readonly offer: Offer
  readonly approval: CodeApproval
  readonly receipt: Receipt
}

type Issued = 'offer' | 'approval' | 'receipt'
export type CodeEvidenceCheck =
  | `${keyof CodeExhibits}-form`
  | `${Issued}-${'key' | 'key-in-use' | 'signature'}`
  | `approval-${CodeApprovalLink | 'in-time'}`
  | 'receipt-approval'
  | 'receipt-in-time'
  | 'receipt-not-ahead'

type Judged = CodeExhibits & Given

export const codeEvidenceChecks: Readonly<Record<CodeEvidenceCheck, CheckRule<Judged>>> = {
  'pack-form': form('pack'),
  'offer-form': form('offer'),
  'approval-form': form('approval'),
  'receipt-form': form('receipt'),
  ...issued('offer', ({ offer }: Judged) => [offer, offer.content.iat]),
  ...issued('approval', ({ approval }: Judged) => [approval, approval.content.time]),
  ...issued('receipt', ({ receipt }: Judged) => [receipt, receipt.content.time]),
  'approval-device': link('device'),
  'approval-offer': link('offer'),
  'approval-challenge': link('challenge'),
  'approval-display': link('display'),
  'receipt-approval': {
    clause: 'Evidence v1 §4',
    needs: ['approval', 'receipt'],
    look: ({ approval, receipt }) =>
      unless(receipt.content.approval_sha256 === Digest.ofText(approval.jws), 'differs'),
  },
  'approval-in-time': {
    clause: 'Evidence v1 §5',
    needs: ['approval', 'offer', 'receipt'],
    look: ({ approval: { content }, offer, receipt }) =>
      unless(
        offer.content.iat <= content.time && content.time <= receipt.content.time,
        'outside-its-time',
      ),
  },
  ...receiptTimes<Judged>(),
}

function link(name: CodeApprovalLink): CheckRule<Judged> {
  return {
    clause: 'Evidence v1 §4',
    needs: ['approval', 'offer'],
    look: ({ approval, offer }) =>
      unless(codeApprovalLinks[name](approval.content, offer), 'differs'),
  }
}
