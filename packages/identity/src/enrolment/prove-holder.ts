/** The register's word on whom a good passport, in the hand of the one it shows, is of (product §A.2). */
import { accept, refuse, type Instant, type Result } from '@open-mitid/kernel'
import { Digest } from '@open-mitid/protocol'
import type { EventDraft } from '../ledger/index.ts'
import {
  AssuranceLevel,
  PersonName,
  type Person,
  type PersonName as Name,
} from '../person/index.ts'
import { cprLookedUp } from './cpr-looked-up.ts'
import { isNamed, type DocumentHolder } from './document-holder.ts'
import { endPassport, turnAway, turnedAway, type Ending, type EndingPorts } from './end-passport.ts'
import { isAdmitted } from './enrolment.ts'
import type {
  IdentityRegister,
  IdentityRegisterRefusal,
  RegisteredPerson,
} from './identity-register.ts'
import { tellLookedUp } from './look-up-person.ts'
import {
  proved,
  refused,
  type FaceResult,
  type InspectedPassport,
  type PassportIdentity,
  type ProvedPassport,
  type RefusedPassport,
} from './passport-proof.ts'
import type { PassportRefusal } from './passport-refusal.ts'

export type ProveHolderRefusal =
  | { readonly kind: 'passport'; readonly reason: PassportRefusal }
  | { readonly kind: 'unavailable' | 'proof-moved-on' }

type Ports = EndingPorts & { readonly identityRegister: IdentityRegister }

/**
 * `face` is what the face matcher's use case found; without it nobody is proved. Whoever has a MitID
 * sees the look-up at once; for anybody else the enrolment keeps it (`cprLookedUp`).
 */
export function proveHolder(ports: Ports) {
  return async (
    proof: InspectedPassport,
    face: FaceResult,
    now: Instant,
  ): Promise<Result<ProvedPassport, ProveHolderRefusal>> => {
    const { holder } = proof
    if (face.score < face.threshold) return turnAway(ports, proof, 'other-face')
    const found = await lookUp(ports.identityRegister, holder)
    const cpr = holder.cpr ?? (found.ok ? found.value.cpr : undefined)
    if (!found.ok && isAway(found.refusal)) {
      if (cpr !== undefined)
        await tellLookedUp(ports, { cpr, purpose: purposeOf(proof), actor: 'system' })
      return refuse({ kind: 'unavailable' })
    }
    const registered = found.ok ? found.value : undefined
    const ended = await endPassport<ProvedPassport | RefusedPassport>(ports, proof, cpr, (person) =>
      judge({ proof, face, registered, person, now }),
    )
    if (!ended.ok) return ended
    const to = ended.value
    return to.state === 'proved' ? accept(to) : refuse({ kind: 'passport', reason: to.refusal })
  }
}

type Known = {
  readonly proof: InspectedPassport
  readonly face: FaceResult
  readonly registered: RegisteredPerson | undefined
  readonly person: Person | undefined
  readonly now: Instant
}

/** Of the holder, who has a MitID or has none. */
function judge(known: Known): Ending<ProvedPassport | RefusedPassport> {
  const { proof, face, registered, person, now } = known
  const asked = cprLookedUp(purposeOf(proof), 'system', now)
  const end = (reason: PassportRefusal, ...drafts: readonly EventDraft[]) => ({
    to: refused(proof, reason, proof.checks),
    drafts: [asked, ...drafts],
  })
  if (!registered || !isOf(proof.holder, registered)) return end('not-in-register')
  const identity = identityOf(proof, registered, now)
  if (proof.purpose === 'first')
    return person
      ? end('has-mitid', turnedAway(proof, 'has-mitid'))
      : { to: proved(proof, face, identity, undefined), drafts: [] }
  if (!isAdmitted(registered.status)) return end('not-in-register')
  if (!person) return end('no-mitid')
  if (person.state === 'blocked') return end('blocked', turnedAway(proof, 'blocked'))
  // A chip that could be a copy gives nobody what was proved by more.
  if (AssuranceLevel.lower(proof.ial, person.ial) !== person.ial)
    return end('level-too-low', turnedAway(proof, 'level-too-low'))
  const to = proved(proof, face, identity, person.id)
  return { to, drafts: [asked, provedAgain(to, person)] }
}

function purposeOf({ purpose }: InspectedPassport) {
  return purpose === 'first' ? 'enrolment' : 'regaining'
}

function provedAgain(proof: ProvedPassport, { id }: Person): EventDraft {
  const evidence_sha256 = Digest.ofText(evidenceOf(proof))
  return {
    type: 'identity-proved-again',
    actor: id,
    body: { route: 'passport', way: 'chip', evidence_sha256 },
  }
}

/** Which document it was, and what was found of it: no image, and nothing that is not told already. */
export function evidenceOf({ id, holder, checks, face }: ProvedPassport): string {
  const { issuer, documentNumber } = holder
  return JSON.stringify({ id, issuer, document: documentNumber, checks, face })
}

function isAway({ kind }: IdentityRegisterRefusal): boolean {
  return kind === 'unavailable' || kind === 'untrustworthy'
}

/** By the number that the passport carries; by name and birth date where it carries none. */
function lookUp(
  register: IdentityRegister,
  holder: DocumentHolder,
): Promise<Result<RegisteredPerson, IdentityRegisterRefusal>> {
  const { cpr, birthDate } = holder
  if (cpr !== undefined) return register.find({ cpr })
  const name = holder.fullName ?? zoneName(holder)
  if (birthDate === undefined || name === undefined)
    return Promise.resolve(refuse({ kind: 'person-unknown' }))
  return register.findByName({ name, birthDate })
}

function zoneName({ name }: DocumentHolder): Name | undefined {
  return PersonName.parse(`${name.secondary} ${name.primary}`)
}

/** Those who are dead, or whose number was annulled, hold no passport that is theirs. */
function isOf(holder: DocumentHolder, { name, birthDate, status }: RegisteredPerson): boolean {
  if (status === 'dead' || status === 'annulled') return false
  return birthDate === holder.birthDate && isNamed(holder, name)
}

function identityOf(
  { id, ial, checks }: InspectedPassport,
  { cpr, name, birthDate, address, status, protected: isProtected }: RegisteredPerson,
  now: Instant,
): PassportIdentity {
  return {
    route: 'passport',
    ial,
    cpr,
    name,
    birthDate,
    address,
    status,
    protected: isProtected,
    proof: id,
    provedAt: now,
    lookedUpAt: [now],
    checks: checks.map(({ check, outcome }) => `${check} ${outcome}`),
  }
}
