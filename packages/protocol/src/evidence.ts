/** The offline verifier: what a pack proves, by keys that are given to it, and what it does not. */
import type { Instant, Result } from '@open-mitid/kernel'
import { readApproval } from './approval.ts'
import { readBinding, type NsisLevel } from './binding.ts'
import type { Digest } from './digest.ts'
import { evidenceChecks } from './evidence-checks.ts'
import type { CheckRule, EvidenceCheck, EvidenceFault, Exhibits } from './evidence-checks.ts'
import type { Trust } from './evidence-keys.ts'
import { EvidencePack } from './evidence-pack.ts'
import type { ReadRefusal } from './jws.ts'
import { readOffer, type OfferId, type ProfileId } from './offer.ts'
import { readReceipt } from './receipt.ts'
import { render, type RenderedOffer } from './render.ts'

/** `not-done`: something that the check needs could not be read, or was not given. */
export type CheckOutcome = {
  readonly check: EvidenceCheck
  readonly clause: string
  readonly outcome: 'passed' | 'failed' | 'not-done'
  readonly reason?: EvidenceFault
}

/** What no pack shows, however well it verifies. */
export const unproven = [
  'that-the-keys-are-the-persons',
  'who-the-person-is',
  'that-nothing-was-left-out',
  'that-the-app-was-genuine',
  'that-the-clock-was-right',
] as const
export type Unproven = (typeof unproven)[number]

export type ProvenApproval = {
  /** What the person saw and signed. */
  readonly shown: RenderedOffer
  readonly offer_id: OfferId
  readonly client_id: string
  readonly profile: ProfileId
  readonly proved_by: string
  readonly loa_cap: NsisLevel
  readonly uv: 'pin' | 'bio'
  /** When the operator recorded it, and when the phone says that it was signed. */
  readonly time: Instant
  readonly signed_at: Instant
  readonly event: { readonly n: number; readonly commit: Digest }
}

export type EvidenceReport = {
  readonly verified: boolean
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
  const { exhibits, faults } = readExhibits(value)
  const { now } = trust
  const judged = { ...exhibits, trust, ...(now === undefined ? {} : { now }) }
  const checks = (Object.keys(evidenceChecks) as EvidenceCheck[]).map((check): CheckOutcome => {
    const rule = evidenceChecks[check]
    const fault = faults.get(check) ?? (canLook(rule, judged) ? rule.look(judged) : 'not-done')
    if (fault === 'not-done') return { check, clause: rule.clause, outcome: 'not-done' }
    if (fault) return { check, clause: rule.clause, outcome: 'failed', reason: fault }
    return { check, clause: rule.clause, outcome: 'passed' }
  })
  const verified = checks.every(({ check, outcome }) =>
    check === 'receipt-not-ahead' ? outcome !== 'failed' : outcome === 'passed',
  )
  const approved = verified ? approvedBy(exhibits) : undefined
  return { verified, checks, ...(approved ? { approved } : {}), unproven }
}

type Judged = Parameters<CheckRule['look']>[0]

function canLook(rule: CheckRule, judged: Partial<Judged>): judged is Judged {
  return rule.needs.every((need) => judged[need] !== undefined)
}

type Read = { exhibits: Partial<Exhibits>; faults: Map<EvidenceCheck, EvidenceFault> }

function readExhibits(value: unknown): Read {
  const faults: Read['faults'] = new Map()
  const pack = EvidencePack.parse(value)
  if (!pack) return { exhibits: {}, faults: faults.set('pack-form', 'malformed') }
  const keep = <Content>(check: EvidenceCheck, read: Result<Content, ReadRefusal>) => {
    if (read.ok) return read.value
    faults.set(check, read.refusal.kind)
    return undefined
  }
  const exhibits = {
    pack,
    binding: keep('binding-form', readBinding(pack.binding)),
    offer: keep('offer-form', readOffer(pack.offer)),
    approval: keep('approval-form', readApproval(pack.approval)),
    receipt: keep('receipt-form', readReceipt(pack.receipt)),
  }
  const readable = Object.entries(exhibits).filter(([, exhibit]) => exhibit !== undefined)
  return { exhibits: Object.fromEntries(readable), faults }
}

function approvedBy(exhibits: Partial<Exhibits>): ProvenApproval | undefined {
  const { binding, offer, approval, receipt } = exhibits
  if (!binding || !offer || !approval || !receipt) return undefined
  return {
    shown: render(offer.content),
    offer_id: offer.content.offer_id,
    client_id: offer.content.service.client_id,
    profile: binding.content.profile,
    proved_by: binding.content.auth.method,
    loa_cap: binding.content.loa_cap,
    uv: approval.content.uv,
    time: receipt.content.time,
    signed_at: approval.content.signed_at,
    event: { n: receipt.content.n, commit: receipt.content.event_commit },
  }
}
