/** The last word: person, contacts, proof, first code and orders come to be in one statement. */
import { accept, refuse, type Instant, type Random, type UseCase } from '@open-mitid/kernel'
import { type ActivationCode, Digest, type Language } from '@open-mitid/protocol'
import {
  newActivation,
  newOrder,
  orderedEvent,
  type CodeChannel,
  type OrderedDevice,
} from '../authenticator/index.ts'
import type { Mac } from '../keys/index.ts'
import { appendEvents, emptyChain, type EventDraft } from '../ledger/index.ts'
import { LetterId, type Letter } from '../letter/index.ts'
import { ContactId, masked, PersonId, type Contact, type Person } from '../person/index.ts'
import { appsOf, devicesOf } from './chosen-authenticators.ts'
import { cprLookedUp } from './cpr-looked-up.ts'
import { complete, end, ready, type CompletedEnrolment, type ReadyEnrolment } from './enrolment.ts'
import type { Completion, Enrolments, FoundEnrolment, OwnEnrolment } from './enrolments.ts'
import { moveAt, type OwnEnrolmentRefusal } from './moves.ts'
import type { Route } from './proof.ts'
import { areCurrent } from './terms.ts'

type Ports = { readonly enrolments: Enrolments; readonly mac: Mac; readonly random: Random }

export type CompletedNow = {
  readonly enrolment: CompletedEnrolment
  readonly now: Instant
  /** The first of the two codes that activate the app: shown now, and kept nowhere. */
  readonly first: { readonly code: ActivationCode; readonly until: Instant } | undefined
}

/**
 * `user-id-taken`: somebody was quicker, and another is to be chosen. `has-mitid`: the person has
 * got one elsewhere meanwhile, and the enrolment is over.
 */
export type CompleteEnrolmentRefusal = {
  readonly kind: 'user-id-taken' | 'has-mitid' | 'terms-changed' | 'step-missing'
}

export function completeEnrolment(
  ports: Ports,
): UseCase<
  OwnEnrolment & { readonly language: Language },
  CompletedNow,
  CompleteEnrolmentRefusal | OwnEnrolmentRefusal
> {
  const { enrolments } = ports
  return ({ language, ...own }) =>
    moveAt<CompletedNow, CompleteEnrolmentRefusal | OwnEnrolmentRefusal>(
      enrolments,
      own,
      'confirm',
      async (enrolment, found) => {
        const all = ready(enrolment)
        if (!all.ok) return { result: all }
        const { answers, proof } = all.value
        if (!areCurrent(answers.terms.versions)) {
          const to = { ...enrolment, answers: { ...enrolment.answers, terms: undefined } }
          return { to, result: refuse({ kind: 'terms-changed' }) }
        }
        const made = await completionOf(ports, all.value, found, language)
        const { to: completed } = made.completion
        if ((await found.complete(made.completion)).ok)
          return { result: accept({ enrolment: completed, now: found.now, first: made.first }) }
        if (proof.cpr !== undefined && (await enrolments.hasMitId(proof.cpr)))
          return { to: end(enrolment, 'has-mitid'), result: refuse({ kind: 'has-mitid' }) }
        const [free] = await enrolments.free([answers['user-id']])
        if (free !== undefined) return { result: refuse({ kind: 'enrolment-moved-on' }) }
        const to = { ...enrolment, answers: { ...enrolment.answers, 'user-id': undefined } }
        return { to, result: refuse({ kind: 'user-id-taken' }) }
      },
    )
}

/** Where the app's first code is read: with a passport, by the very app that has read it. */
const codeChannels: Readonly<Record<Route, CodeChannel>> = { nemid: 'page', passport: 'app' }

type Made = { readonly completion: Completion; readonly first: CompletedNow['first'] }

async function completionOf(
  { mac, random }: Ports,
  enrolment: ReadyEnrolment,
  { now }: FoundEnrolment,
  language: Language,
): Promise<Made> {
  const person = personOf(enrolment, { random, language, now })
  const first =
    appsOf(enrolment.answers.authenticators) > 0
      ? await newActivation({ mac, random }, person.id, codeChannels[enrolment.proof.route], now)
      : undefined
  const orders = ordersOf(enrolment, person, { random, now })
  const drafts: EventDraft[] = [...eventsOf(enrolment, person)]
  if (first) {
    const { channel, expiresAt } = first.issued
    const body = { channel, expires_at: expiresAt }
    drafts.push({ type: 'activation-code-issued', actor: person.id, body })
  }
  drafts.push(...orders.map((order) => orderedEvent(order, person.id)))
  return {
    first: first && { code: first.code, until: first.issued.expiresAt },
    completion: {
      person,
      events: appendEvents(emptyChain(person.id), drafts, { random, now }),
      to: complete(enrolment, person.id),
      proof: enrolment.proof,
      activation: first && { issued: first.issued, codeMac: first.codeMac },
      orders,
      welcome: welcomeOf(enrolment, person, random),
    },
  }
}

/** The second of two devices is the spare, and so is a device beside the app. */
function ordersOf(
  { answers: { authenticators, delivery } }: ReadyEnrolment,
  { id: person }: Person,
  at: Parameters<typeof newOrder>[1],
): readonly OrderedDevice[] {
  if (delivery === undefined) return []
  return devicesOf(authenticators).map((kind, place) => {
    const spare = place > 0 || authenticators.first !== kind
    return newOrder({ person, kind, spare, delivery }, at)
  })
}

function welcomeOf(
  { answers: { authenticators } }: ReadyEnrolment,
  { id: person, address, language }: Person,
  random: Random,
): Letter | undefined {
  if (address === undefined) return undefined
  const { first, spare } = authenticators
  const chosen = [...new Set(spare === undefined ? [first] : [first, spare])]
  return {
    id: LetterId.make(random),
    person,
    style: { language, largePrint: false },
    content: { kind: 'welcome', authenticators: chosen },
  }
}

function personOf(
  { proof, answers }: ReadyEnrolment,
  {
    random,
    language,
    now,
  }: Pick<Ports, 'random'> & { language: Language; now: Person['createdAt'] },
): Person {
  const { cpr, address, name, birthDate, ial, protected: isProtected } = proof
  const contacts = answers.contacts.map((contact): Contact => ({
    ...contact,
    id: ContactId.make(random),
    inProofing: true,
    changedAt: contact.verifiedAt,
  }))
  return {
    id: PersonId.make(random),
    state: 'active',
    userId: answers['user-id'],
    name,
    ...(address === undefined ? {} : { address: address.join(', ') }),
    ...(cpr === undefined ? {} : { cpr }),
    birthDate,
    protected: isProtected,
    ial,
    language,
    contacts,
    createdAt: now,
  }
}

/** In the order in which it happened; what came before the chain says when it was. */
function eventsOf({ proof, answers }: ReadyEnrolment, person: Person): readonly EventDraft[] {
  const actor = person.id
  const { versions, at } = answers.terms
  return [
    {
      type: 'identity-proved',
      actor,
      body: {
        route: proof.route,
        way: proof.way,
        proved_at: proof.provedAt,
        evidence_sha256: Digest.ofText(proof.evidence),
      },
    },
    ...proof.lookedUpAt.map((when) => cprLookedUp('enrolment', actor, when)),
    { type: 'terms-accepted', actor, body: { ...versions, accepted_at: at } },
    ...answers.contacts.map((contact): EventDraft => ({
      type: 'contact-checked',
      actor,
      body: {
        channel: contact.channel,
        to: masked(contact),
        checked_at: contact.verifiedAt,
      },
    })),
    { type: 'person-created', actor, body: { ial: person.ial, route: proof.route } },
  ]
}
