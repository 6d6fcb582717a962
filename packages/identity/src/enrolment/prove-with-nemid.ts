/**
 * The older eID proves who somebody is, the register says what is known of them, and the enrolment
 * is theirs (product §A.1). Neither service is believed more than it can show, and either may be
 * away: what was reached stays, and the person goes on from there.
 */
import { accept, refuse, type Random, type Result, type UseCase } from '@open-mitid/kernel'
import type { PersonName, Persons } from '../person/index.ts'
import {
  isAdmitted,
  know,
  prove,
  type BegunEnrolment,
  type Enrolment,
  type Proving,
} from './enrolment.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'
import type { IdentityRegister, IdentityRegisterRefusal } from './identity-register.ts'
import { tellLookedUp } from './look-up-person.ts'
import { moveBegun, type EnrolmentMove, type OwnEnrolmentRefusal } from './moves.ts'
import type {
  AnswerOlderEidRefusal,
  BeginOlderEid,
  BeginOlderEidRefusal,
  OlderEid,
  OlderEidHolder,
  OlderEidPrompt,
} from './older-eid.ts'
import type { OutsideFault } from './outside-fault.ts'
import { routeLevels } from './proof.ts'

type Ports = {
  readonly persons: Persons
  readonly random: Random
  readonly enrolments: Enrolments
  readonly olderEid: OlderEid
  readonly register: IdentityRegister
}

/** What the register could not say, while the identity itself is proved. */
type RegisterRefusal = {
  readonly kind: 'register-unavailable' | 'register-untrustworthy' | 'register-unknown'
}

/** User ID and password of the older eID: it asks its question. One that still waits is given up. */
export function askOlderEid({
  enrolments,
  olderEid,
}: Ports): UseCase<
  OwnEnrolment & BeginOlderEid,
  OlderEidPrompt,
  BeginOlderEidRefusal | OwnEnrolmentRefusal
> {
  return ({ id, holder, ...asked }) =>
    moveBegun(enrolments, { id, holder }, async (begun) => {
      if (begun.proving?.at === 'prompt') await olderEid.abandon(begun.proving.prompt)
      const prompt = await olderEid.begin(asked)
      if (!prompt.ok) return { to: { ...begun, proving: undefined }, result: prompt }
      return { to: { ...begun, proving: { at: 'prompt', prompt: prompt.value } }, result: prompt }
    })
}

/** The person goes back: an abandoned prompt is not a wrong answer. */
export function leaveOlderEid({
  enrolments,
  olderEid,
}: Ports): UseCase<OwnEnrolment, undefined, OwnEnrolmentRefusal> {
  return (own) =>
    moveBegun(enrolments, own, async (begun) => {
      if (begun.proving?.at === 'prompt') await olderEid.abandon(begun.proving.prompt)
      return { to: { ...begun, proving: undefined }, result: accept(undefined) }
    })
}

export type ProvedWithNemId = 'waiting' | 'proved'
export type ProveWithNemIdRefusal = AnswerOlderEidRefusal | RegisterRefusal | OwnEnrolmentRefusal

/**
 * Answers the prompt: with the key of the card, or by reading whether the code app has approved.
 * Where the eID has answered already and only the register is due, that alone is asked again.
 */
export function proveWithNemId(
  ports: Ports,
): UseCase<OwnEnrolment & { readonly key?: string }, ProvedWithNemId, ProveWithNemIdRefusal> {
  const { enrolments, olderEid } = ports
  return async ({ id, holder, key }) => {
    const answered = await moveBegun<ProvedWithNemId, AnswerOlderEidRefusal>(
      enrolments,
      { id, holder },
      async (begun) => {
        const { proving } = begun
        if (!proving) return { result: refuse({ kind: 'prompt-over' }) }
        if (proving.at === 'holder') return { result: accept('proved') }
        const told = await ask(olderEid, proving.prompt, key)
        if (!told.ok) return whenRefused(begun, told.refusal)
        if (told.value === 'waiting') return { result: accept('waiting') }
        const next: Proving = { at: 'holder', holder: told.value, lookedUpAt: [] }
        return { to: { ...begun, proving: next }, result: accept('proved') }
      },
    )
    if (!answered.ok || answered.value === 'waiting') return answered
    return lookUp(ports, { id, holder })
  }
}

