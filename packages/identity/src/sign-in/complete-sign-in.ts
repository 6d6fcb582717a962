/**
 * The starting browser finishes an approved sign-in, once (protocols §4, step 7): receipt,
 * statement, pairwise subject, events and state in one statement.
 */
import { accept, equalBytes, Instant, refuse, type UseCase } from '@open-mitid/kernel'
import { Digest, issueReceipt, issueStatement, nsisUri, readBinding } from '@open-mitid/protocol'
import type { EvidenceSigner } from '../authenticator/index.ts'
import type { Mac } from '../keys/index.ts'
import { appendEvents, type AppendedEvents, type EventDraft } from '../ledger/index.ts'
import { AssuranceLevel, type PersonId } from '../person/index.ts'
import { moveTries, writeAbort, type AbortPorts } from './abort-sign-in.ts'
import type { OwnSignIn, OwnSignInRefusal } from './own-sign-in.ts'
import { pairwiseSub } from './pairwise-sub.ts'
import {
  isOverdue,
  isPhishingResistant,
  mayComplete,
  objectionTime,
  type ApprovedSignIn,
  type AppCompletedSignIn,
  type CompletedSignIn,
  type SignInId,
} from './sign-in.ts'
import type { Claimant, FoundSignIn, SignIns } from './sign-ins.ts'

export type CompletedView = {
  readonly id: SignInId
  readonly person: PersonId
  readonly sub: string
  readonly loa: AssuranceLevel
  readonly aal: AssuranceLevel
  readonly phr: boolean
  readonly statement: string
  readonly completedAt: Instant
}

type Ports = AbortPorts & {
  readonly signIns: SignIns
  readonly mac: Mac
  readonly evidence: EvidenceSigner
}

/** Asked again by the same browser it answers what was completed: the page may have lost it. */
export function completeSignIn(
  ports: Ports,
): UseCase<OwnSignIn, CompletedView, OwnSignInRefusal | { readonly kind: 'blocked' }> {
  return async ({ id, browser }) => {
    const recalled = await completeRecalled(ports, { id, browser })
    if (recalled) return accept(viewOf(recalled))
    for (let left = moveTries; left > 0; left -= 1) {
      const found = await ports.signIns.find({ id })
      if (!found || !equalBytes(found.signIn.browser, browser))
        return refuse({ kind: 'sign-in-unknown' })
      const { signIn, claimant, now } = found
      if (signIn.state === 'completed') return accept(viewOf(signIn))
      if (signIn.state !== 'approved' || !claimant || isOverdue(signIn, now))
        return refuse({ kind: 'sign-in-moved-on' })
      if (!mayComplete(signIn)) return refuse({ kind: 'sign-in-moved-on' })
      if (claimant.person.state !== 'active' || !claimant.profile.active) {
        if (await writeAbort(ports, found, 'blocked')) return refuse({ kind: 'blocked' })
        continue
      }
      const { move, to } = await complete(ports, found, signIn, claimant)
      if (await found.write(move)) return accept(viewOf(to))
    }
    return refuse({ kind: 'sign-in-moved-on' })
  }
}

/** Only a completion: its write fails where anything has changed. Undefined for all else. */
async function completeRecalled(
  ports: Ports,
  { id, browser }: OwnSignIn,
): Promise<CompletedSignIn | undefined> {
  const found = ports.signIns.recall(id)
  if (!found?.claimant || found.signIn.state !== 'approved') return undefined
  const { signIn, claimant, now } = found
  const ready =
    equalBytes(signIn.browser, browser) && mayComplete(signIn) && !isOverdue(signIn, now)
  if (!ready) return undefined
  const { move, to } = await complete(ports, found, signIn, claimant)
  return (await found.write(move)) ? to : undefined
}

async function complete(
  { random, mac, evidence }: Ports,
  found: FoundSignIn,
  signIn: ApprovedSignIn,
  { person, chain, binding: bindingText }: Claimant,
) {
  const { now, organisation } = found
  const binding = bindingText === undefined ? undefined : readBinding(bindingText)
  if (!binding?.ok) throw new Error('a stored binding cannot be read')
  const sub = found.sub ?? (await pairwiseSub(mac, organisation, person.id))
  const aal = binding.value.content.loa_cap
  const loa = AssuranceLevel.lower(person.ial, aal)
  const phr = isPhishingResistant(signIn)
  const approval_sha256 = Digest.ofText(signIn.approval)
  const events = appendEvents(chain, draftsOf(signIn, { approval_sha256, phr }), { random, now })
  const signer = evidence(now)
  const receipt = await issueReceipt(receiptOf(approval_sha256, events, now), signer)
  const statement = await issueStatement(
    {
      v: 1,
      client_id: signIn.client,
      sub,
      transaction_id: signIn.id,
      display: signIn.asked.display,
      offer_sha256: Digest.ofText(signIn.offer),
      approval_sha256,
      decision: 'approve',
      evidence: 'person',
      loa: nsisUri(loa),
      phr,
      time: now,
    },
    signer,
  )
  const { return: _, ...rest } = signIn
  const completion = { receipt, statement, sub, loa, aal, phr, completedAt: now }
  const to: AppCompletedSignIn = { ...rest, ...completion, state: 'completed' }
  const known = knownFrom(signIn, now)
  const move = {
    to,
    events,
    ...(known === undefined ? {} : { knowBrowserFrom: known }),
    ...(found.sub === undefined ? { newSub: sub } : {}),
  }
  return { move, to }
}

/** The completing event comes first: the receipt names it. */
function draftsOf(
  signIn: ApprovedSignIn,
  { approval_sha256, phr }: { readonly approval_sha256: Digest; readonly phr: boolean },
): readonly EventDraft[] {
  const { id, client, profile, flow, knownBrowser, remember, asked } = signIn
  const about = { sign_in: id, client }
  const browser = asked.browser ?? ''
  const service = asked.service.name
  const drafts: EventDraft[] = [
    {
      type: 'sign-in-completed',
      actor: profile,
      body: { ...about, service, approval_sha256, flow, phr },
    },
  ]
  if (!phr)
    drafts.push({
      type: 'new-browser-used',
      actor: profile,
      body: {
        ...about,
        service,
        browser,
        ...(asked.place === undefined ? {} : { place: asked.place }),
      },
    })
  if (remember && flow !== 'same' && !knownBrowser)
    drafts.push({ type: 'browser-remembered', actor: profile, body: { sign_in: id, browser } })
  return drafts
}

/** Step 8: on the same device at once; otherwise when the other channels have had their say. */
function knownFrom(
  { flow, knownBrowser, remember }: ApprovedSignIn,
  now: Instant,
): Instant | undefined {
  if (flow === 'same') return now
  return remember && !knownBrowser ? Instant.plus(now, objectionTime) : undefined
}

function receiptOf(approval_sha256: Digest, { entries }: AppendedEvents, now: Instant) {
  const [completed] = entries
  if (!completed) throw new Error('a completion without its event')
  return {
    v: 1,
    approval_sha256,
    event_commit: Digest.from(completed.commit),
    n: completed.n,
    prev: Digest.from(completed.prev),
    time: now,
  } as const
}

function viewOf(signIn: CompletedSignIn): CompletedView {
  const { id, person, sub, loa, aal, phr, statement, completedAt } = signIn
  return { id, person, sub, loa, aal, phr, statement, completedAt }
}
