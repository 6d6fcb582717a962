/** The offline verifier: what a pack proves, by keys that are given to it, and what it does not. */
import type { Instant, Result } from '@open-mitid/kernel'
import { readApproval } from './approval.ts'
import { readBinding, type NsisLevel } from './binding.ts'
import { readCodeApproval, type CodeDeviceKind } from './code-approval.ts'
import {
  codeEvidenceChecks,
  type CodeEvidenceCheck,
  type CodeExhibits,
} from './code-evidence-checks.ts'
import type { Digest } from './digest.ts'
import { evidenceChecks } from './evidence-checks.ts'
import type { CheckRule, EvidenceCheck, EvidenceFault, Exhibits, Given } from './evidence-checks.ts'
import type { Trust } from './evidence-keys.ts'
import { CodeEvidencePack, EvidencePack } from './evidence-pack.ts'
import type { ReadRefusal } from './jws.ts'
import { readOffer, type Offer, type OfferId, type ProfileId } from './offer.ts'
import { readReceipt, type Receipt } from './receipt.ts'
import { render, type RenderedOffer } from './render.ts'
import type { Evidence } from './statement.ts'

type AnyCheck = EvidenceCheck | CodeEvidenceCheck

/** `not-done`: something that the check needs could not be read, or was not given. */
export type CheckOutcome = {
  readonly check: AnyCheck
  readonly clause: string
  readonly outcome: 'passed' | 'failed' | 'not-done'
  readonly reason?: EvidenceFault
}

/** What no pack of its kind shows, however well it verifies. */
const unproven = {
  person: [
    'that-the-keys-are-the-persons',
    'who-the-person-is',
    'that-nothing-was-left-out',
    'that-the-app-was-genuine',
    'that-the-clock-was-right',
  ],
  operator: [
    'that-the-person-approved',
    'who-the-person-is',
    'that-nothing-was-left-out',
    'that-the-clock-was-right',
  ],
} as const satisfies Record<Evidence, readonly string[]>
export type Unproven = (typeof unproven)[Evidence][number]

type Approved = {
  /** What the person saw and approved. */
  readonly shown: RenderedOffer
  readonly offer_id: OfferId
  readonly client_id: string
  /** When the operator recorded it. */
  readonly time: Instant
  readonly event: { readonly n: number; readonly commit: Digest }
}

export type ProvenApproval = Approved &
  (
    | {
        readonly evidence: 'person'
        readonly profile: ProfileId
        readonly proved_by: string
        readonly loa_cap: NsisLevel
        readonly uv: 'pin' | 'bio'
        /** By the phone's clock. */
        readonly signed_at: Instant
      }
    | {
        readonly evidence: 'operator'
        readonly device: ProfileId
        readonly device_kind: CodeDeviceKind
      }
  )

export type EvidenceReport = {
  readonly verified: boolean
  /** On whose word the approval rests: the person's own signatures, or the operator alone. */
  readonly evidence: Evidence
  readonly checks: readonly CheckOutcome[]
  /** Only of a pack that verifies. */
  readonly approved?: ProvenApproval
  readonly unproven: readonly Unproven[]
}

/** `now` is the reader's own time; without it, a receipt from the future is not noticed. */
export function verifyEvidence(
  value: unknown,
  trust: Trust & { readonly now?: Instant },
): EvidenceReport {
  const { now } = trust
  const given = { trust, ...(now === undefined ? {} : { now }) }
  if (!isCodePack(value)) {
    const { exhibits, faults } = readExhibits(value)
    const checks = judge(evidenceChecks, { ...exhibits, ...given }, faults)
    return reportOf('person', checks, () => approvedByApp(exhibits))
  }
  const { exhibits, faults } = readCodeExhibits(value)
  const checks = judge(codeEvidenceChecks, { ...exhibits, ...given }, faults)
  return reportOf('operator', checks, () => approvedByCode(exhibits))
}

/** What a pack says it is; whether it is that, its checks show. */
function isCodePack(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'code_approval' in value
}

type Faults = Map<AnyCheck, EvidenceFault>