function ask(
  olderEid: OlderEid,
  prompt: OlderEidPrompt,
  key: string | undefined,
): Promise<Result<OlderEidHolder | 'waiting', AnswerOlderEidRefusal>> {
  if (prompt.way === 'app') return olderEid.read(prompt)
  return key === undefined ? Promise.resolve(accept('waiting')) : olderEid.answer(prompt, key)
}

/** A wrong key and a service that is away leave the prompt where it is; all else ends it. */
function whenRefused(
  begun: BegunEnrolment,
  refusal: AnswerOlderEidRefusal,
): EnrolmentMove<ProvedWithNemId, AnswerOlderEidRefusal> {
  const stays = refusal.kind === 'key-wrong' || refusal.kind === 'unavailable'
  return { ...(stays ? {} : { to: { ...begun, proving: undefined } }), result: refuse(refusal) }
}

/** The register is asked once the eID has answered; each time it was asked is kept to be told. */
async function lookUp(
  { enrolments, register, ...told }: Ports,
  own: OwnEnrolment,
): Promise<Result<ProvedWithNemId, RegisterRefusal | OutsideFault | OwnEnrolmentRefusal>> {
  return moveBegun<ProvedWithNemId, RegisterRefusal | OutsideFault>(
    enrolments,
    own,
    async (begun, found) => {
      const { proving } = begun
      if (proving?.at !== 'holder') throw new Error('an eID that answered has left no answer')
      const { holder } = proving
      const registered = await register.find({ cpr: holder.cpr })
      // Whoever has a MitID sees at once that they were asked about; anybody else when they get one.
      const lookUp = { cpr: holder.cpr, purpose: 'enrolment', actor: 'system' } as const
      const known = await tellLookedUp(told, lookUp)
      const hasMitId = known !== undefined
      const lookedUpAt = hasMitId ? proving.lookedUpAt : [...proving.lookedUpAt, found.now]
      if (!registered.ok) {
        const to: Enrolment = { ...begun, proving: { ...proving, lookedUpAt } }
        return { to, result: refuse({ kind: registerRefusals[registered.refusal.kind] }) }
      }
      if (!isSameName(holder.name, registered.value.name))
        return { to: { ...begun, proving: undefined }, result: refuse(otherPerson) }
      const { cpr, name, birthDate, address, protected: isProtected, status } = registered.value
      if (known !== undefined && isAdmitted(status))
        return { to: know(begun, known, found.now), result: accept('proved') }
      const proof = {
        route: 'nemid',
        way: holder.way,
        evidence: holder.assertion,
        ial: routeLevels.nemid,
        cpr,
        name,
        birthDate,
        address,
        protected: isProtected,
        provedAt: holder.provedAt,
        lookedUpAt,
      } as const
      const to = prove(begun, proof, { status, hasMitId }, found.now)
      return { to, result: accept('proved') }
    },
  )
}

/** Number and name are of two people: one of the two services is wrong about somebody. */
const otherPerson = { kind: 'untrustworthy', cause: 'other-person' } as const

function isSameName(one: PersonName, other: PersonName): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s-]+/gu, ' ')
  return plain(one) === plain(other)
}

const registerRefusals: Readonly<Record<IdentityRegisterRefusal['kind'], RegisterRefusal['kind']>> =
  {
    'person-unknown': 'register-unknown',
    'persons-several': 'register-untrustworthy',
    untrustworthy: 'register-untrustworthy',
    unavailable: 'register-unavailable',
  }
