/**
 * A right code completes the sign-in: it counts only after a good password, under that password's
 * session key, for this sign-in and the exact offer that the page showed.
 */
import {
  accept,
  equalBytes,
  Instant,
  refuse,
  type Bytes,
  type Random,
  type UseCase,
} from '@open-mitid/kernel'
import {
  codeApprovalOf,
  codeProof,
  Digest,
  issueCodeApproval,
  issueReceipt,
  issueStatement,
  nsisUri,
  readOffer,
} from '@open-mitid/protocol'
import {
  enterCode,
  wait,
  type ActiveDevice,
  type CodeDevice,
  type DeviceId,
  type EvidenceSigner,
} from '../authenticator/index.ts'
import type { Mac } from '../keys/index.ts'
import { appendEvents, type AppendedEvents, type EventDraft } from '../ledger/index.ts'
import { AssuranceLevel } from '../person/index.ts'
import { codeLevel } from './code-sign-in.ts'
import type { CodeCompletion, CodeSignIns, FoundCodeEntry } from './code-sign-ins.ts'
import type { OwnSignIn } from './own-sign-in.ts'
import { pairwiseSub } from './pairwise-sub.ts'
import { objectionTime } from './sign-in.ts'
import type { Signals } from './signals.ts'

export type ApproveByCode = OwnSignIn & {
  readonly device: DeviceId
  /** `codeProof` of the code that was typed; the code itself is never sent. */
  readonly proof: Bytes
  /** The person wants this browser to be known, when the other channels have had their say. */
  readonly remember: boolean
}
/** `until`: no code is looked at before. */
export type ApproveByCodeRefusal =
  | { readonly kind: 'code-wrong'; readonly left: number; readonly until: Instant | undefined }
  | { readonly kind: 'code-wait'; readonly until: Instant }
  | {
      readonly kind: 'device-suspended' | 'person-blocked' | 'sign-in-moved-on' | 'busy'
    }

type Ports = {
  readonly codeSignIns: CodeSignIns
  readonly mac: Mac
  readonly evidence: EvidenceSigner
  readonly random: Random
  readonly signals: Signals
}

/** The app, or another code, may be at the same person's rows at the same time. */
const tries = 5

export function approveByCode(
  ports: Ports,
): UseCase<ApproveByCode, undefined, ApproveByCodeRefusal> {
  return async ({ device: id, proof, remember, ...own }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await ports.codeSignIns.findEntry(own, id)
      const offer = found?.proved.offers.find(({ device }) => device === id)?.offer
      if (!found || offer === undefined) return refuse({ kind: 'sign-in-moved-on' })
      const { device, person, now } = found
      if (person.state === 'blocked') return refuse({ kind: 'person-blocked' })
      if (device.state !== 'active') return refuse({ kind: 'device-suspended' })
      const entered = enterCode(device, matching(found, offer, proof), now)
      if (!entered.ok)
        return entered.refusal.kind === 'codes-wait'
          ? refuse({ kind: 'code-wait', until: entered.refusal.until })
          : refuse({ kind: 'device-suspended' })
      if (!entered.value.right) {
        const { to, left: codesLeft } = entered.value
        if (!(await found.count(to, wrongEvents(ports, found, to, codesLeft)))) continue
        if (to.state !== 'active') return refuse({ kind: 'device-suspended' })
        return refuse({ kind: 'code-wrong', left: codesLeft, until: to.tries.waitUntil })
      }
      const { completion, events } = await complete(ports, found, entered.value.to, {
        offer,
        remember,
      })
      if (!(await found.complete(completion, events))) continue
      ports.signals.tell(own.id, 'completed')
      return accept(undefined)
    }
    return refuse({ kind: 'busy' })
  }
}

function matching({ signIn, proved }: FoundCodeEntry, offer: string, proof: Bytes) {
  const about = { offer_id: signIn.id, offer_sha256: Digest.ofText(offer) }
  return (code: string) => equalBytes(codeProof(proved.sessionKey, about, code), proof)
}

