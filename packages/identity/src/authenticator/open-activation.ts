/**
 * The first code opens an activation for one device key, and a second code is sent another way
 * (protocols §3). The app that opened it may have the second code sent again.
 */
import { accept, refuse, type Bytes, type Instant, type Result } from '@open-mitid/kernel'
import {
  ActivationCode,
  newNonce,
  ProfileId,
  thumbprint,
  verifyAppProof,
  type PhoneCalls,
  type PublicJwk,
} from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'
import type { Letter } from '../letter/index.ts'
import { appendEvents, type AppendedEvents, type EventDraft } from '../ledger/index.ts'
import { open, openInApp, type ConfirmedActivation, type OpenedActivation } from './activation.ts'
import type { Activations, CodeMessage, FoundByCode } from './activations.ts'
import { answerCall, type CallPorts, type Decision } from './answer-call.ts'
import type { AnswerCall, CallAnswer, PhoneCall, Turn, Visit } from './call.ts'
import { activating } from './confirm-second-code.ts'
import { activationCodeMac } from './issue-activation-code.ts'
import type { ActivatingProfile } from './profile.ts'
import { drawSecondCode } from './second-code.ts'

type Path = '/api/activation/open'
type Ports = CallPorts & { readonly activations: Activations; readonly mac: Mac }
type Sent = {
  readonly activation: OpenedActivation | ConfirmedActivation
  readonly message?: CodeMessage | undefined
  readonly letter?: Letter | undefined
}
type Opening = Sent & {
  readonly answer: Omit<PhoneCalls[Path]['answer'], 'rn' | 'now'>
  readonly events: AppendedEvents
}

const tries = 5
const unknown = { kind: 'activation-unknown' } as const

/** A wrong, a used and an ended code, and one that another key has opened, are answered alike. */
export function openActivation(ports: Ports): AnswerCall<Path> {
  return async (call) => {
    const code = ActivationCode.parse(call.request.code)
    if (code === undefined) return refuse(unknown)
    const codeMac = await activationCodeMac(ports.mac, code)
    const { holder } = call.proof
    return 'jwk' in holder
      ? openFirst(ports, call, codeMac, holder.jwk)
      : sendAgain(ports, call, codeMac, holder.profile)
  }
}

/** Before there is a profile there is no nonce: the key itself and the code are all there is. */
async function openFirst(
  ports: Ports,
  call: PhoneCall<Path>,
  codeMac: Bytes,
  dk: PublicJwk,
): Promise<CallAnswer<Path>> {
  const { htu, body, proof } = call
  const due = { dk, htm: 'POST', htu, rn: '', body, verify: ports.verify }
  if (!verifyAppProof(proof, due).ok) return refuse({ kind: 'proof' })
  for (let left = tries; left > 0; left -= 1) {
    const found = await ports.activations.findByCode(codeMac)
    if (!found) return refuse(unknown)
    const repeated = repeatedAnswer(call, found, dk)
    if (repeated) return repeated
    const profile = found.caller?.profile ?? newProfile(ports, found, dk)
    if (profile.state !== 'activating') return refuse(unknown)
    const opening = await decide(ports, found, profile, dk)
    if (!opening.ok) return opening
    const { activation, message, letter } = opening.value
    const { turn, answer } = firstTurn(ports, call, { profile, now: found.now }, opening.value)
    if (await found.write({ activation, message, letter, turn })) return answer
  }
  throw new Error('an activation was overtaken each time it was opened')
}

function newProfile(
  { random }: Ports,
  { person, now }: FoundByCode,
  dk: PublicJwk,
): ActivatingProfile {
  const id = ProfileId.make(random)
  const known = { id, person: person.id, dk, createdAt: now, drawn: 0 }
  return { ...known, state: 'activating', draw: undefined }
}

function firstTurn(
  { random }: Ports,
  { proof: { content } }: PhoneCall<Path>,
  { profile, now }: { readonly profile: ActivatingProfile; readonly now: Instant },
  { answer: content_, events }: Opening,
): { readonly turn: Turn; readonly answer: CallAnswer<Path> } {
  const rn = newNonce(random)
  const answer = accept({ ...content_, rn, now })
  const { jti, body_sha256 } = content
  const turn = { profile, rn, jti, body_sha256, answer: JSON.stringify(answer), events }
  return { turn, answer }
}

function repeatedAnswer(
  { proof: { content } }: PhoneCall<Path>,
  { caller }: FoundByCode,
  dk: PublicJwk,
): CallAnswer<Path> | undefined {
  if (!caller || thumbprint(caller.profile.dk) !== thumbprint(dk)) return undefined
  const { jti, body_sha256, answer } = caller.last
  return jti === content.jti && body_sha256 === content.body_sha256
    ? (JSON.parse(answer()) as CallAnswer<Path>)
    : undefined
}

/** From the profile that is being activated, the call is one like all others. */
function sendAgain(
  ports: Ports,
  call: PhoneCall<Path>,
  codeMac: Bytes,
  profile: ProfileId,
): Promise<CallAnswer<Path>> {
  return answerCall<Path, { readonly found: FoundByCode }, ActivatingProfile, Sent>(ports, call, {
    async visit() {
      const found = await ports.activations.findByCode(codeMac)
      return found?.caller?.profile.id === profile ? visitOf(found, found.caller) : undefined
    },
    stands: activating,
    async decide({ found }, standing) {
      const opening = await decide(ports, found, standing, standing.dk)
      return opening.ok ? decisionOf(opening.value) : { result: opening }
    },
  })
}

function visitOf(
  found: FoundByCode,
  caller: Visit<object, never>['caller'],
): Visit<{ readonly found: FoundByCode }, Sent> {
  return {
    found,
    caller,
    write: (turn, sent) => found.write({ turn, ...sent }),
  }
}

function decisionOf({
  activation,
  message,
  letter,
  answer,
  events,
}: Opening): Decision<Path, Sent> {
  return { result: accept(answer), events, move: { activation, message, letter } }
}

async function decide(
  ports: Ports,
  found: FoundByCode,
  profile: ActivatingProfile,
  dk: PublicJwk,
): Promise<Result<Opening, typeof unknown>> {
  const { now, person, chain, activation, caller } = found
  if (person.state === 'blocked') return refuse(unknown)
  const about = { profile: profile.id }
  const first: readonly EventDraft[] = caller
    ? []
    : [{ type: 'activation-opened', actor: profile.id, body: about }]
  const at = { random: ports.random, now }
  if (activation.channel === 'app') {
    const confirmed = openInApp(activation, { profile: profile.id, dk: thumbprint(dk) }, now)
    if (!confirmed.ok) return confirmed
    const events = appendEvents(chain, first, at)
    const answer = { profile: profile.id }
    return accept({ activation: confirmed.value, answer, events })
  }
  const drawn = await drawSecondCode(ports, found, activation)
  if (!drawn) return refuse(unknown)
  const { second, ...brought } = drawn
  const opened = open(activation, { profile: profile.id, dk: thumbprint(dk), second }, now)
  if (!opened.ok) return opened
  const { channel, to, until } = second
  const sent: EventDraft = {
    type: 'second-code-sent',
    actor: 'system',
    body: { ...about, channel, to },
  }
  return accept({
    activation: opened.value,
    ...brought,
    answer: { profile: profile.id, second: { channel, to, expires_at: until } },
    events: appendEvents(chain, [...first, sent], at),
  })
}
