/** The second code confirms an activation; the third wrong one ends it. */
import { accept, refuse } from '@open-mitid/kernel'
import { SecondCode, type PhoneCalls, type PhoneRefusal } from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'
import { appendEvents, type EventDraft } from '../ledger/index.ts'
import { confirm, triesLeft } from './activation.ts'
import type { ActivationMove, Activations, ActivationVisit } from './activations.ts'
import { active, answerCall, type CallPorts, type Decision } from './answer-call.ts'
import type { AnswerCall, Caller } from './call.ts'
import { profileOf } from './profile-of.ts'
import { revoke, type ActivatingProfile } from './profile.ts'
import { secondCodeMac } from './second-code.ts'

type Path = '/api/activation/second'
type Ports = CallPorts & { readonly activations: Activations; readonly mac: Mac }

export function confirmSecondCode(ports: Ports): AnswerCall<Path> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.activations.visit(id)),
      stands: activating,
      decide: (found, profile) => decide(ports, found, profile, call.request),
    })
}

/** A profile that is being activated, by a person who is not blocked. */
export function activating(caller: Caller) {
  const { profile, person } = caller
  if (profile.state === 'activating' && person.state === 'active') return accept(profile)
  const refusal: PhoneRefusal = { kind: 'activation-ended' }
  return profile.state === 'suspended' ? asRefusal(active(caller), refusal) : refuse(refusal)
}

function asRefusal(standing: ReturnType<typeof active>, otherwise: PhoneRefusal) {
  return refuse(standing.ok ? otherwise : standing.refusal)
}

async function decide(
  { random, mac }: Ports,
  { caller: { chain, now }, activation }: ActivationVisit,
  profile: ActivatingProfile,
  { code: typed }: PhoneCalls[Path]['request'],
): Promise<Decision<Path, ActivationMove>> {
  const code = SecondCode.parse(typed)
  if (code === undefined) return { result: refuse({ kind: 'malformed' }) }
  const confirmed = confirm(activation, await secondCodeMac(mac, activation.id, code), now)
  if (!confirmed.ok) return { result: confirmed }
  const { right, to } = confirmed.value
  if (right) return { result: accept({}), move: to }
  const left = triesLeft(to)
  const about = { profile: profile.id }
  const drafts: EventDraft[] = [
    { type: 'second-code-wrong', actor: profile.id, body: { ...about, tries_left: left } },
  ]
  if (to.state === 'ended')
    drafts.push({
      type: 'activation-ended',
      actor: 'system',
      body: { ...about, reason: 'second-code' },
    })
  return {
    result:
      to.state === 'ended'
        ? refuse({ kind: 'activation-ended' })
        : refuse({ kind: 'second-code-wrong', tries_left: left }),
    profile: to.state === 'ended' ? revoke(profile) : profile,
    events: appendEvents(chain, drafts, { random, now }),
    move: to,
  }
}