function wrongEvents(
  { random }: Ports,
  { device: { id, kind }, person, chain, now }: FoundCodeEntry,
  to: CodeDevice,
  tries_left: number,
): AppendedEvents {
  const about = { device: id, kind }
  const waits = to.state === 'active' ? wait(to.tries) : {}
  const drafts: EventDraft[] = [
    { type: 'device-code-wrong', actor: person.id, body: { ...about, tries_left, ...waits } },
  ]
  if (to.state === 'suspended')
    drafts.push({ type: 'device-suspended', actor: 'system', body: { ...about, reason: 'codes' } })
  return appendEvents(chain, drafts, { random, now })
}

async function complete(
  { random, mac, evidence }: Ports,
  found: FoundCodeEntry,
  device: ActiveDevice,
  { offer: offerText, remember }: { readonly offer: string; readonly remember: boolean },
): Promise<{ readonly completion: CodeCompletion; readonly events: AppendedEvents }> {
  const { signIn, proved, person, chain, organisation, now } = found
  const offer = readOffer(offerText)
  if (!offer.ok) throw new Error('a stored offer cannot be read')
  const signer = evidence(now)
  const approval = await issueCodeApproval(codeApprovalOf(offer.value, device.kind, now), signer)
  const approval_sha256 = Digest.ofText(approval)
  const loa = AssuranceLevel.lower(person.ial, codeLevel)
  const phr = proved.knownBrowser
  const remembered = remember && !proved.knownBrowser
  const drafts = draftsOf(found, { approval_sha256, phr, remembered })
  const events = appendEvents(chain, drafts, { random, now })
  const [completed] = events.entries
  if (!completed) throw new Error('a completion without its event')
  const event_commit = Digest.from(completed.commit)
  const { n } = completed
  const prev = Digest.from(completed.prev)
  const receipt = { v: 1, approval_sha256, event_commit, n, prev, time: now } as const
  const sub = found.sub ?? (await pairwiseSub(mac, organisation, person.id))
  const statement = {
    v: 1,
    client_id: signIn.client,
    sub,
    transaction_id: signIn.id,
    display: signIn.asked.display,
    offer_sha256: Digest.ofText(offerText),
    approval_sha256,
    decision: 'approve',
    evidence: 'operator',
    loa: nsisUri(loa),
    phr,
    time: now,
  } as const
  return {
    events,
    completion: {
      device,
      offer: offerText,
      approval,
      receipt: await issueReceipt(receipt, signer),
      statement: await issueStatement(statement, signer),
      sub,
      newSub: found.sub === undefined,
      loa,
      phr,
      // One that is known already is named after the first sign-in in it.
      knowBrowserFrom: knownFrom(phr, remembered, now),
    },
  }
}

function knownFrom(known: boolean, remembered: boolean, now: Instant): Instant | undefined {
  if (known) return now
  return remembered ? Instant.plus(now, objectionTime) : undefined
}

/** The completing event comes first: the receipt names it. */
function draftsOf(
  { signIn, person }: FoundCodeEntry,
  about: { readonly approval_sha256: Digest; readonly phr: boolean; readonly remembered: boolean },
): readonly EventDraft[] {
  const { id, client, asked } = signIn
  const { approval_sha256, phr, remembered } = about
  const actor = person.id
  const browser = asked.browser ?? ''
  const place = asked.place === undefined ? {} : { place: asked.place }
  const service = asked.service.name
  const where = { sign_in: id, client, service, browser, ...place }
  const drafts: EventDraft[] = [
    {
      type: 'sign-in-completed',
      actor,
      body: { sign_in: id, client, service, approval_sha256, flow: 'device', phr },
    },
  ]
  if (!phr) drafts.push({ type: 'new-browser-used', actor, body: where })
  if (remembered) drafts.push({ type: 'browser-remembered', actor, body: { sign_in: id, browser } })
  return drafts
}
