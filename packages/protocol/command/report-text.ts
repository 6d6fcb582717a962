/** A report of the offline verifier in plain words. */
import type { CheckOutcome, EvidenceReport, ProvenApproval, Unproven } from '../src/index.ts'

const notProved: Readonly<Record<Unproven, string>> = {
  'that-the-keys-are-the-persons':
    'that these keys are the person’s: that rests on the operator’s word (the binding) until there is a public log',
  'that-the-person-approved':
    'that the person approved: they proved it to the operator by password and code, and the operator says so; no signature of theirs exists',
  'who-the-person-is':
    'who the person is: the pack names an app or a device; the operator knows whose it is',
  'that-nothing-was-left-out':
    'that the operator shows every approval: each person’s own app checks its own chain of events',
  'that-the-app-was-genuine':
    'that the app was not changed: a web app’s code comes from the operator, its keys from the browser',
  'that-the-clock-was-right':
    'that the operator’s clock was right: times are the operator’s, and one the phone’s own',
}
const marks = { passed: 'passed  ', failed: 'FAILED  ', 'not-done': 'not done' } as const

export function reportLines(report: EvidenceReport): string[] {
  return [
    report.verified ? 'VERIFIED' : 'NOT VERIFIED',
    ...(report.evidence === 'operator' ? ['On the operator’s word alone'] : []),
    ...(report.approved
      ? approvedLines(report.approved)
      : ['', 'Nothing in this pack is to be relied on. The checks that failed say why.']),
    '',
    'Checks',
    ...report.checks.map(checkLine),
    '',
    'This pack does not prove',
    ...report.unproven.map((kind) => `  - ${notProved[kind]}`),
  ]
}

function approvedLines(approved: ProvenApproval): string[] {
  const { shown } = approved
  return [
    '',
    'Shown to the person and approved by them',
    `  ${shown.head.service} (${shown.head.domain})`,
    `  ${shown.head.question}`,
    ...(shown.title === undefined ? [] : [`  ${shown.title}`]),
    ...shown.lines.map(({ label, value }) =>
      label === undefined ? `  ${value}` : `  ${label}: ${value}`,
    ),
    ...shown.documents.map(({ name, sha256 }) => `  ${name} (SHA-256 ${sha256})`),
    `  ${[shown.from.browser, shown.from.place, shown.from.way, shown.from.seen].filter(Boolean).join('; ')}`,
    '',
    `Recorded ${utc(approved.time)} by the operator (event ${String(approved.event.n)})`,
    ...provedLines(approved),
    `Sign-in  ${approved.offer_id} for ${approved.client_id}`,
  ]
}

function provedLines(approved: ProvenApproval): string[] {
  if (approved.evidence === 'operator')
    return [`Device   ${approved.device}, ${approved.device_kind}, with password and code`]
  const { signed_at, uv, profile, proved_by, loa_cap } = approved
  return [
    `Signed   ${utc(signed_at)} by the phone’s clock, with ${uv === 'pin' ? 'PIN' : 'biometrics'}`,
    `Profile  ${profile}, proved by ${proved_by}, at most ${loa_cap}`,
  ]
}

function checkLine({ check, clause, outcome, reason }: CheckOutcome): string {
  const why = reason === undefined ? '' : `: ${reason}`
  return `  ${marks[outcome]}  ${check} (${clause})${why}`
}

function utc(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}
