/**
 * Every check of an app's evidence pack, in order, and what checks are made of; the README's
 * "Evidence v1" numbers the clauses.
 */
import { Instant } from '@open-mitid/kernel'
import { approvalLinks, type Approval, type ApprovalLink, type ApprovalRole } from './approval.ts'
import type { Binding } from './binding.ts'
import { Digest } from './digest.ts'
import type { PublicJwk } from './es256.ts'
import { EvidenceKey, EvidenceKeys, type Trust } from './evidence-keys.ts'
import type { EvidencePack } from './evidence-pack.ts'
import type { Compact, ReadRefusal } from './jws.ts'
import { completionTime, type Offer } from './offer.ts'
import type { Receipt } from './receipt.ts'

/** What a pack holds, as far as it could be read. */
export type Exhibits = {
  readonly pack: EvidencePack
  readonly binding: Binding
  readonly offer: Offer
  readonly approval: Approval
  readonly receipt: Receipt
}

export type EvidenceFault =
  | ReadRefusal['kind']
  | 'key-unknown'
  | 'key-not-in-use'
  | 'bad-signature'
  | 'differs'
  | 'outside-its-time'

type Issued = 'binding' | 'offer' | 'receipt'
export type EvidenceCheck =
  | `${keyof Exhibits}-form`
  | `${Issued}-${'key' | 'key-in-use' | 'signature'}`
  | 'device-signature'
  | 'approval-signature'
  | `approval-${ApprovalLink}`
  | 'receipt-approval'
  | 'binding-in-time'
  | 'receipt-in-time'
  | 'receipt-not-ahead'

/** What every verifier is given beside a pack. */
export type Given = { readonly trust: Trust; readonly now: Instant }
type Judged = Exhibits & Given
export type CheckRule<Judged> = {
  readonly clause: string
  readonly needs: readonly (keyof Judged)[]
  /** Answers what is wrong, if anything is. */
  readonly look: (judged: Judged) => EvidenceFault | undefined
}

export const evidenceChecks: Readonly<Record<EvidenceCheck, CheckRule<Judged>>> = {
  'pack-form': form('pack'),
  'binding-form': form('binding'),
  'offer-form': form('offer'),
  'approval-form': form('approval'),
  'receipt-form': form('receipt'),
  ...issued('binding', ({ binding }) => [binding, binding.content.iat]),
  ...issued('offer', ({ offer }) => [offer, offer.content.iat]),
  ...issued('receipt', ({ receipt }) => [receipt, receipt.content.time]),
  'device-signature': signature('dk', ({ binding }) => binding.content.dk_jwk),
  'approval-signature': signature('ak', ({ binding }) => binding.content.ak_jwk),
  'approval-profile': link('profile'),
  'approval-binding': link('binding'),
  'approval-offer': link('offer'),
  'approval-challenge': link('challenge'),
  'approval-display': link('display'),
  'approval-pin-epoch': link('pin-epoch'),
  'receipt-approval': {
    clause: 'Evidence v1 §4',
    needs: ['approval', 'receipt'],
    look: ({ approval, receipt }) =>
      unless(receipt.content.approval_sha256 === Digest.ofText(approval.jws), 'differs'),
  },
  'binding-in-time': {
    clause: 'Evidence v1 §5',
    needs: ['binding', 'offer', 'receipt'],
    look: ({ binding: { content }, offer, receipt }) =>
      unless(
        content.iat <= offer.content.iat && receipt.content.time < content.exp,
        'outside-its-time',
      ),
  },
  ...receiptTimes(),
}

/** When a receipt may be of, whatever was approved. */
export function receiptTimes<
  Judged extends Given & Pick<Exhibits, 'offer' | 'receipt'>,
>(): Readonly<Record<'receipt-in-time' | 'receipt-not-ahead', CheckRule<Judged>>> {
  return {
    'receipt-in-time': {
      clause: 'Evidence v1 §5',
      needs: ['offer', 'receipt'],
      look: ({ offer: { content }, receipt }) =>
        unless(
          content.iat <= receipt.content.time &&
            receipt.content.time < Instant.plus(content.exp, completionTime),
          'outside-its-time',
        ),
    },
    'receipt-not-ahead': {
      clause: 'Evidence v1 §5',
      needs: ['receipt', 'now'],
      look: ({ receipt, now }) => unless(receipt.content.time <= now, 'outside-its-time'),
    },
  }
}

/** Whether it could be read is settled by its being there. */
export function form<Judged>(exhibit: keyof Judged): CheckRule<Judged> {
  return { clause: 'Evidence v1 §1', needs: [exhibit], look: () => undefined }
}

/** The three checks of an object that the operator issued. */
export function issued<Name extends string, Judged extends Given & Readonly<Record<Name, unknown>>>(
  name: Name,
  what: (judged: Judged) => readonly [Compact<unknown>, Instant],
): Readonly<Record<`${Name}-${'key' | 'key-in-use' | 'signature'}`, CheckRule<Judged>>> {
  const clause = 'Evidence v1 §2'
  const needs = [name, 'trust'] as const
  const keyOf = (judged: Judged): EvidenceKey | undefined => {
    const { by } = what(judged)[0]
    return 'kid' in by ? EvidenceKeys.find(judged.trust.keys, by.kid) : undefined
  }
  const rules: Readonly<Record<'key' | 'key-in-use' | 'signature', CheckRule<Judged>>> = {
    key: { clause, needs, look: (judged) => unless(keyOf(judged) !== undefined, 'key-unknown') },
    'key-in-use': {
      clause,
      needs,
      look: (judged) => {
        const key = keyOf(judged)
        if (!key) return 'key-unknown'
        return unless(EvidenceKey.inUse(key, what(judged)[1]), 'key-not-in-use')
      },
    },
    signature: {
      clause: 'RFC 7515 §5.2',
      needs,
      look: (judged) => {
        const key = keyOf(judged)
        if (!key) return 'key-unknown'
        const [{ input, signature: bytes }] = what(judged)
        return unless(judged.trust.verify(key.jwk, input, bytes), 'bad-signature')
      },
    },
  }
  const named = Object.entries(rules).map(([rule, check]) => [`${name}-${rule}`, check])
  return Object.fromEntries(named) as Record<`${Name}-${keyof typeof rules}`, CheckRule<Judged>>
}

function signature(role: ApprovalRole, key: (judged: Judged) => PublicJwk): CheckRule<Judged> {
  return {
    clause: 'RFC 7515 §5.2',
    needs: ['binding', 'approval', 'trust'],
    look: (judged) => {
      const part = judged.approval.parts[role]
      const holds = judged.trust.verify(key(judged), part.input, part.signature)
      return unless(holds, 'bad-signature')
    },
  }
}

function link(name: ApprovalLink): CheckRule<Judged> {
  return {
    clause: 'Evidence v1 §4',
    needs: ['binding', 'offer', 'approval'],
    look: ({ approval, binding, offer }) =>
      unless(approvalLinks[name](approval.content, binding, offer), 'differs'),
  }
}

export function unless(holds: boolean, fault: EvidenceFault): EvidenceFault | undefined {
  return holds ? undefined : fault
}
