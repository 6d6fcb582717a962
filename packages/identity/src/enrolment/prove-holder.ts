/** The register's word on whom a good passport, in the hand of the one it shows, is of (product §A.2). */
import { accept, refuse, type Instant, type Result } from '@open-mitid/kernel'
import { PersonName, type PersonName as Name } from '../person/index.ts'
import { isNamed, type DocumentHolder } from './document-holder.ts'
import type {
  IdentityRegister,
  IdentityRegisterRefusal,
  RegisteredPerson,
} from './identity-register.ts'
import {
  proved,
  refused,
  type FaceResult,
  type InspectedPassport,
  type PassportIdentity,
  type ProvedPassport,
} from './passport-proof.ts'
import type { PassportProofs } from './passport-proofs.ts'
import type { PassportRefusal } from './passport-refusal.ts'

export type ProveHolderRefusal =
  | { readonly kind: 'passport'; readonly reason: PassportRefusal }
  | { readonly kind: 'unavailable' | 'proof-moved-on' }

type Ports = {
  readonly passportProofs: PassportProofs
  readonly identityRegister: IdentityRegister
}

/**
 * `face` is what the face matcher's use case found; without it nobody is proved. Whoever goes on
 * with the identity writes the look-up as an event of its person (`cprLookedUp`).
 */
export function proveHolder({ passportProofs, identityRegister }: Ports) {
  return async (
    proof: InspectedPassport,
    face: FaceResult,
    now: Instant,
  ): Promise<Result<ProvedPassport, ProveHolderRefusal>> => {
    const { holder, purpose } = proof
    const end = async (reason: PassportRefusal) =>
      (await passportProofs.move(proof, refused(proof, reason, proof.checks)))
        ? refuse({ kind: 'passport', reason })
        : refuse({ kind: 'proof-moved-on' })
    if (face.score < face.threshold) return end('other-face')
    const found = await lookUp(identityRegister, holder)
    if (!found.ok) {
      const { kind } = found.refusal
      return kind === 'unavailable' || kind === 'untrustworthy'
        ? refuse({ kind: 'unavailable' })
        : end('not-in-register')
    }
    const person = found.value
    if (!isOf(holder, person)) return end('not-in-register')
    const has = await passportProofs.hasMitId(person.cpr)
    if (has && purpose === 'first') return end('has-mitid')
    if (!has && purpose === 'again') return end('no-mitid')
    const to = proved(proof, face, identityOf(proof, person, now))
    return (await passportProofs.move(proof, to)) ? accept(to) : refuse({ kind: 'proof-moved-on' })
  }
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