function judge<Check extends AnyCheck, Judged extends Given>(
  rules: Readonly<Record<Check, CheckRule<Judged>>>,
  judged: Partial<Judged>,
  faults: Faults,
): readonly CheckOutcome[] {
  return (Object.keys(rules) as Check[]).map((check): CheckOutcome => {
    const rule = rules[check]
    const fault = faults.get(check) ?? (canLook(rule, judged) ? rule.look(judged) : 'not-done')
    if (fault === 'not-done') return { check, clause: rule.clause, outcome: 'not-done' }
    if (fault) return { check, clause: rule.clause, outcome: 'failed', reason: fault }
    return { check, clause: rule.clause, outcome: 'passed' }
  })
}

function canLook<Judged>(rule: CheckRule<Judged>, judged: Partial<Judged>): judged is Judged {
  return rule.needs.every((need) => judged[need] !== undefined)
}

function reportOf(
  evidence: Evidence,
  checks: readonly CheckOutcome[],
  approvedBy: () => ProvenApproval | undefined,
): EvidenceReport {
  const verified = checks.every(({ check, outcome }) =>
    check === 'receipt-not-ahead' ? outcome !== 'failed' : outcome === 'passed',
  )
  const approved = verified ? approvedBy() : undefined
  const report = { verified, evidence, checks, unproven: unproven[evidence] }
  return approved ? { ...report, approved } : report
}

type Read<Of> = { readonly exhibits: Partial<Of>; readonly faults: Faults }

function readExhibits(value: unknown): Read<Exhibits> {
  const faults: Faults = new Map()
  const pack = EvidencePack.parse(value)
  if (!pack) return { exhibits: {}, faults: faults.set('pack-form', 'malformed') }
  const keep = keeping(faults)
  const exhibits = {
    pack,
    binding: keep('binding-form', readBinding(pack.binding)),
    offer: keep('offer-form', readOffer(pack.offer)),
    approval: keep('approval-form', readApproval(pack.approval)),
    receipt: keep('receipt-form', readReceipt(pack.receipt)),
  }
  return { exhibits: readable(exhibits), faults }
}

function readCodeExhibits(value: unknown): Read<CodeExhibits> {
  const faults: Faults = new Map()
  const pack = CodeEvidencePack.parse(value)
  if (!pack) return { exhibits: {}, faults: faults.set('pack-form', 'malformed') }
  const keep = keeping(faults)
  const exhibits = {
    pack,
    offer: keep('offer-form', readOffer(pack.offer)),
    approval: keep('approval-form', readCodeApproval(pack.code_approval)),
    receipt: keep('receipt-form', readReceipt(pack.receipt)),
  }
  return { exhibits: readable(exhibits), faults }
}

function keeping(faults: Faults) {
  return <Content>(check: AnyCheck, read: Result<Content, ReadRefusal>): Content | undefined => {
    if (read.ok) return read.value
    faults.set(check, read.refusal.kind)
    return undefined
  }
}

function readable<Of extends object>(exhibits: {
  readonly [Name in keyof Of]: Of[Name] | undefined
}): Partial<Of> {
  const there = Object.entries(exhibits).filter(([, exhibit]) => exhibit !== undefined)
  return Object.fromEntries(there) as Partial<Of>
}

function approvedByApp(exhibits: Partial<Exhibits>): ProvenApproval | undefined {
  const { binding, offer, approval, receipt } = exhibits
  if (!binding || !offer || !approval || !receipt) return undefined
  return {
    ...approvedOf(offer, receipt),
    evidence: 'person',
    profile: binding.content.profile,
    proved_by: binding.content.auth.method,
    loa_cap: binding.content.loa_cap,
    uv: approval.content.uv,
    signed_at: approval.content.signed_at,
  }
}

function approvedByCode(exhibits: Partial<CodeExhibits>): ProvenApproval | undefined {
  const { offer, approval, receipt } = exhibits
  if (!offer || !approval || !receipt) return undefined
  const { device, device_kind } = approval.content
  return { ...approvedOf(offer, receipt), evidence: 'operator', device, device_kind }
}

function approvedOf({ content }: Offer, { content: receipt }: Receipt): Approved {
  return {
    shown: render(content),
    offer_id: content.offer_id,
    client_id: content.service.client_id,
    time: receipt.time,
    event: { n: receipt.n, commit: receipt.event_commit },
  }
}
